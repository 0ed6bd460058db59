import { gatherChoices } from './choice-results.ts';
import type { Definition, Question } from './definition.ts';
import type { Language } from './language.ts';
import { gatherNumbers } from './number-results.ts';
import { unrankedMode } from './question-options.ts';
import type { Counted } from './question-tally.ts';
import { gatherRankings } from './ranking-results.ts';
import { gatherRatings } from './rating-results.ts';
import type { Respondent } from './respondent.ts';
import type { Gathering, LeftOutReason, ResultsDocument } from './results-document.ts';
import { openFilters, passedBy } from './results-filter.ts';
import type { ResultsQuery } from './results-query.ts';
import { ENGLISH_NAMES, inSegmentOrder, type SegmentNames, segmentOf } from './segment.ts';
import { slicesOf, type SliceGroup } from './slices.ts';
import { gatherTexts } from './text-results.ts';

/** Respondents come in one by one; the document can be asked for at any time. */
export interface ResultsGathering {
  add: (respondent: Respondent) => void;
  document: (study: string, version: string) => ResultsDocument;
}

/**
 * Starts gathering the results of one question: give it every respondent of the study with `add`,
 * in any order, then ask for the `document`. The order of the respondents changes nothing.
 * Small groups and those that could be had by subtraction are held back as in `slicesOf`.
 * Throws a RangeError for a query that readResultsQuery would not have let through.
 *
 * @example
 * const results = gatherResults(definition, query, 'en');
 * for (const respondent of respondents) results.add(respondent);
 * results.document(study.id, version).slices[0].n // 146
 */
export function gatherResults(
  definition: Definition,
  query: ResultsQuery,
  language: Language,
  names: SegmentNames = ENGLISH_NAMES,
): ResultsGathering {
  const question = definition.questions.find(({ id }) => id === query.question);
  const by = query.by === null ? null : segmentOf(definition, query.by, language, names);
  if (!question || (query.by !== null && !by)) throw new RangeError('the query does not fit');
  const filters = openFilters(definition, query.where);
  const newGroup = (key: string, label: string): SliceGroup => ({
    key,
    label,
    n: 0,
    leftOut: {},
    gathering: gather(definition, question, language),
    beside: new Map(),
  });
  const all = newGroup('all', names.all);
  const groups = new Map<string, SliceGroup>();
  const groupOf = (value: string): SliceGroup => {
    let group = groups.get(value);
    if (!group) groups.set(value, (group = newGroup(`${by?.id}:${value}`, by!.label(value))));
    return group;
  };

  return {
    add: (respondent) => {
      const isCounted = respondent.voice === query.voice;
      if (!isCounted && by?.id !== '@voice') return;
      const answer = respondent.answers[question.id];
      const reason = all.gathering.whyLeftOut(answer);
      const pattern = passedBy(filters, respondent, isCounted && reason === null);
      const passes = pattern === 2 ** filters.length - 1;
      const slices = by ? [...new Set(by.valuesOf(respondent))].map(groupOf) : [];
      for (const group of isCounted ? [all, ...slices] : slices) {
        if (passes) take(group, answer, reason);
        else if (reason === null) raise(group.beside, pattern);
      }
    },
    document: (study, version) => ({
      version,
      study,
      question: {
        id: question.id,
        kind: question.kind,
        ...(question.kind === 'ranking' && { unranked: unrankedMode(question) }),
      },
      slices: slicesOf(all, by ? inSegmentOrder(by, groups.keys()).map(groupOf) : [], filters, {
        minCell: definition.privacy.minCell,
        personal: 'personal' in question && question.personal === true,
        apart: by?.id === '@voice',
      }),
    }),
  };
}

function take(group: SliceGroup, answer: unknown, reason: LeftOutReason | null): void {
  if (reason === null) {
    group.n++;
    group.gathering.add(answer);
  } else group.leftOut[reason] = (group.leftOut[reason] ?? 0) + 1;
}

function raise(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Starts gathering the answers to one question, from none or from counted ones. */
export function gather(
  definition: Definition,
  question: Question,
  language: Language,
  start?: Counted,
): Gathering {
  switch (question.kind) {
    case 'ranking':
      return gatherRankings(definition, question, language, start);
    case 'single':
    case 'multiple':
      return gatherChoices(definition, question, language, start);
    case 'scale':
    case 'number':
      return gatherNumbers(definition, question, language, start);
    case 'rating-matrix':
      return gatherRatings(definition, question, language, start);
    case 'short-text':
    case 'long-text':
      return gatherTexts(question.id);
  }
}
