import type { Definition } from '../definition.ts';
import type { Text } from '../language.ts';
import { type AgendaItem, later, questionsFor } from './agenda.ts';
import { conclusionQuestion } from './table-work.ts';

/** What people do once rooms are open, one line each. */
export type InstructionStep =
  | { kind: 'seat' }
  | { kind: 'alone' }
  | { kind: 'cards' }
  | { kind: 'together'; titles: Text[]; more: number }
  | { kind: 'conclusions' };

/** What everybody reads before rooms open. */
export interface RoomInstructions {
  /** The part at tables that runs or comes next; null where the agenda has none. */
  part: AgendaItem | null;
  /** What organisers wrote for it; null where they did not. */
  brief: Text | null;
  steps: InstructionStep[];
  /** When everybody is back, `HH:MM`. */
  back: string | null;
}

const MOST_TITLES = 3;

/**
 * The instructions of a room: the brief of the part that runs, else of the part at tables that comes
 * next; and steps that follow from the agenda and the workshop plan, so that there is something to
 * read when nobody wrote anything. Where there are no tables, the introduction of the study.
 *
 * @param phase the part that runs; null before the start
 * @example
 * roomInstructions(definition, agenda, 'keynote').steps.map(({ kind }) => kind)
 * // ['seat', 'alone', 'cards', 'together', 'conclusions']
 */
export function roomInstructions(
  definition: Pick<Definition, 'questions' | 'workshop' | 'intro'>,
  agenda: readonly AgendaItem[],
  phase: string | null,
): RoomInstructions {
  const at = agenda.findIndex(({ id }) => id === phase);
  const now = agenda[at] ?? null;
  const part = agenda.slice(Math.max(0, at)).find(({ kind }) => kind === 'tables') ?? null;
  const brief = now?.brief ?? part?.brief ?? null;
  if (!part) return { part, brief: brief ?? definition.intro, steps: [], back: null };
  const open = (to: 'individual' | 'table') =>
    part.openTo.includes(to) ? questionsFor(definition, part, to) : [];
  const rankings = definition.questions.filter(({ kind }) => kind === 'ranking');
  const together = open('table');
  const titles = rankings.filter(({ id }) => together.includes(id)).map(({ title }) => title);
  const steps: (InstructionStep | null)[] = [
    { kind: 'seat' },
    open('individual').length > 0 ? { kind: 'alone' } : null,
    definition.workshop.challengeCards.length > 0 ? { kind: 'cards' } : null,
    titles.length > 0
      ? {
          kind: 'together',
          titles: titles.slice(0, MOST_TITLES),
          more: Math.max(0, titles.length - MOST_TITLES),
        }
      : null,
    conclusionQuestion(definition) ? { kind: 'conclusions' } : null,
  ];
  return {
    part,
    brief,
    steps: steps.filter((step) => step !== null),
    back: later(part.start, part.minutes),
  };
}
