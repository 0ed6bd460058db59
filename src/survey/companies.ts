import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition, Question } from './definition.ts';
import { change, type NetChanges, respondentsIn } from './net-changes.ts';
import {
  countCodes,
  emptyQuestionTally,
  type QuestionTally,
  type TallyShape,
  tallyShape,
  whyLeftOut,
} from './question-tally.ts';
import type { ResultsQuery } from './results-query.ts';
import { doRowsMove } from './stepped-tally.ts';
import type { Voice } from './respondent.ts';
import { codedSegment, type CodeGroup, EVERYONE, talliedSegments } from './study-tally.ts';

/** Respondents who are alike in every segment, and in whether their answer counts. */
export interface Company {
  voice: Voice;
  /** Their value, or values, in a segment. */
  values: (segment: string) => readonly string[];
  /** Their answers, as far as they are shown. */
  shown: CompanyAnswers;
}

/**
 * Answers of a company to one question. Most companies of a study with many segments are one
 * person, and a tally for each would be a thousand times as much: some codes are kept as they are.
 */
export interface CompanyAnswers {
  /** Answers that count. */
  n: number;
  tally: QuestionTally | null;
  /** Codes that come on top of the tally, and those that go off it. */
  added: string[];
  taken: string[];
}

export interface Companies {
  add: (group: CodeGroup) => void;
  /** Shows the answers of those of whom enough have come; 1 shows all. */
  step: (minCell: number) => void;
  list: () => Company[];
}

interface Members extends Company {
  /** Whether their answers count. */
  counts: boolean;
  added: string[];
  taken: string[];
  /** The figures of single segments that they are part of. */
  margins: readonly string[];
  /** Of how many respondents something waits, and how many of these had waited before the step. */
  waiting: number;
  waited: number;
}

/**
 * Gathers the answers to one question by company. Of a running study a company shows what has
 * changed once that concerns at least `minCell` respondents. Every result that crosses segments is
 * a sum of the same companies, at the same states of the ledger. So no combination of them, of
 * whatever filters and times, says anything about fewer than `minCell` respondents.
 *
 * Results by one segment show more: also those who wait here. These are in each of its values, and
 * in all, nobody or at least `minCell`, and so are those who begin or cease to wait in a step:
 * where the companies alone would leave fewer, more of them wait.
 *
 * @param running whether the study is; of one that is not everything is shown, and companies need
 *   only tell apart what the query does
 */
export function companies(
  definition: Definition,
  question: Question,
  query: Pick<ResultsQuery, 'where' | 'by'>,
  running: boolean,
): Companies {
  const { questions } = answerCoder(definition);
  const field = questions.findIndex(({ id }) => id === question.id);
  const shape = tallyShape(definition, question);
  const asked = [...query.where.map(({ segment }) => segment), query.by].filter(
    (id) => id !== null,
  );
  const kept = running ? talliedSegments(definition).filter((id) => id !== EVERYONE) : [];
  const segments = [...new Set([...kept, ...asked])].map((id) => ({
    id,
    valuesOf: codedSegment(definition, questions, id),
  }));
  const places = new Map(segments.map(({ id }, place) => [id, place]));
  const known = new Map<string, Members>();
  let changed = new Set<Members>();

  const membersOf = (row: readonly string[], group: CodeGroup, counts: boolean): Members => {
    let key = `${group.voice}${FIELD}${counts}`;
    for (const { valuesOf } of segments) key += FIELD + valuesOf(row, group).join('\n');
    let members = known.get(key);
    if (!members) {
      const values = segments.map(({ valuesOf }) => [...valuesOf(row, group)]);
      const margin = (id: string, value: string) => [group.voice, counts, id, value].join(FIELD);
      members = {
        voice: group.voice,
        values: (id) => values[places.get(id)!]!,
        shown: { n: 0, tally: null, added: [], taken: [] },
        counts,
        added: [],
        taken: [],
        margins: [
          margin(EVERYONE, ''),
          ...segments.flatMap(({ id }, place) => values[place]!.map((value) => margin(id, value))),
        ],
        waiting: 0,
        waited: 0,
      };
      known.set(key, members);
    }
    return members;
  };

  return {
    add: (group) => {
      for (const whole of group.codes) {
        const row = whole.split(FIELD);
        const code = row[field] ?? '';
        const members = membersOf(row, group, whyLeftOut(shape, code) === null);
        changed.add(members);
        (group.sign > 0 ? members.added : members.taken).push(code);
      }
    },
    step: (minCell) => {
      const staying = minCell === 1 ? new Set<Members>() : whoWait(shape, [...changed], minCell);
      for (const members of changed) {
        if (staying.has(members)) {
          members.waited = members.waiting;
          continue;
        }
        show(members, shape);
        [members.added, members.taken, members.waiting, members.waited] = [[], [], 0, 0];
      }
      changed = staying;
    },
    list: () => [...known.values()],
  };
}

