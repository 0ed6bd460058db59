import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES } from '../../src/survey/countries.ts';
import { Definition } from '../../src/survey/definition.ts';
import { optionsOf, scalePoints, unrankedMode } from '../../src/survey/question-options.ts';
import { template } from '../../src/survey/templates.ts';

const text = (en: string) => ({ en });
const option = (id: string) => ({ id, label: text(id.toUpperCase()) });

/** A small definition that is right; the cases below break it in one place each. */
const small = () => ({
  schema: 'study-template/1',
  id: 'small',
  version: '1.0.0',
  languages: ['en'],
  defaultLanguage: 'en',
  kind: 'survey',
  estimatedMinutes: { individual: 3, table: 10 },
  privacy: { minCell: 5 },
  source: '',
  title: text('A small study'),
  intro: text('Please answer.'),
  consent: text('I agree.'),
  thanks: text('Thank you.'),
  dontKnow: text('Don’t know'),
  scales: [
    {
      id: 'three',
      points: [1, 2, 3].map((value) => ({ value, label: text(`Point ${value}`) })),
    },
  ],
  sections: [{ id: 'all', title: text('All') }],
  stages: [{ id: 'first', title: text('First') }],
  lists: { things: ['a', 'b', 'c'].map(option), others: ['d', 'e'].map(option) },
  questions: [
    { ...question('role', 'single'), optionsFrom: 'others' },
    { ...question('order', 'ranking'), optionsFrom: 'things', min: 1, max: 3 },
    { ...question('rate', 'rating-matrix'), rowsFrom: 'things', scale: 'three' },
    { ...question('hours', 'number'), min: 0, max: 10 },
    { ...question('why', 'long-text'), maxLength: 100, audience: ['individual'] },
    { ...question('how', 'scale'), scale: 'three' },
  ] as Record<string, unknown>[],
  segments: ['role', '@table'],
  analyses: [{ id: 'best', kind: 'rank-aggregate', question: 'order' }] as Record<
    string,
    unknown
  >[],
  workshop: {
    guidingQuestions: [
      { id: 'guide', title: text('Why?'), competencies: ['a'], challenges: ['d'] },
    ],
    challengeCards: [
      {
        id: 'card',
        guidingQuestion: 'guide',
        title: text('A case'),
        possibleSolutions: [{ id: 'wait', label: text('Wait') }],
      },
    ],
    agenda: [
      {
        id: 'talk',
        start: '09:30',
        minutes: 30,
        kind: 'tables',
        title: text('Talk'),
        questions: ['order'],
      },
    ],
    timezone: 'Europe/Madrid',
    roles: ['host'],
  },
});

function question(id: string, kind: string) {
  return {
    id,
    kind,
    section: 'all',
    audience: ['individual', 'table'],
    required: false,
    title: text(`About ${id}`),
  };
}

/** The small definition with a value put at a path such as `questions.1.max`. */
function broken(path: string, value: unknown): unknown {
  const whole: unknown = small();
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], whole);
  (parent as Record<string, unknown>)[last] = value;
  return whole;
}

