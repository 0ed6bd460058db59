import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitionProblems } from '../../src/survey/definition-rules.ts';
import type { Definition } from '../../src/survey/definition.ts';
import { LANGUAGES, type Text } from '../../src/survey/language.ts';
import type { Option } from '../../src/survey/option.ts';
import { optionsOf, scalePoints, unrankedMode } from '../../src/survey/question-options.ts';
import { template, templateIds, TEMPLATES } from '../../src/survey/templates.ts';
import { characters, TEXT_LIMITS } from '../../src/survey/text-rules.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Wording {
  place: string;
  field: string;
  language: string;
  wording: string;
}

/** Every wording in a value, found by being keyed by languages, whatever its field is called. */
function wordings(node: unknown, place = '', field = ''): Wording[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node as Record<string, unknown>);
  if ('en' in node && typeof node.en === 'string') {
    return entries.map(([language, wording]) => ({
      place,
      field,
      language,
      wording: String(wording),
    }));
  }
  return entries.flatMap(([key, value]) => wordings(value, `${place}/${key}`, key));
}

function texts(node: unknown, place = ''): { place: string; text: Text }[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('en' in node && typeof node.en === 'string') return [{ place, text: node as Text }];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${place}/${key}`));
}

/** Every list of options there is: shared lists, options and rows of a question. */
function optionLists(definition: Definition): [string, readonly Option[]][] {
  const own = definition.questions.flatMap((question): [string, readonly Option[]][] => [
    ...('options' in question && question.options
      ? [[question.id, question.options] as [string, Option[]]]
      : []),
    ...('rows' in question && question.rows
      ? [[question.id, question.rows] as [string, Option[]]]
      : []),
  ]);
  return [...Object.entries(definition.lists), ...own];
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe('the templates', () => {
  it('are the three of the product, and no other', () => {
    expect(templateIds).toEqual([
      'smart-city-programme-manager',
      'rural-innovation-gaps',
      'local-digital-skills',
    ]);
    expect(template('nothing-of-the-kind')).toBeUndefined();
    expect(template('constructor')).toBeUndefined();
    expect(TEMPLATES.map(({ questions }) => questions)).toEqual([26, 17, 18]);
  });

  it('F5: tell the levels of government apart, from the municipality to Europe', () => {
    for (const id of templateIds) {
      const asked = template(id)!.questions.find((one) => one.id === 'organisation-type')!;
      const levels = 'options' in asked ? asked.options!.map((option) => option.id) : [];
      expect(levels.slice(0, 3), id).toEqual(['municipality', 'region-province', 'national-eu']);
      expect(asked.segment, id).toBe(true);
    }
  });

  it('S20: ask for contents, methods and stakeholders one by one, each with a result of its own', () => {
    const { questions, lists } = template('smart-city-programme-manager')!;
    const asked = ['competency-ranking', 'method-ranking', 'target-ranking'].map((id) => {
      const question = questions.find((one) => one.id === id)!;
      return question.kind === 'ranking' && lists[question.optionsFrom!]!.map((one) => one.id);
    });
    expect(new Set(asked.flat()).size).toBe(asked.flat().length);
  });

  it('are handed out as copies: changing one leaves the next as it was', () => {
    const [id] = templateIds;
    const first = template(id!)!;
    first.questions.length = 0;
    first.title.en = 'Changed';
    expect(template(id!)?.questions).toHaveLength(26);
    expect(template(id!)?.title.en).not.toBe('Changed');
  });
});

describe.each([...templateIds])('template %s', (id) => {
  const definition = template(id)!;
  const file = new URL(`../../src/survey/templates/${id}.json`, import.meta.url);
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'));

  it('has a right shape and no reference that leads nowhere', () => {
    expect(definition.id).toBe(id);
    expect(definitionProblems(definition)).toEqual([]);
  });

  it('names everything in kebab-case, and nothing twice', () => {
    const groups = [
      ids(definition.questions),
      ids(definition.sections),
      ids(definition.scales),
      ids(definition.analyses),
      ids(definition.stages ?? []),
      ids(definition.workshop.agenda),
      ids(definition.workshop.challengeCards),
      ids(definition.workshop.guidingQuestions),
      ...optionLists(definition).map(([, options]) => ids(options)),
    ];
    for (const group of groups) {
      expect(new Set(group).size).toBe(group.length);
      expect(group.filter((name) => !ID.test(name))).toEqual([]);
    }
  });

  it('F9: says everything in all eight languages', () => {
    expect(definition.languages).toEqual([...LANGUAGES]);
    const all = texts(definition);
    expect(all.length).toBeGreaterThan(150);
    const lacking = all.filter(({ text }) => LANGUAGES.some((language) => !text[language]));
    expect(lacking).toEqual([]);
  });

  it('is short enough everywhere', () => {
    const long = wordings(definition).filter(
      ({ field, wording }) => characters(wording) > (TEXT_LIMITS[field] ?? 0),
    );
    expect(long).toEqual([]);
  });

  it('has no stray space, placeholder, mark-up or unfinished word', () => {
    const stray = wordings(written).filter(
      ({ wording }) =>
        wording !== wording.trim() ||
        /[{}<>[\]|\\_*#\t\n]|%[sd]|\$\{|&\w+;| {2}|\uFFFD|\.{3}|TODO|TBD|XXX|[Ll]orem/.test(
          wording,
        ),
    );
    expect(stray).toEqual([]);
  });

  it('gives every option a short label of at most 22 characters, different in its list', () => {
    for (const [, options] of optionLists(definition)) {
      for (const language of LANGUAGES) {
        const short = options.map((option) => option.short?.[language] ?? '');
        expect(short.filter((label) => label === '' || characters(label) > 22)).toEqual([]);
        expect(short.filter((label) => /\.$|…/.test(label))).toEqual([]);
        expect(new Set(short.map((label) => label.toLowerCase())).size).toBe(short.length);
      }
    }
  });

  it('keeps the label as the short one where it is short enough in English', () => {
    for (const [, options] of optionLists(definition)) {
      const changed = options.filter(
        ({ label, short }) => characters(label.en!) <= 22 && short?.en !== label.en,
      );
      expect(changed).toEqual([]);
    }
  });

  it('does not repeat a label in a list in any language', () => {
    for (const [, options] of optionLists(definition)) {
      for (const language of LANGUAGES) {
        const labels = options.map((option) => option.label[language]?.toLowerCase());
        expect(new Set(labels).size).toBe(labels.length);
      }
    }
  });

  it('says of each ranking what unranked means and lets people have no opinion', () => {
    const rankings = definition.questions.filter((question) => question.kind === 'ranking');
    expect(rankings.length).toBeGreaterThan(1);
    expect(rankings.filter((question) => question.unranked !== 'bottom')).toEqual([]);
    expect(rankings.filter((question) => question.noOpinion !== true)).toEqual([]);
    expect(rankings.filter((question) => question.primary)).toHaveLength(1);
    expect(rankings.map((question) => unrankedMode(question))).toEqual(
      rankings.map(() => 'bottom'),
    );
  });

  it('has something to choose from in every question that asks to choose', () => {
    const empty = definition.questions.filter(
      (question) =>
        ['ranking', 'single', 'multiple', 'scale', 'rating-matrix'].includes(question.kind) &&
        optionsOf(definition, question).length === 0,
    );
    expect(empty).toEqual([]);
    const matrices = definition.questions.filter(({ kind }) => kind === 'rating-matrix');
    expect(matrices.filter((question) => scalePoints(definition, question).length < 3)).toEqual([]);
  });

  it('counts only the English wording as reviewed by a native speaker', () => {
    const { en, ...others } = definition.reviewed;
    expect(en).toBe(true);
    expect(Object.keys(others)).toEqual(LANGUAGES.slice(1));
    expect(Object.values(others).some(Boolean)).toBe(false);
  });
});