/** A company with more codes than this is counted. */
const MOST_CODES = 100;

function show({ shown, counts, added, taken }: Members, shape: TallyShape): void {
  if (counts) shown.n += added.length - taken.length;
  const size = shown.added.length + shown.taken.length + added.length + taken.length;
  if (size <= MOST_CODES) {
    shown.added.push(...added);
    shown.taken.push(...taken);
    return;
  }
  shown.tally ??= emptyQuestionTally(shape);
  countCodes(shown.tally, shape, shown.added.concat(added), 1);
  countCodes(shown.tally, shape, shown.taken.concat(taken), -1);
  [shown.added, shown.taken] = [[], []];
}

function changesOf({ added, taken }: Members, shape: TallyShape): QuestionTally {
  const tally = emptyQuestionTally(shape);
  countCodes(tally, shape, added, 1);
  countCodes(tally, shape, taken, -1);
  return tally;
}

/** Which of the companies with changes can't show them yet. */
function whoWait(shape: TallyShape, all: readonly Members[], minCell: number): Set<Members> {
  const staying = new Set<Members>();
  const byMargin = new Map<string, Members[]>();
  for (const members of all) {
    members.waiting = settle(members);
    const isEnough = members.waiting === 0 || members.waiting >= minCell;
    if (!isEnough || !doRowsMove(shape, changesOf(members, shape), minCell)) staying.add(members);
    for (const margin of members.margins) {
      const own = byMargin.get(margin);
      if (own) own.push(members);
      else byMargin.set(margin, [members]);
    }
  }
  for (const own of byMargin.values()) own.sort((a, b) => a.waiting - b.waiting);
  for (let before = -1; before !== staying.size;) {
    before = staying.size;
    for (const own of byMargin.values()) {
      while (isFew(own, staying, minCell)) {
        const next = own.find((members) => !staying.has(members));
        if (!next) break;
        staying.add(next);
      }
    }
  }
  return staying;
}

/** Whether those who wait in a group are a few, or become or cease to be so by a few. */
function isFew(group: readonly Members[], staying: ReadonlySet<Members>, minCell: number): boolean {
  let [waiting, moved] = [0, 0];
  for (const members of group) {
    if (staying.has(members)) {
      waiting += members.waiting;
      moved += Math.abs(members.waiting - members.waited);
    } else moved += members.waited;
  }
  return [waiting, moved].some((count) => count > 0 && count < minCell);
}

/** Drops what has been taken back, and counts the respondents whom the rest concerns. */
function settle(members: Members): number {
  const { added, taken } = members;
  if (taken.length === 0) return added.length;
  const net: NetChanges = new Map();
  for (const code of added) change(net, code, 1);
  for (const code of taken) change(net, code, -1);
  const repeat = (sign: 1 | -1) =>
    [...net].flatMap(([code, count]) =>
      Array.from<string>({ length: Math.max(0, sign * count) }).fill(code),
    );
  members.added = repeat(1);
  members.taken = repeat(-1);
  return respondentsIn(net);
}