/** `path: message` of every problem. */
function problems(value: unknown): string[] {
  const result = Definition.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const many = (length: number) => Array.from({ length }, (_, index) => option(`o${index}`));

type Case = [law: string, path: string, value: unknown, problem: string | RegExp];

const CASES: Case[] = [
  ['an unknown key', 'colour', 'red', /colour/],
  ['an unknown key of a question', 'questions.1.colour', 'red', /questions\.1: .*colour/],
  ['a key of another kind of question', 'questions.3.maxLength', 5, /questions\.3: .*maxLength/],
  ['an unknown key of an option', 'lists.things.0.colour', 'red', /lists\.things\.0: .*colour/],
  ['an unknown kind of question', 'questions.1.kind', 'slider', /questions\.1/],
  ['another schema', 'schema', 'study-template/2', /schema/],
  ['an id with capitals', 'questions.1.id', 'Order', /questions\.1\.id: use lower-case/],
  ['an id that every object has', 'questions.4.id', 'constructor', /questions\.4\.id: .*reserved/],
  [
    'a question id used twice',
    'questions.4.id',
    'hours',
    'questions.4.id: The id "hours" is used twice here.',
  ],
  [
    'an option id used twice',
    'lists.things.2',
    { id: 'a', label: text('Other') },
    'lists.things.2.id: The id "a" is used twice here.',
  ],
  [
    'an own option id used twice',
    'questions.0',
    {
      ...question('role', 'single'),
      options: [option('a'), { id: 'a', label: text('Other') }],
    },
    'questions.0.options.1.id: The id "a" is used twice here.',
  ],
  [
    'a scale id used twice',
    'scales.1',
    small().scales[0],
    'scales.1.id: The id "three" is used twice here.',
  ],
  [
    'a section id used twice',
    'sections.1',
    small().sections[0],
    'sections.1.id: The id "all" is used twice here.',
  ],
  [
    'a stage id used twice',
    'stages.1',
    small().stages[0],
    'stages.1.id: The id "first" is used twice here.',
  ],
  [
    'an analysis id used twice',
    'analyses.1',
    small().analyses[0],
    'analyses.1.id: The id "best" is used twice here.',
  ],
  [
    'a card id used twice',
    'workshop.challengeCards.1',
    small().workshop.challengeCards[0],
    'workshop.challengeCards.1.id: The id "card" is used twice here.',
  ],
  [
    'a solution id used twice',
    'workshop.challengeCards.0.possibleSolutions.1',
    { id: 'wait', label: text('Or not') },
    'workshop.challengeCards.0.possibleSolutions.1.id: The id "wait" is used twice here.',
  ],
  [
    'an agenda id used twice',
    'workshop.agenda.1',
    small().workshop.agenda[0],
    'workshop.agenda.1.id: The id "talk" is used twice here.',
  ],
  [
    'a guiding question id used twice',
    'workshop.guidingQuestions.1',
    small().workshop.guidingQuestions[0],
    'workshop.guidingQuestions.1.id: The id "guide" is used twice here.',
  ],
  ['a language listed twice', 'languages', ['en', 'en'], 'languages.1: "en" is listed twice.'],
  [
    'a default language that is not carried',
    'defaultLanguage',
    'de',
    'defaultLanguage: The default language "de" is not one of the languages.',
  ],
  ['an unknown language', 'title', { en: 'A', tlh: 'B' }, /title/],
  [
    'no wording in the default language',
    'title',
    { de: 'Titel' },
    'title: The title is missing in language "en".',
  ],
  ['a blank text', 'title.en', '   ', 'title.en: the text is empty'],
  ['a text in no language', 'title', 'Title', /title: write one text per language/],
  [
    'an order it does not know',
    'questions.1.randomise',
    'often',
    /randomise: use true, false or as:/,
  ],
  [
    'a label of 151 characters',
    'lists.things.0.label.en',
    'x'.repeat(151),
    'lists.things.0.label.en: The label has 151 characters, 150 are allowed.',
  ],
  [
    'a short label of 41 characters',
    'lists.things.0.short',
    text('x'.repeat(41)),
    'lists.things.0.short.en: The short has 41 characters, 40 are allowed.',
  ],
  [
    'a title of 131 characters',
    'questions.0.title.en',
    'x'.repeat(131),
    'questions.0.title.en: The title has 131 characters, 130 are allowed.',
  ],
  [
    'a help of 131 characters',
    'questions.0.help',
    text('x'.repeat(131)),
    'questions.0.help.en: The help has 131 characters, 130 are allowed.',
  ],
  [
    'a label used twice in a list',
    'lists.things.2.label.en',
    'a',
    'lists.things.2.label.en: The label "a" is used twice in this list.',
  ],
  [
    'a short label used twice in a list',
    'lists.things',
    ['a', 'b'].map((id) => ({ ...option(id), short: text('Same') })),
    'lists.things.1.short.en: The short "Same" is used twice in this list.',
  ],
  [
    'a label used twice among own options',
    'questions.0',
    { ...question('role', 'single'), options: [option('a'), { id: 'b', label: text('A') }] },
    'questions.0.options.1.label.en: The label "A" is used twice in this list.',
  ],
  [
    'a section that is not there',
    'questions.0.section',
    'none',
    'questions.0.section: There is no section "none".',
  ],
  [
    'a stage that is not there',
    'questions.0.stage',
    'none',
    'questions.0.stage: There is no stage "none".',
  ],
  [
    'a guiding question that is not there',
    'questions.0.guidingQuestion',
    'none',
    'questions.0.guidingQuestion: There is no guiding question "none".',
  ],
  [
    'a guiding question of an option that is not there',
    'lists.things.0.guidingQuestion',
    'none',
    'lists.things.0.guidingQuestion: There is no guiding question "none".',
  ],
  [
    'a list that is not there',
    'questions.1.optionsFrom',
    'none',
    'questions.1.optionsFrom: There is no list "none".',
  ],
  [
    'a list of rows that is not there',
    'questions.2.rowsFrom',
    'none',
    'questions.2.rowsFrom: There is no list "none".',
  ],
  [
    'a coding list that is not there',
    'questions.4.coding',
    { list: 'none', allowNew: true },
    'questions.4.coding.list: There is no list "none".',
  ],
  [
    'a scale that is not there',
    'questions.2.scale',
    'none',
    'questions.2.scale: There is no scale "none".',
  ],
  [
    'a scale question’s scale that is not there',
    'questions.5.scale',
    'none',
    'questions.5.scale: There is no scale "none".',
  ],
  [
    'a scale that does not rise',
    'scales.0.points.2.value',
    2,
    'scales.0.points.2.value: The values of scale "three" must rise from point to point.',
  ],
  [
    'a choice without options',
    'questions.0',
    question('role', 'single'),
    'questions.0: Question "role" needs options or optionsFrom, exactly one of them.',
  ],
  [
    'a choice with options from two places',
    'questions.0.options',
    ['x', 'y'].map(option),
    'questions.0: Question "role" needs options or optionsFrom, exactly one of them.',
  ],
  [
    'a scale question with a scale and options',
    'questions.5.options',
    ['x', 'y'].map(option),
    'questions.5: Question "how" needs options, optionsFrom or scale, exactly one of them.',
  ],
  [
    'a ranking of all countries',
    'questions.1.optionsFrom',
    '@countries',
    'questions.1.optionsFrom: Only a single choice can list all countries.',
  ],
  [
    'a ranking of options with a text beside them',
    'lists.things.0.writeIn',
    true,
    'questions.1.optionsFrom: Only a single choice can have an option with a text beside it.',
  ],
  ['min above max', 'questions.1.min', 4, 'questions.1.min: min 4 is more than max 3.'],
  [
    'min above the options',
    'questions.1',
    { ...question('order', 'ranking'), optionsFrom: 'things', min: 4 },
    'questions.1.min: min 4 is more than the 3 options.',
  ],
  [
    'max above the options',
    'questions.1.max',
    4,
    'questions.1.max: max 4 must be 1 to 3, the options and write-ins there are.',
  ],
  [
    'a complete ranking with a least number',
    'questions.1.complete',
    true,
    'questions.1.complete: A complete ranking has neither min nor max.',
  ],
  [
    'min above max of a number',
    'questions.3.min',
    11,
    'questions.3.min: min 11 is more than max 10.',
  ],
  ['a step of nothing', 'questions.3.step', 0, /questions\.3\.step/],
  [
    'an audience listed twice',
    'questions.0.audience',
    ['table', 'table'],
    'questions.0.audience: An audience is listed twice.',
  ],
  ['no audience', 'questions.0.audience', [], /questions\.0\.audience/],
  [
    'the order of a question that is not there',
    'questions.1.randomise',
    'as:none',
    'questions.1.randomise: There is no question "none".',
  ],
  [
    'the order of a question with other options',
    'questions.1.randomise',
    'as:role',
    'questions.1.randomise: Question "role" does not have the options of "order".',
  ],
  [
    'its own order',
    'questions.1.randomise',
    'as:order',
    'questions.1.randomise: Question "order" does not have the options of "order".',
  ],
  [
    'a filter by a question that is not there',
    'questions.1.optionsFilter',
    { validatedBy: 'none' },
    'questions.1.optionsFilter.validatedBy: There is no question "none".',
  ],
  [
    'a filter by another ranking',
    'questions.5',
    {
      ...question('again', 'ranking'),
      optionsFrom: 'things',
      optionsFilter: { validatedBy: 'order' },
    },
    'questions.5.optionsFilter.validatedBy: Question "order" is not a rating matrix.',
  ],
  [
    'a label used twice among own rows',
    'questions.2',
    {
      ...question('rate', 'rating-matrix'),
      rows: [option('a'), { id: 'b', label: text('A') }],
      scale: 'three',
    },
    'questions.2.rows.1.label.en: The label "A" is used twice in this list.',
  ],
  [
    'a confirmed value off the scale',
    'questions.2.confirmRule',
    { minShare: 0.7, value: 9, minAnswers: 5 },
    'questions.2.confirmRule.value: 9 is not a point of scale "three".',
  ],
  [
    'a condition on a question that is not there',
    'questions.1.showIf',
    { question: 'none', answered: true },
    'questions.1.showIf.question: There is no question "none".',
  ],
  [
    'a condition on a later question',
    'questions.1.showIf',
    { question: 'rate', answered: true },
    'questions.1.showIf.question: Question "rate" must come before "order".',
  ],
  [
    'a condition on itself',
    'questions.1.showIf',
    { question: 'order', answered: true },
    'questions.1.showIf.question: Question "order" must come before "order".',
  ],
  [
    'a condition on a question that others are asked',
    'questions.5.showIf',
    { question: 'why', answered: true },
    'questions.5.showIf.question: Question "why" is not asked of a table.',
  ],
  ['an unknown segment', 'segments.0', 'none', 'segments.0: There is no question "none".'],
  ['an unknown system segment', 'segments.0', '@weather', /segments\.0/],
  [
    'a segment listed twice',
    'segments.1',
    'role',
    'segments.1: The segment "role" is listed twice.',
  ],
  [
    'a segment by a free text',
    'segments.0',
    'why',
    'segments.0: The long-text question "why" cannot divide answers into groups.',
  ],
  [
    'an analysis of a question that is not there',
    'analyses.0.question',
    'none',
    'analyses.0.question: There is no question "none".',
  ],
  [
    'an analysis of the wrong kind of question',
    'analyses.0.question',
    'rate',
    'analyses.0.question: Question "rate" is not of kind ranking.',
  ],
  [
    'a gap over a list that is not there',
    'analyses.0',
    { id: 'gap', kind: 'gap', list: 'none' },
    'analyses.0.list: There is no list "none".',
  ],
  [
    'a curriculum from an analysis that is not there',
    'analyses.0',
    {
      id: 'plan',
      kind: 'curriculum',
      weightsFrom: ['none'],
      durationFrom: 'hours',
      ects: { hoursPerCredit: 25 },
    },
    'analyses.0.weightsFrom.0: There is no analysis "none".',
  ],
  [
    'a curriculum from itself',
    'analyses.0',
    {
      id: 'plan',
      kind: 'curriculum',
      weightsFrom: ['plan'],
      durationFrom: 'hours',
      ects: { hoursPerCredit: 25 },
    },
    'analyses.0.weightsFrom.0: There is no analysis "plan".',
  ],
  [
    'a card for a guiding question that is not there',
    'workshop.challengeCards.0.guidingQuestion',
    'none',
    'workshop.challengeCards.0.guidingQuestion: There is no guiding question "none".',
  ],
  [
    'a competency that is not there',
    'workshop.guidingQuestions.0.competencies.0',
    'none',
    'workshop.guidingQuestions.0.competencies.0: There is no option "none".',
  ],
  [
    'a challenge that is not there',
    'workshop.guidingQuestions.0.challenges.0',
    'none',
    'workshop.guidingQuestions.0.challenges.0: There is no option "none".',
  ],
  [
    'an agenda with a question that is not there',
    'workshop.agenda.0.questions.0',
    'none',
    'workshop.agenda.0.questions.0: There is no question "none".',
  ],
  ['an agenda at half past 25', 'workshop.agenda.0.start', '25:30', /start: write the time/],
  ['a time zone that is none', 'workshop.timezone', 'Europe/Atlantis', /timezone: use an IANA/],
  ['301 options', 'lists.others', many(301), /lists\.others/],
  ['a list of one', 'lists.others', many(1), /lists\.others/],
  [
    '201 questions',
    'questions',
    Array.from({ length: 201 }, (_, index) => ({
      ...question(`q${index}`, 'number'),
    })),
    /questions/,
  ],
  ['no questions', 'questions', [], /questions/],
];

describe('a definition', () => {
  it('is taken when it is right', () => {
    expect(problems(small())).toEqual([]);
  });

  it.each(CASES)('is refused for %s, by its place', (_law, path, value, problem) => {
    const found = problems(broken(path, value));
    if (typeof problem === 'string') expect(found).toContain(problem);
    else expect(found.filter((sentence) => problem.test(sentence))).not.toEqual([]);
  });

  it.each([null, 7, 'text', [], {}])('is refused, not thrown at, when it is %j', (value) => {
    expect(problems(value)).not.toEqual([]);
  });

  it('is refused when a list has the name of an inherited property', () => {
    const raw = JSON.stringify(small()).replace('"things":[', '"__proto__":[');
    expect(problems(JSON.parse(raw))).toContain(
      'questions.1.optionsFrom: There is no list "things".',
    );
  });

  it('reports all of its problems at once', () => {
    const found = problems({ ...small(), segments: ['none'], languages: ['en', 'en'] });
    expect(found).toHaveLength(2);
  });

  it('asks both audiences and is optional unless it says otherwise', () => {
    const { audience: _audience, required: _required, ...rest } = question('hours', 'number');
    const parsed = Definition.parse(broken('questions.3', rest));
    expect(parsed.questions[3]).toMatchObject({
      audience: ['individual', 'table'],
      required: false,
    });
  });

  it('may carry fewer languages than the product, and more texts than its languages', () => {
    expect(problems(broken('title', { en: 'A study', de: 'Eine Studie' }))).toEqual([]);
  });

  it('counts characters, not code units', () => {
    expect(problems(broken('lists.things.0.short', text('😀'.repeat(22))))).toEqual([]);
  });

  it('may rank as many write-ins as it allows on top of the options', () => {
    const ranking = { ...question('order', 'ranking'), optionsFrom: 'things', max: 5, writeIns: 2 };
    expect(problems(broken('questions.1', ranking))).toEqual([]);
  });

  it('reads the same after a round trip through JSON', () => {
    const definition = template('rural-innovation-gaps')!;
    expect(Definition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  });
});

describe('the options of a question', () => {
  const definition = Definition.parse({
    ...small(),
    questions: [
      ...small().questions,
      { ...question('country', 'single'), optionsFrom: '@countries' },
      { ...question('own', 'multiple'), options: [option('x'), option('y')] },
    ],
  });
  const named = (id: string) => definition.questions.find((candidate) => candidate.id === id)!;
  const optionIds = (id: string) => optionsOf(definition, named(id)).map((entry) => entry.id);

  it('come from the list, the rows or the question itself', () => {
    expect(optionIds('order')).toEqual(['a', 'b', 'c']);
    expect(optionIds('rate')).toEqual(['a', 'b', 'c']);
    expect(optionIds('own')).toEqual(['x', 'y']);
  });

  it('are none where nothing is to be chosen', () => {
    expect(optionIds('hours')).toEqual([]);
    expect(optionIds('why')).toEqual([]);
    expect(optionIds('how')).toEqual([]);
  });

  it('are the 249 assigned country codes, each once, in order', () => {
    expect(optionIds('country')).toEqual(COUNTRY_CODES);
    const assigned = COUNTRY_CODES.slice(0, 249);
    expect(COUNTRY_CODES.slice(249)).toEqual(['XK']);
    expect(assigned.toSorted()).toEqual([...new Set(assigned)]);
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    expect(COUNTRY_CODES.filter((code) => !names.of(code))).toEqual([]);
    expect(['PT', 'ES', 'GB', 'SS'].every((code) => COUNTRY_CODES.includes(code))).toBe(true);
    expect(['UK', 'EU', 'YU', 'ZZ'].some((code) => COUNTRY_CODES.includes(code))).toBe(false);
  });

  it('are points for a question that uses a scale', () => {
    const values = (id: string) => scalePoints(definition, named(id)).map(({ value }) => value);
    expect(values('rate')).toEqual([1, 2, 3]);
    expect(values('how')).toEqual([1, 2, 3]);
    expect(values('order')).toEqual([]);
  });

  it('left out of a ranking are at the bottom unless the question says otherwise', () => {
    expect(unrankedMode({})).toBe('bottom');
    expect(unrankedMode({ unranked: 'ignore' })).toBe('ignore');
  });
});
