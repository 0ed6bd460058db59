import type { Definition, Question } from './definition.ts';
import type { Language } from './language.ts';
import { optionsOf } from './question-options.ts';
import type { Counted } from './question-tally.ts';
import type { Gathering } from './results-document.ts';
import { labeller } from './segment.ts';
import { type Interval, wilsonInterval } from '../ranking/wilson.ts';
import { countWriteIns, type WriteIn, writeInText } from './write-ins.ts';

/** How often an option was chosen. */
export interface OptionCount {
  id: string;
  name: string;
  n: number;
  /** Of all respondents of the slice who answered, 0..1; those of a multiple choice can pass 1 together. */
  share: number;
  /** Wilson's 95 % interval of the share. */
  interval: Interval;
}

/** The answers to a question with fixed options, in the order of the definition. */
export interface ChoiceFigures {
  counts: OptionCount[];
  /** Answers in respondents' own words; they also count for the option they stand beside. */
  writeIns: WriteIn[];
}

/**
 * Gathers the answers to a single or multiple choice. Options marked `exclude` ("don't know") are
 * left out of the base; of 249 countries only those that somebody chose are listed.
 */
export function gatherChoices(
  definition: Definition,
  question: Question,
  language: Language,
  start?: Counted,
): Gathering {
  const options = optionsOf(definition, question);
  const excluded = new Set(options.filter(({ exclude }) => exclude).map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const [place, { id }] of options.entries()) {
    const count = start?.tally.cells[place] ?? 0;
    if (count > 0) counts.set(id, count);
  }
  const writeIns = countWriteIns();
  for (const text of start?.writeIns ?? []) writeIns.add(text);
  const say = labeller(definition, question, language);
  const isCountries = 'optionsFrom' in question && question.optionsFrom === '@countries';
  let n = start?.tally.n ?? 0;
  return {
    whyLeftOut: (answer) => {
      const ids = chosenIn(answer);
      if (ids.length === 0 && writeInText(answer) === null) return 'noAnswer';
      return ids.length > 0 && ids.every((id) => excluded.has(id)) ? 'excluded' : null;
    },
    add: (answer) => {
      n++;
      for (const id of new Set(chosenIn(answer))) counts.set(id, (counts.get(id) ?? 0) + 1);
      writeIns.add(writeInText(answer) ?? '');
    },
    figures: (): ChoiceFigures => ({
      counts: options
        .filter(({ id }) => (isCountries ? counts.has(id) : !excluded.has(id)))
        .map(({ id }) => {
          const hits = counts.get(id) ?? 0;
          const interval = wilsonInterval(hits, n) ?? [0, 1];
          return { id, name: say(id), n: hits, share: n > 0 ? hits / n : 0, interval };
        }),
      writeIns: writeIns.list(),
    }),
  };
}

function chosenIn(answer: unknown): string[] {
  if (typeof answer === 'string' && answer !== '') return [answer];
  if (Array.isArray(answer)) return answer.filter((id): id is string => typeof id === 'string');
  if (typeof answer === 'object' && answer !== null && 'id' in answer) return [String(answer.id)];
  return [];
}
