import type { CountedRanking } from '../ranking/ballots.ts';
import type { Definition } from './definition.ts';
import { type QuestionTally, rankingIn } from './question-tally.ts';
import type { RankingFigures } from './ranking-results.ts';
import { gather } from './results.ts';

/** The rankings of one slice of a document: coded, with how often each was given. */
export interface DeepSlice {
  key: string;
  tally: QuestionTally;
  codes: [code: string, count: number][];
}

/** What has to be worked out from every ballot; plain data, so that it can go to another thread. */
export interface DeepTask {
  definition: Definition;
  question: string;
  slices: DeepSlice[];
}

/** The figures that a tally can't tell, by slice. */
export type DeepFigures = [key: string, Pick<RankingFigures, 'plackettLuce' | 'irv'>][];

/**
 * Works out the Plackett–Luce worths and the run-off of each slice. Takes seconds for many ballots.
 *
 * @example
 * deepFigures({ definition, question: 'topics', slices })[0] // ['all', { plackettLuce, irv }]
 */
export function deepFigures({ definition, question: id, slices }: DeepTask): DeepFigures {
  const question = definition.questions.find((candidate) => candidate.id === id)!;
  return slices.map(({ key, tally, codes }) => {
    const ballots = ballotsIn(codes);
    const gathered = gather(definition, question, definition.defaultLanguage, { tally, ballots });
    const { plackettLuce, irv } = gathered.figures() as RankingFigures;
    return [key, { plackettLuce, irv }];
  });
}

/** Coded rankings as they are counted. */
export function ballotsIn(codes: Iterable<readonly [string, number]>): CountedRanking[] {
  return Array.from(codes, ([code, count]) => ({ count, ranking: rankingIn(code) }));
}
