import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCoder, FIELD, fittedRanking } from '../../src/survey/answer-code.ts';
import { definitionProblems } from '../../src/survey/definition-rules.ts';
import { Definition } from '../../src/survey/definition.ts';
import { definitionChanges } from '../../src/survey/definition-changes.ts';
import {
  changedAt,
  movedTo,
  newOption,
  type Place,
  withCopy,
  withKind,
  withNewQuestion,
  withoutQuestion,
} from '../../src/survey/definition-edits.ts';
import type { Option } from '../../src/survey/option.ts';
import type { QuestionKind } from '../../src/survey/question.ts';
import { template, templateIds } from '../../src/survey/templates.ts';
import { smallDefinition } from '../api/small-study.ts';

const before = Definition.parse(smallDefinition);
const at = (place: Place, value: unknown) => changedAt(before, place, value);
const kinds = (after: Definition) =>
  definitionChanges(before, after).map(({ kind, effect }) => `${kind}: ${effect}`);

const KINDS: QuestionKind[] = [
  'ranking',
  'single',
  'multiple',
  'scale',
  'rating-matrix',
  'number',
  'short-text',
  'long-text',
];

describe('what a change does to answers', () => {
  test.each(templateIds)('nothing, if nothing is changed: %s', (id) => {
    const definition = template(id)!;
    expect(definitionChanges(definition, structuredClone(definition))).toEqual([]);
  });

  test.each<[string, Definition, string[]]>([
    ['another title', at(['title', 'en'], 'New'), ['text: wording']],
    ['another question', at(['questions', 1, 'title', 'en'], 'New'), ['text: wording']],
    ['a translation', at(['questions', 1, 'title', 'de'], 'Neu'), ['text: wording']],
    [
      'words of a scale',
      at(['scales', 0, 'points', 0, 'label', 'en'], 'low'),
      ['text: wording', 'text: wording'],
    ],
    ['another unranked mode', at(['questions', 0, 'unranked'], 'ignore'), ['unranked: counting']],
    ['other limits', at(['questions', 0, 'max'], 3), ['limits: rules']],
    ['a required question', at(['questions', 1, 'required'], true), ['limits: rules']],
    ['a hidden question', at(['questions', 1, 'hidden'], true), ['question-hidden: rules']],
    ['other segments', at(['segments'], []), ['segments: counting']],
    ['larger groups only', at(['privacy', 'minCell'], 9), ['min-cell-higher: counting']],
    ['smaller groups', at(['privacy', 'minCell'], 4), ['min-cell-lower: refused']],
    [
      'names in results',
      at(['questions', 8, 'personal'], undefined),
      ['question-personal: refused'],
    ],
    ['a question less', withoutQuestion(before, 3), ['question-removed: refused']],
    [
      'an option out of the count',
      at(['questions', 1, 'options', 0, 'exclude'], true),
      ['limits: counting'],
    ],
  ])('%s', (_, after, expected) => {
    expect(kinds(after)).toEqual(expected);
  });

  test('something new belongs at the end, where no answer has to move for it', () => {
    for (const kind of KINDS) {
      const added = withNewQuestion(before, kind);
      expect(kinds(added), kind).toEqual(['question-added: added']);
      const first = {
        ...added,
        questions: movedTo(added.questions, added.questions.length - 1, 0),
      };
      expect(kinds(first), kind).toContain('question-added: refused');
    }
    const options = before.lists['topics']!;
    const last = at(['lists', 'topics'], [...options, newOption(before, options)]);
    expect(new Set(kinds(last))).toEqual(new Set(['option-added: added']));
    const first = at(['lists', 'topics'], [newOption(before, options), ...options]);
    expect(kinds(first)).toContain('option-moved: refused');
  });

  test('no change that is not refused makes the code of an earlier answer wrong', () => {
    const answers = {
      topics: [['data'], ['law', 'roads']],
      role: 'teacher',
      places: ['west', 'north'],
      years: '2',
      skills: { law: 1, roads: 3 },
      share: 40,
    };
    const old = answerCoder(before).encode(answers).split(FIELD);
    const size = before.lists['topics']!.length;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(20), fc.nat(20)), { maxLength: 6 }),
        (edits) => {
          let after = before;
          for (const [what, from, to] of edits) after = randomEdit(after, what, from, to);
          if (definitionChanges(before, after).some(({ effect }) => effect === 'refused')) return;
          const now = answerCoder(after).encode(answers).split(FIELD);
          const items = after.lists['topics']!.length;
          expect(items).toBeGreaterThanOrEqual(size);
          expect(now[0]).toBe(fittedRanking(old[0]!, items));
          for (const [field, code] of old.entries()) {
            if (field > 0) expect(now[field]!.replace(/0+$/, '')).toBe(code.replace(/0+$/, ''));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Edits of every sort, kept within the definition. */
function randomEdit(definition: Definition, what: number, from: number, to: number): Definition {
  const { questions, lists } = definition;
  const topics = lists['topics']!;
  const put = (next: Option[]) => ({ ...definition, lists: { ...lists, topics: next } });
  switch (what) {
    case 0:
      return withNewQuestion(definition, KINDS[from % KINDS.length]!);
    case 1:
      return put([...topics, newOption(definition, topics)]);
    case 2:
      return put(movedTo(topics, from % topics.length, to % topics.length));
    case 3:
      return {
        ...definition,
        questions: movedTo(questions, from % questions.length, to % questions.length),
      };
    case 4:
      return withCopy(definition, from % questions.length, to % 2 === 0);
    default:
      return put(topics.length > 2 ? topics.toSpliced(from % topics.length, 1) : topics);
  }
}

describe('edits', () => {
  test('a new question of any kind leaves a definition in order, and so does deleting any', () => {
    for (const id of templateIds) {
      const definition = template(id)!;
      for (const kind of KINDS) {
        expect(Definition.safeParse(withNewQuestion(definition, kind)).error).toBeUndefined();
      }
      for (const [index, question] of definition.questions.entries()) {
        const used = definition.questions.some(
          (other) => other.kind === 'ranking' && other.optionsFilter?.validatedBy === question.id,
        );
        const left = Definition.safeParse(withoutQuestion(definition, index));
        expect(
          left.error?.issues.map(({ message }) => message),
          `${id} ${question.id}`,
        ).toBe(used ? left.error?.issues.map(({ message }) => message) : undefined);
      }
      const copy = withCopy(definition, 0);
      expect(Definition.safeParse(copy).error).toBeUndefined();
    }
  });

  test('a list keeps its entries when one is moved, and moving back restores it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length];
        const moved = movedTo(list, from, to);
        expect(moved[to]).toBe(list[from]);
        expect(movedTo(moved, to, from)).toEqual(list);
      }),
    );
  });

  test('a change shares with the old definition all that it does not touch', () => {
    const after = changedAt(before, ['questions', 1, 'title', 'en'], 'New');
    expect(after.questions[0]).toBe(before.questions[0]);
    expect(before.questions[1]!.title['en']).toBe('role');
    expect(changedAt(after, ['questions', 1, 'title', 'en'], 'role')).toEqual(before);
  });
});

