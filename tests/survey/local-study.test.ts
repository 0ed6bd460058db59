import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLanguage, LANGUAGES, languageOf, textIn } from '../../src/survey/language.ts';
import { type LocalQuestion, localise } from '../../src/survey/local-study.ts';
import { template } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const named = (questions: LocalQuestion[], id: string) =>
  questions.find((question) => question.id === id)!;

describe('the study as one language sees it', () => {
  it('has no word of another language', () => {
    const english = JSON.stringify(localise(definition, 'en', 'individual'));
    for (const language of LANGUAGES.slice(1)) {
      const study = localise(definition, language, 'individual');
      expect(study.title).toBe(definition.title[language]);
      const ranking = named(study.questions, 'competency-ranking');
      expect(ranking.options?.map(({ label }) => label)).toEqual(
        definition.lists.competencies?.map(({ label }) => label[language]),
      );
      const sent = JSON.stringify(study);
      expect(sent).not.toBe(english);
      expect(sent).not.toContain('"lang":');
      expect(sent.length).toBeLessThan(JSON.stringify(definition).length / 5);
    }
  });

  it('has the questions of its audience in their order', () => {
    const individual = localise(definition, 'en', 'individual').questions.map(({ id }) => id);
    const table = localise(definition, 'en', 'table').questions.map(({ id }) => id);
    expect(individual).toHaveLength(24);
    expect(table).toHaveLength(17);
    expect(individual).not.toContain('table-presenter');
    expect(table).not.toContain('role');
    const all = definition.questions.map(({ id }) => id);
    expect(individual).toEqual(all.filter((id) => individual.includes(id)));
  });

  it('has the sections that have a question, and the minutes of its audience', () => {
    const { sections, minutes } = localise(definition, 'en', 'table');
    expect(sections.map(({ id }) => id)).toEqual([
      'need',
      'contents',
      'format',
      'challenges',
      'open',
    ]);
    expect(minutes).toBe(60);
    expect(localise(definition, 'en', 'individual').minutes).toBe(12);
  });

  it('gives the default language for a language that it does not carry', () => {
    const german = { ...definition, languages: ['de' as const], defaultLanguage: 'de' as const };
    const study = localise(german, 'nl', 'individual');
    expect(study.language).toBe('de');
    expect(study.title).toBe(definition.title.de);
  });

  it('marks a wording that is there only in another language', () => {
    const copy = template('smart-city-programme-manager')!;
    delete copy.lists.competencies?.[0]?.label.nl;
    delete copy.questions[0]?.title.nl;
    const { questions } = localise(copy, 'nl', 'individual');
    expect(questions[0]).toMatchObject({ lang: 'en', title: definition.questions[0]?.title.en });
    const options = named(questions, 'competency-ranking').options!;
    expect(options[0]).toMatchObject({ lang: 'en', label: 'Technology trends' });
    expect(options[1]).not.toHaveProperty('lang');
  });

  it('marks the study’s own texts, sections, helps and points that are in another language', () => {
    const copy = template('smart-city-programme-manager')!;
    for (const text of ['consent', 'dontKnow'] as const) delete copy[text].nl;
    delete copy.sections[0]!.title.nl;
    delete copy.questions.find(({ id }) => id === 'competency-ranking')!.help!.nl;
    delete copy.scales[0]!.points[0]!.label.nl;
    const study = localise(copy, 'nl', 'individual');
    expect(study.langs).toEqual({ consent: 'en', dontKnow: 'en' });
    expect(study.sections.map(({ lang }) => lang).filter(Boolean)).toEqual(['en']);
    const ranking = named(study.questions, 'competency-ranking');
    expect(ranking).toMatchObject({ helpLang: 'en' });
    expect(ranking).not.toHaveProperty('lang');
    const scaled = study.questions.find(({ points }) => points?.some(({ lang }) => lang));
    expect(scaled!.points!.map(({ lang }) => lang ?? 'nl')).toContain('nl');
    expect(scaled!.points![0]).toMatchObject({ lang: 'en' });
  });

  it('flattens a ranking with its limits and short labels', () => {
    const { questions } = localise(definition, 'en', 'individual');
    const { options, ...ranking } = named(questions, 'competency-ranking');
    expect(ranking).toEqual({
      id: 'competency-ranking',
      kind: 'ranking',
      section: 'contents',
      required: true,
      title: 'Rank the competencies that the training should cover.',
      help: 'Rank at least 5, better all. Put the most important first.',
      min: 5,
      max: 12,
      ties: false,
      writeIns: 2,
      randomise: true,
      noOpinion: true,
      primary: true,
    });
    expect(options).toHaveLength(12);
    expect(options?.[1]).toEqual({
      id: 'multidisciplinary-teams',
      label: 'Multidisciplinary teams',
      short: 'Multidisciplinary team',
      help: 'Bring planners, engineers, lawyers and ICT staff to work as one team.',
    });
  });

  it('gives a matrix its rows and points, a scale its values, and a country list no options', () => {
    const { questions } = localise(definition, 'de', 'individual');
    const matrix = named(questions, 'competency-level');
    expect(matrix.rows).toHaveLength(12);
    expect(matrix.options).toBeUndefined();
    expect(matrix.points?.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(matrix).toMatchObject({ dontKnow: true, randomise: 'as:competency-importance' });
    const duration = named(questions, 'training-duration');
    expect(duration.options?.map(({ value }) => value)).toEqual([8, 20, 40, 75, 150, 300, 750]);
    expect(duration.unit).toBe('hours');
    const country = named(questions, 'country');
    expect(country.countries).toBe(true);
    expect(country.options).toBeUndefined();
  });

  it('carries what else a phone needs, and nothing of the workshop', () => {
    const { questions } = localise(definition, 'en', 'individual');
    expect(named(questions, 'possible-solution')).toMatchObject({
      maxLength: 1000,
      showIf: { question: 'own-problem', answered: true },
    });
    expect(named(questions, 'online-share')).toMatchObject({ min: 0, max: 100, step: 10 });
    const necessary = named(questions, 'training-necessary');
    expect(necessary.options?.at(-1)).toMatchObject({ id: 'dont-know', exclude: true });
    const role = named(questions, 'role');
    expect(role).toMatchObject({ segment: true });
    expect(role.options?.at(-1)).toMatchObject({ id: 'other', writeIn: true });
    const sent = JSON.stringify(localise(definition, 'en', 'individual'));
    for (const key of ['seed', 'ecf', 'guidingQuestion', 'audience', 'optionsFrom', 'agenda']) {
      expect(sent).not.toContain(`"${key}"`);
    }
  });

  it('keeps zod out of what a phone loads', () => {
    const seen = new Set<string>();
    const follow = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = readFileSync(new URL(`../../src/survey/${file}`, import.meta.url), 'utf8');
      const imports = source.matchAll(/^(?:import|export) (?!type)[^;]*? from '([^']+)'/gms);
      for (const [, from] of imports) {
        expect(from).not.toBe('zod');
        if (from?.startsWith('./')) follow(from.slice(2));
      }
    };
    for (const file of ['local-study.ts', 'answer.ts', 'language.ts', 'question-options.ts']) {
      follow(file);
    }
    expect(seen.size).toBeGreaterThan(6);
  });
});

describe('a text', () => {
  it('is read in the language asked for, else the default, else any there is', () => {
    expect(textIn({ en: 'Law', de: 'Recht' }, 'de', 'en')).toBe('Recht');
    expect(textIn({ en: 'Law', de: 'Recht' }, 'nl', 'en')).toBe('Law');
    expect(textIn({ pt: 'Direito' }, 'nl', 'en')).toBe('Direito');
    expect(textIn({}, 'nl', 'en')).toBe('');
    expect(languageOf({ pt: 'Direito' }, 'nl', 'en')).toBe('pt');
    expect(languageOf({}, 'nl', 'en')).toBe('nl');
  });

  it('is in one of eight languages', () => {
    expect(LANGUAGES.every(isLanguage)).toBe(true);
    expect(['tlh', 'EN', '', undefined, 'constructor'].some(isLanguage)).toBe(false);
  });
});
