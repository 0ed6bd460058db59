import { holm } from '../ranking/multiple-tests.ts';
import type { Definition, Question } from './definition.ts';
import {
  type ComparableSlice,
  type Division,
  divisionOf,
  type ItemDivision,
  testableGroups,
} from './divisions.ts';
import { type Language, textIn } from './language.ts';
import { optionsOf, unrankedMode } from './question-options.ts';
import type { QuestionTally } from './question-tally.ts';
import type { Figures, Slice } from './results-document.ts';
import { gather } from './results.ts';
import { inSegmentOrder, segmentIds, type SegmentNames, segmentOf } from './segment.ts';
import { slicesOf, type SliceGroup } from './slices.ts';
import type { DocumentTallies } from './tally-results.ts';

/** One question and one segment, and how far the groups answer differently. */
export interface DividingLine extends Pick<Division, 'method' | 'pValue' | 'effect'> {
  question: string;
  segment: string;
  groups: { key: string; label: string; n: number }[];
  /** Corrected by Holm for all lines. */
  adjustedPValue: number;
  /** What divides most; of a scale or number there is only one. */
  item: ItemDivision;
}

/** Questions of which people may think differently: not texts, nor those that divide by themselves. */
export function dividedQuestions(definition: Definition): Question[] {
  const segments = new Set(segmentIds(definition));
  return definition.questions.filter(
    (question) =>
      !segments.has(question.id) &&
      !('personal' in question && question.personal) &&
      question.kind !== 'short-text' &&
      question.kind !== 'long-text',
  );
}

/** Segments by which nobody is in two groups; voices are never mixed. */
export function dividingSegments(definition: Definition): string[] {
  return segmentIds(definition).filter((id) => {
    const question = definition.questions.find((candidate) => candidate.id === id);
    return id !== '@voice' && question?.kind !== 'multiple';
  });
}

/**
 * How far the shown groups of one segment answer one question differently; null where there is
 * nothing to test. Small groups are held back as in every other document.
 */
export function dividingLine(
  definition: Definition,
  question: Question,
  by: string,
  { language, names }: { language: Language; names: SegmentNames },
  tallies: DocumentTallies,
): Omit<DividingLine, 'adjustedPValue'> | null {
  const segment = segmentOf(definition, by, language, names);
  // Where what is left out says nothing, ranks of different people can't be compared.
  if (!segment || (question.kind === 'ranking' && unrankedMode(question) === 'ignore')) return null;
  const groupOf = (
    key: string,
    label: string,
    { tally, beside }: Pick<DocumentTallies, 'beside'> & { tally: QuestionTally },
  ): SliceGroup => ({
    key,
    label,
    n: tally.n,
    leftOut: {},
    gathering: {
      ...gather(definition, question, language, { tally }),
      ...(tally.ranking && { figures: () => rankedGroup(definition, question, language, tally) }),
    },
    beside: new Map(beside),
  });
  const slices: Slice[] = slicesOf(
    groupOf('all', names.all, { tally: tallies.all, beside: tallies.beside }),
    inSegmentOrder(segment, tallies.slices.keys()).map((value) =>
      groupOf(`${by}:${value}`, segment.label(value), tallies.slices.get(value)!),
    ),
    tallies.filters,
    { minCell: definition.privacy.minCell, personal: false, apart: false },
  );
  const groups = testableGroups(slices);
  const found = divisionOf(groups as ComparableSlice[], question.kind === 'multiple');
  const item = found?.items[0];
  if (!found || !item) return null;
  const { method, pValue, effect } = found;
  return {
    question: question.id,
    segment: by,
    groups: groups.map(({ key, label, n }) => ({ key, label, n })),
    method,
    pValue,
    effect,
    item,
  };
}

/** The rankings themselves: orders and their proofs take longer than a hundred comparisons have. */
function rankedGroup(
  definition: Definition,
  question: Question,
  language: Language,
  { ranking }: QuestionTally,
): Figures {
  const say = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, language, definition.defaultLanguage);
  const items = optionsOf(definition, question).map(({ id, label }) => ({ id, name: say(label) }));
  return { items, ranking } as unknown as Figures;
}

/** All lines with their p-values corrected together: certain ones first, larger effects first. */
export function inOrderOfEffect(
  lines: readonly Omit<DividingLine, 'adjustedPValue'>[],
): DividingLine[] {
  const adjusted = holm(lines.map(({ pValue }) => pValue));
  return lines
    .map((line, index) => ({ ...line, adjustedPValue: adjusted[index]! }))
    .toSorted(
      (a, b) =>
        Number(a.adjustedPValue > 0.05) - Number(b.adjustedPValue > 0.05) || b.effect - a.effect,
    );
}