describe('another kind of a question', () => {
  const definitions = [before, ...templateIds.map((id) => template(id)!)];

  test('gives a study that can be saved, with the question’s wording and place', () => {
    for (const definition of definitions) {
      for (const [index, question] of definition.questions.entries()) {
        for (const kind of KINDS) {
          const changed = withKind(definition, index, kind);
          const about = `${question.id}: ${question.kind} to ${kind}`;
          expect(definitionProblems(Definition.parse(changed)), about).toEqual([]);
          const { id, title, section, audience } = question;
          expect(changed.questions[index], about).toMatchObject({
            id,
            title,
            section,
            audience,
            kind,
          });
          expect(changed.questions, about).toHaveLength(definition.questions.length);
        }
      }
    }
  });

  test('keeps the options where it has any', () => {
    const index = before.questions.findIndex(({ kind }) => kind === 'single');
    const labels = (of: Definition) => {
      const question = of.questions[index]!;
      const own = 'options' in question ? question.options : 'rows' in question && question.rows;
      return own ? own.map(({ label }) => label) : null;
    };
    expect(labels(before)).not.toBeNull();
    let changed = before;
    for (const kind of ['ranking', 'rating-matrix', 'multiple', 'single'] as const) {
      changed = withKind(changed, index, kind);
      expect(labels(changed)).toEqual(labels(before));
    }
  });
});
