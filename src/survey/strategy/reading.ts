import type { Certainty } from '../../needs/statement.ts';
import type { Question } from '../definition.ts';
import { type Language, type Text, textIn } from '../language.ts';
import type { ResultsDocument, ShownSlice } from '../results-document.ts';
import type { Figures, LeftOut } from '../results-document.ts';
import { namesRound } from '../default-round.ts';
import { type Filter, pageParameters, readResultsQuery } from '../results-query.ts';
import { labeller } from '../segment.ts';
import { fingerprint } from './fingerprint.ts';
import type { SentenceBlock, Trace, TracedFigure } from './strategy-document.ts';
import type { StrategyInput } from './strategy-input.ts';
import type { StrategyStatementKind } from './strategy-statement.ts';
import { STRATEGY_TEXTS } from './text/texts.ts';
import { number, type Said, said, type Teller, teller } from './told.ts';

/** A strategy while it is written: what it is made of, and how things are called in its language. */
export interface Reading extends Teller {
  input: StrategyInput;
  /** The title of a question, as it stands in the study. */
  titleOf: (question: string) => string;
  /** An option of a question, in short. */
  labelOf: (question: string, id: string) => string;
}

/** Starts writing a strategy in a language; names that it lacks are in the study's own. */
export function readingOf(input: StrategyInput, language: Language): Reading {
  const { definition } = input;
  const questions = new Map(definition.questions.map((question) => [question.id, question]));
  const labels = new Map<string, (id: string) => string>();
  const labelOf = (question: string, id: string): string => {
    const known = questions.get(question);
    if (!known) return id;
    let label = labels.get(question);
    if (!label) labels.set(question, (label = labeller(definition, known, language)));
    return label(id);
  };
  const titleOf = (id: string): string => {
    const question = questions.get(id);
    return question ? textIn(question.title, language, definition.defaultLanguage) : id;
  };
  const say = (text: Text) => textIn(text, language, definition.defaultLanguage);
  const { guidingQuestions } = definition.workshop;
  const told = teller(language, STRATEGY_TEXTS[language], {
    option: labelOf,
    title: titleOf,
    study: () => say(definition.title),
    guiding: (id) => say(guidingQuestions.find((one) => one.id === id)?.title ?? {}),
  });
  return { ...told, input, titleOf, labelOf };
}

/** What a sentence is made of. */
export interface Sentence {
  statement: StrategyStatementKind;
  subject?: string;
  /** Answers; 0 with `computed`. */
  n?: number;
  certainty?: Certainty;
  said: Said;
  trace: Trace;
}

/**
 * A sentence with how sure it is, in words, and its trace. What follows from rules is only stated.
 *
 * @example
 * sentence(reading, { statement: 'participants', said: said('participants', { count }), trace })
 */
export function sentence(reading: Reading, made: Sentence): SentenceBlock {
  const { statement, subject = '', n = 0, certainty = 'computed', trace } = made;
  const whole = withCertainty(made.said, n, certainty);
  return {
    kind: 'sentence',
    id: subject ? `${statement}:${subject}` : statement,
    text: reading.say(whole),
    statement,
    n,
    certainty,
    trace,
    fingerprint: fingerprint(JSON.stringify(whole)),
  };
}

function withCertainty(main: Said, n: number, certainty: Certainty): Said {
  const inside = { is: 'said', said: main } as const;
  if (certainty === 'computed' || certainty === 'too-few' || n === 0) {
    return said('stated', { sentence: inside });
  }
  return said(certainty, { sentence: inside, n: number(n) });
}

/** Of what a figure is one, with the filter that it has beyond the document's. */
export interface Asked {
  question: string;
  by?: string | null;
  where?: Filter;
  voice?: 'individual' | 'table';
}

/**
 * Where the figures of a question are to be seen: the results page and its JSON.
 *
 * @example
 * resultsTrace(reading, { question: 'role' }, [figure]).api // => '/api/studies/…/results?question=role'
 */
export function resultsTrace(
  { input }: Pick<Reading, 'input'>,
  { question, by = null, voice = 'individual', where }: Asked,
  figures: readonly TracedFigure[],
): Trace {
  const { definition, events, filter, study } = input;
  const read = readResultsQuery(definition, { ...filter, question });
  const filters = typeof read === 'string' ? [] : read.where;
  // Each round stands for itself: the document's is not among them.
  const kept = filters.filter(({ segment }) => by !== '@round' || segment !== '@round');
  const query = { question, by, voice, where: where ? [...kept, where] : kept };
  const isWhole = events.rounds > 1 && !namesRound(query);
  const address = pageParameters(isWhole ? { ...query, rounds: 'all' } : query);
  const path = `studies/${study.id}/results?${address}`;
  return {
    page: `/${path}`,
    api: `/api/${path}`,
    figures: figures.map((one) => filtered(input, one)),
  };
}

/** Where something other than a result is to be seen. */
export function pageTrace(
  { input }: Pick<Reading, 'input'>,
  { page, api }: { page: string; api: string },
  figures: readonly TracedFigure[] = [],
): Trace {
  const { id } = input.study;
  return {
    page: `/studies/${id}${page}`,
    api: `/api/studies/${id}${api}`,
    figures: figures.map((one) => filtered(input, one)),
  };
}

/** The rounds that a document counts, where its filter names them; null for all. */
export function roundsIn({ definition, filter }: StrategyInput): readonly string[] | null {
  const read = readResultsQuery(definition, filter);
  const where = typeof read === 'string' ? [] : read.where;
  return where.find(({ segment }) => segment === '@round')?.values ?? null;
}

/** A figure with the document's filter beside its own; both must hold, but rounds are its own. */
function filtered({ filter }: StrategyInput, figure: TracedFigure): TracedFigure {
  const whole: Record<string, string> = { ...filter, ...figure.filter };
  const own = figure.filter?.['where'];
  const document = filter['where']
    ?.split(';')
    .filter((part) => !own?.includes('@round:') || !part.startsWith('@round:'))
    .join(';');
  const where = [document, own].filter((one) => one !== undefined && one !== '');
  if (where.length > 0) whole['where'] = where.join(';');
  return Object.keys(whole).length > 0 ? { ...figure, filter: whole } : figure;
}

/** The figures of everyone who answered a question; `null` where they are held back. */
export function shownAll<F extends Figures>(
  document: ResultsDocument | undefined,
): ShownSlice<F> | null {
  const all = document?.slices[0];
  return all && all.suppressed === undefined ? (all as unknown as ShownSlice<F>) : null;
}

/** How many took part: those who answered a question and those whom its figures leave out. */
export function everyoneIn({ n, leftOut }: { n: number; leftOut: LeftOut }): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, n);
}

/** The question with an id. */
export function questionIn({ input }: Pick<Reading, 'input'>, id: string): Question {
  return input.definition.questions.find((question) => question.id === id)!;
}
