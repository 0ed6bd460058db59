import { answerCoder, FIELD, placeOf, WORDS_ONLY } from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import {
  combineQuestionTallies,
  countCodes,
  emptyQuestionTally,
  isEmptyTally,
  type PackedTally,
  packQuestionTally,
  type QuestionTally,
  tallyShape,
} from './question-tally.ts';
import type { ResponseMark, Voice } from './respondent.ts';
import { markValue, QUALITY, qualityValue, segmentIds, WRITE_IN } from './segment.ts';

/** Coded answers of respondents who share everything else. */
export interface CodeGroup {
  sign: 1 | -1;
  locale: string;
  voice: Voice;
  table: string | null;
  round: number;
  event: string | null;
  /** Absent or null for participants and tables. */
  mark?: ResponseMark | null;
  /** Whether signs of quality speak against them; absent where that is not asked. */
  flagged?: boolean;
  codes: readonly string[];
}

/** The segment of everyone. */
export const EVERYONE = '@all';

/** A segment with more values than this is not kept: its results are counted when asked for. */
const MOST_VALUES = 1000;

/** Tallies by `voice:value`; null where a segment has too many values. */
export type SegmentTallies = Map<string, QuestionTally> | null;

/** A question and a segment, and the tallies of its values. */
export interface TallyCell {
  question: string;
  segment: string;
  tallies: SegmentTallies;
}

/**
 * The tallies of a study: by countable question and by segment, one for each value that anybody
 * has. Individuals and tables are never counted together.
 */
export interface StudyTally {
  add: (groups: Iterable<CodeGroup>) => void;
  /** Everything counted; in the order of the definition. */
  cells: () => TallyCell[];
  /** Adds what was counted elsewhere; `tallies` is taken over and must not be used again. */
  merge: (cell: TallyCell) => void;
}

/** What to count; everything where not given. */
export interface TallyScope {
  questions?: readonly string[];
  segments?: readonly string[];
}

/**
 * The segments by which tallies are kept: everyone, the study's segments, and those that come with
 * a response. A voice is part of every tally, so it is no segment of its own here.
 */
export function talliedSegments(definition: Definition): string[] {
  return [EVERYONE, ...segmentIds(definition).filter((id) => id !== '@voice')];
}

/**
 * Names all that the stored tallies of a definition depend on. Tallies of another shape don't fit.
 *
 * @example
 * tallyShapeName(definition) // '2:7c0a…'
 */
export function tallyShapeName(definition: Definition): string {
  const known = shapeNames.get(definition);
  if (known) return known;
  const parts = answerCoder(definition).questions.map((question) => [
    question.id,
    question.kind,
    optionsOf(definition, question).map(({ id, exclude }) => (exclude ? [id] : id)),
    scalePoints(definition, question).map(({ value }) => value),
  ]);
  const text = JSON.stringify([talliedSegments(definition), parts]);
  const name = `${FORMAT}:${text.length}:${hash(text)}`;
  shapeNames.set(definition, name);
  return name;
}

const FORMAT = 2;
const shapeNames = new WeakMap<object, string>();

/** Two 32-bit FNV-1a hashes with different starts, as text. */
function hash(text: string): string {
  const halves = [0x811c9dc5, 0x9747b28c].map((start) => {
    let value = start;
    for (let index = 0; index < text.length; index++) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    }
    return (value >>> 0).toString(36);
  });
  return halves.join('');
}

/**
 * Starts the tallies of a study with no answers.
 *
 * @example
 * const tally = studyTally(definition);
 * tally.add([{ sign: 1, locale: 'en', voice: 'individual', table: null, round: 1, event: null,
 *   codes: ['21\t0'] }]);
 */
