import { template } from '../../../src/survey/templates.ts';

/** What people of the World-Café think: the same in each run, and different from table to table. */

export const definition = template('smart-city-programme-manager')!;

/** The ranking that everybody answers alone and every table answers together. */
export const QUESTION = 'competency-ranking';

/** The ids of a list of the template. */
export const listed = (list: string) => definition.lists[list]!.map(({ id }) => id);
export const competencies = listed('competencies');

/** Profile questions that are asked before the ranking. */
export const PROFILE = [
  'role',
  'organisation-type',
  'country',
  'area-type',
  'population',
  'own-discipline',
];

/** What is asked of everybody alone after the ranking. */
export const OTHERS = [
  'training-necessary',
  'target-ranking',
  'method-ranking',
  'training-duration',
  'framework-ranking',
  'elearning-acceptable',
  'mixing-benefit',
  'challenge-ranking',
];

/** The rankings among them, each with the list that it ranks. */
export const RANKED = {
  'target-ranking': 'populations',
  'method-ranking': 'methods',
  'framework-ranking': 'frameworks',
  'challenge-ranking': 'challenges',
} as const;

/** Hours of training by the id of the answer. */
export const HOURS: Readonly<Record<string, number>> = {
  '1-day': 8,
  '2-3-days': 20,
  '1-week': 40,
  '75-hours': 75,
  '150-hours': 150,
  '300-hours': 300,
  '750-hours': 750,
};

const from = (values: readonly string[], at: number) => values[at % values.length]!;

/** What somebody says about themselves; six or more say the same, so that nothing is held back. */
export function profileOf(n: number): Record<string, string> {
  return {
    role: from(['programme-manager', 'public-technical', 'elected-official'], n),
    'organisation-type': from(['municipality', 'sme', 'cluster-association'], n),
    country: from(['ES', 'PT'], n),
    'area-type': from(['city', 'rural'], n),
    population: from(['20k-50k', '50k-100k', 'over-500k'], n >> 1),
    'own-discipline': from(['urban-planning', 'ict-telecom', 'management'], n >> 2),
  };
}

/** A number between 0 and 1 that is always the same for the same numbers. */
function noise(...numbers: readonly number[]): number {
  const mixed = numbers.reduce((sum, number) => Math.imul(sum ^ number, 0x5bd1e995) + 0x9e37, 17);
  const spread = Math.imul(mixed ^ (mixed >>> 13), 0x5bd1e995);
  return ((spread ^ (spread >>> 15)) >>> 0) / 2 ** 32;
}

/** Items in the order of a liking: the common order, shifted by table and by person. */
function liked(items: readonly string[], table: number, n: number, own: number): string[] {
  const worth = new Map(
    items.map((item, at) => [item, at + 4 * noise(at, table, 7) + own * noise(at, n, 3)]),
  );
  return items.toSorted((a, b) => worth.get(a)! - worth.get(b)!);
}

/**
 * A person's ranking of the competencies: five by those with a drawn phone, else five to twelve.
 * In the second round people have come nearer to their table.
 */
export function opinion(person: { n: number; table: number; isDrawn: boolean }, round: 1 | 2) {
  const { n, table, isDrawn } = person;
  const order = liked(competencies, table, n, round === 1 ? 9 : 4);
  return order.slice(0, isDrawn ? 5 : 5 + ((n * 3) % 8));
}

/** What a table ranks together. */
export const tableOpinion = (table: number) => liked(competencies, table, 0, 0).slice(0, 5);

/** Three of the items of another ranking, as a table or a person has them. */
export function someOf(question: keyof typeof RANKED, n: number): string[] {
  return liked(listed(RANKED[question]), n % 8, n, 6).slice(0, 3);
}

/** How long a table or a person wants it. */
export const durationOf = (n: number) =>
  from(['1-week', '75-hours', '150-hours'], n * 2 + (n >> 2));

/** A ranking as it is stored. */
export const grouped = (ranking: readonly string[]) => ranking.map((item) => [item]);

/** A person's answers to the other questions. */
export function otherAnswers(n: number): Record<string, unknown> {
  const rankings = Object.keys(RANKED) as (keyof typeof RANKED)[];
  return {
    'training-necessary': from(['yes-urgent', 'yes-later', 'no-other'], n),
    'training-duration': durationOf(n),
    'elearning-acceptable': from(['rather-no', 'half', 'rather-yes', 'yes'], n),
    'mixing-benefit': Object.fromEntries(rowsOf('mixing-benefit').map((row) => [row, 1 + (n % 5)])),
    ...Object.fromEntries(rankings.map((question) => [question, grouped(someOf(question, n))])),
  };
}

function rowsOf(id: string): string[] {
  const question = definition.questions.find((candidate) => candidate.id === id)!;
  return 'rows' in question ? (question.rows ?? []).map((row) => row.id) : [];
}