export function studyTally(definition: Definition, scope: TallyScope = {}): StudyTally {
  const { questions } = answerCoder(definition);
  const fields = questions.flatMap((question, field) => {
    if (scope.questions && !scope.questions.includes(question.id)) return [];
    return [{ id: question.id, field, shape: tallyShape(definition, question) }];
  });
  const segments = (scope.segments ?? talliedSegments(definition)).map((id) => ({
    id,
    valuesOf: codedSegment(definition, questions, id),
  }));
  const counted = new Map<string, SegmentTallies>();
  const keyOf = (question: string, segment: string) => `${question}${FIELD}${segment}`;
  for (const { id: question } of fields) {
    for (const { id: segment } of segments) counted.set(keyOf(question, segment), new Map());
  }

  return {
    add: (groups) => {
      const batches = new Map<string, Batch>();
      for (const group of groups) gather(batches, segments, group);
      for (const { segment, value, sign, rows } of batches.values()) {
        for (const { id, field, shape } of fields) {
          const tallies = counted.get(keyOf(id, segment));
          if (!tallies) continue;
          let tally = tallies.get(value);
          if (!tally) tallies.set(value, (tally = emptyQuestionTally(shape)));
          countCodes(
            tally,
            shape,
            rows.map((row) => row[field] ?? ''),
            sign,
          );
          if (tallies.size > MOST_VALUES) counted.set(keyOf(id, segment), null);
        }
      }
    },
    cells: () =>
      fields.flatMap(({ id: question }) =>
        segments.map(({ id: segment }) => ({
          question,
          segment,
          tallies: counted.get(keyOf(question, segment)) ?? null,
        })),
      ),
    merge: ({ question, segment, tallies }) => {
      const key = keyOf(question, segment);
      const own = counted.get(key);
      if (!own || !tallies) {
        if (counted.has(key)) counted.set(key, null);
        return;
      }
      for (const [value, tally] of tallies) {
        const known = own.get(value);
        if (known) combineQuestionTallies(known, tally, 1);
        else own.set(value, tally);
      }
      if (own.size > MOST_VALUES) counted.set(key, null);
    },
  };
}

interface Batch {
  segment: string;
  value: string;
  sign: 1 | -1;
  rows: string[][];
}

interface CodedSegment {
  id: string;
  valuesOf: (row: readonly string[], group: Omit<CodeGroup, 'codes'>) => readonly string[];
}

/** Sorts the responses of a group by the values that they have in each segment. */
function gather(
  batches: Map<string, Batch>,
  segments: readonly CodedSegment[],
  group: CodeGroup,
): void {
  const { sign, voice } = group;
  for (const code of group.codes) {
    const row = code.split(FIELD);
    for (const { id: segment, valuesOf } of segments) {
      for (const own of valuesOf(row, group)) {
        const value = `${voice}:${own}`;
        const key = `${segment}${FIELD}${sign}${value}`;
        let batch = batches.get(key);
        if (!batch) batches.set(key, (batch = { segment, value, sign, rows: [] }));
        batch.rows.push(row);
      }
    }
  }
}

/**
 * How to read the value or values of a coded response in a segment, equal to the `valuesOf` of
 * `segmentOf`. Throws a RangeError for a segment that the study can't be divided by.
 */
export function codedSegment(
  definition: Definition,
  questions: readonly Question[],
  id: string,
): CodedSegment['valuesOf'] {
  const only = lists();
  switch (id) {
    case EVERYONE:
      return () => only('');
    case '@language':
      return (_, { locale }) => only(locale);
    case '@table':
      return (_, { table }) => only(table ?? '');
    case '@round':
      return (_, { round }) => only(round);
    case '@event':
      return (_, { event }) => only(event ?? '');
    case '@voice':
      return (_, { voice }) => only(voice);
    case '@mark':
      return (_, group) => only(markValue(group));
    case QUALITY:
      return (_, { flagged = false }) => only(qualityValue({ flagged }));
  }
  const field = questions.findIndex((question) => question.id === id);
  const question = questions[field];
  if (!question) throw new RangeError(`the study cannot be divided by "${id}"`);
  const points = scalePoints(definition, question);
  const ids =
    points.length > 0
      ? points.map(({ value }) => String(value))
      : optionsOf(definition, question).map((option) => option.id);
  const known = new Map<string, readonly string[]>([
    ['', ['']],
    [WORDS_ONLY, [WRITE_IN]],
  ]);
  return (row) => {
    const code = row[field] ?? '';
    let values = known.get(code);
    if (!values) {
      values = [...code].map((character) => ids[placeOf(character.charCodeAt(0))] ?? '');
      if (known.size < 10_000) known.set(code, values);
    }
    return values;
  };
}

/** Lists of one value, each made once: a million responses need not leave as many behind. */
function lists(): (value: string | number) => readonly string[] {
  const known = new Map<string | number, readonly string[]>();
  return (value) => {
    let list = known.get(value);
    if (!list) known.set(value, (list = [String(value)]));
    return list;
  };
}

/** The tallies of one question and segment as text; slices without anybody are left out. */
export function packCell(tallies: SegmentTallies): string | null {
  if (!tallies) return null;
  const packed: Record<string, PackedTally> = {};
  for (const [value, tally] of [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isEmptyTally(tally)) packed[value] = packQuestionTally(tally);
  }
  return JSON.stringify(packed);
}
