import { z } from 'zod';
import type { Definition } from '../definition.ts';
import { Id } from '../text.ts';
import { type AgendaItem, questionsFor } from './agenda.ts';
import { closedAfter, type ClosedQuestions } from './closed-questions.ts';

/** What the big screen can show. */
export const SCREENS = [
  'join',
  'instructions',
  'ranking',
  'tables',
  'compare',
  'changed',
  'questions',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Screens that show figures once they are revealed. */
const FIGURES = new Set<Screen>(['ranking', 'tables', 'compare', 'changed']);

/** So many tables fit side by side on the big screen. */
export const TABLES_ABREAST = 8;

/** What runs in a room now. Moments are milliseconds since 1970 by the server's clock. */
export interface RoomState {
  stage: 'planned' | 'running' | 'ended';
  /** The part of the agenda that runs; null before the start and after the end. */
  phase: string | null;
  startedAt: number | null;
  pausedAt: number | null;
  /** How long the phase has been paused before, in milliseconds. */
  pausedFor: number;
  /** Seconds added to the phase. */
  added: number;
  lastCall: boolean;
  /** The questions that are open, by who may answer them. */
  open: { individual: string[]; table: string[] };
  /** The questions that facilitators have closed by hand, and when. */
  closed: ClosedQuestions;
  /** Whether the big screen shows results; hidden while tables work. */
  revealed: boolean;
  round: number;
  screen: Screen;
  /** The ranking on the big screen; null for the study's primary question. */
  question: string | null;
  /** The table that presents, or the first of those side by side; null for the first of all. */
  table: string | null;
  /**
   * The items of tables side by side, in the order in which they were first shown: rows keep their
   * places until the screen is sent again. Null before that.
   */
  rows: string[] | null;
  /** Whether questions from the floor are taken. */
  floor: boolean;
  /** The parts that were closed, in order. */
  done: string[];
}

/** What a facilitator can do to a room. */
export const RoomAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('start') }),
  z.object({ action: z.literal('pause') }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('add'), seconds: z.int().min(-3600).max(3600) }),
  z.object({ action: z.literal('last-call') }),
  z.object({ action: z.literal('next') }),
  z.object({ action: z.literal('go-to'), phase: Id }),
  z.object({ action: z.literal('end') }),
  z.object({
    action: z.literal('open'),
    to: z.enum(['individual', 'table']),
    questions: z.array(Id).max(200),
  }),
  z.object({ action: z.literal('reveal') }),
  z.object({ action: z.literal('hide') }),
  z.object({ action: z.literal('round'), round: z.int().min(1).max(20) }),
  z.object({
    action: z.literal('screen'),
    screen: z.enum(SCREENS),
    question: Id.nullable().default(null),
    table: z.uuid().nullable().default(null).describe('Null stays where the tables were.'),
  }),
  z.object({ action: z.literal('step'), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ action: z.literal('floor'), open: z.boolean() }),
]);

export type RoomAction = z.infer<typeof RoomAction>;

/** Why an action does not fit what runs now. */
export type RoomProblem =
  | 'not-running'
  | 'running'
  | 'no-phase'
  | 'no-question'
  | 'no-table'
  | 'paused'
  | 'not-paused';

/** A room that has not begun. */
export function plannedRoom(): RoomState {
  return {
    stage: 'planned',
    phase: null,
    startedAt: null,
    pausedAt: null,
    pausedFor: 0,
    added: 0,
    lastCall: false,
    open: { individual: [], table: [] },
    closed: { individual: {}, table: {} },
    revealed: false,
    round: 1,
    screen: 'join',
    question: null,
    table: null,
    rows: null,
    floor: true,
    done: [],
  };
}

/**
 * The seconds left of the phase that runs; negative when it is over its time, null when none runs.
 * A pause stops the clock.
 *
 * @param now milliseconds since 1970
 * @example
 * secondsLeft({ ...state, startedAt: 0, added: 120 }, agenda, 60_000) // 10 minutes: 660
 */
export function secondsLeft(
  state: RoomState,
  agenda: readonly AgendaItem[],
  now: number,
): number | null {
  const item = agenda.find(({ id }) => id === state.phase);
  if (!item || state.startedAt === null) return null;
  const passed = (state.pausedAt ?? now) - state.startedAt - state.pausedFor;
  return item.minutes * 60 + state.added - Math.floor(passed / 1000);
}

/** The part after the one that runs, or the first; null when there is none. */
export function nextPhase(state: RoomState, agenda: readonly AgendaItem[]): AgendaItem | null {
  const place = agenda.findIndex(({ id }) => id === state.phase);
  return state.stage === 'ended' ? null : (agenda[place + 1] ?? null);
}

/** What an action is decided on beside the state. */
interface Room {
  agenda: readonly AgendaItem[];
  definition: Pick<Definition, 'questions'>;
  /** The ids of the tables that present, in their order. */
  tables?: readonly string[];
  now: number;
}

/**
 * The state after a facilitator's action, or why there can be none. Pure: the caller stores it if
 * nobody else has changed the room meanwhile.
 *
 * @param now milliseconds since 1970, the server's
 * @example
 * act(plannedRoom(), { action: 'start' }, { agenda, definition, tables, now }) // phase: agenda[0].id
 */
export function act(state: RoomState, action: RoomAction, room: Room): RoomState | RoomProblem {
  const { agenda, definition, tables = [], now } = room;
  if (action.action === 'start') {
    if (state.stage === 'running') return 'running';
    return enter({ ...state, done: [], closed: plannedRoom().closed }, agenda[0], room);
  }
  if (action.action === 'screen') {
    const { screen, question } = action;
    if (question !== null && !isRanking(definition, question)) return 'no-question';
    const table = action.table ?? state.table;
    if (action.table !== null && !tables.includes(action.table)) return 'no-table';
    return { ...state, screen, question, table, rows: null };
  }
  if (action.action === 'step') {
    const table = stepped(state, tables, action.by);
    return table === null ? 'no-table' : { ...state, table };
  }
  if (action.action === 'floor') return { ...state, floor: action.open };
  if (action.action === 'reveal') {
    const screen = FIGURES.has(state.screen) ? state.screen : 'ranking';
    return { ...state, revealed: true, screen, rows: null };
  }
  if (action.action === 'hide') return { ...state, revealed: false };
  if (action.action === 'round') return { ...state, round: action.round, rows: null };
  if (state.stage !== 'running') return 'not-running';
  switch (action.action) {
    case 'pause':
      return state.pausedAt === null ? { ...state, pausedAt: now } : 'paused';
    case 'resume':
      if (state.pausedAt === null) return 'not-paused';
      return { ...state, pausedAt: null, pausedFor: state.pausedFor + now - state.pausedAt };
    case 'add':
      return { ...state, added: state.added + action.seconds, lastCall: false };
    case 'last-call':
      return { ...state, lastCall: true };
    case 'next':
      return enter(closed(state), nextPhase(state, agenda), room);
    case 'go-to': {
      const item = agenda.find(({ id }) => id === action.phase);
      return item ? enter(closed(state), item, room) : 'no-phase';
    }
    case 'end':
      return enter(closed(state), null, room);
    case 'open': {
      const known = new Set(definition.questions.map(({ id }) => id));
      if (action.questions.some((id) => !known.has(id))) return 'no-question';
      const { to } = action;
      const open = [...new Set(action.questions)];
      const before = state.open[to];
      return {
        ...state,
        open: { ...state.open, [to]: open },
        closed: { ...state.closed, [to]: closedAfter(state.closed[to], { before, open, now }) },
      };
    }
  }
}

/**
 * The table before or after the one that presents, or a screen of tables further where they stand
 * side by side; null at the end.
 *
 * @example
 * stepped({ screen: 'tables', table: null }, ['a', 'b'], 1) // 'b'
 */
export function stepped(
  { screen, table }: Pick<RoomState, 'screen' | 'table'>,
  tables: readonly string[],
  by: 1 | -1,
): string | null {
  const width = screen === 'compare' ? TABLES_ABREAST : 1;
  const at = Math.max(0, table === null ? 0 : tables.indexOf(table));
  return tables[(Math.floor(at / width) + by) * width] ?? null;
}

function closed(state: RoomState): RoomState {
  const { phase, done } = state;
  return phase === null || done.includes(phase) ? state : { ...state, done: [...done, phase] };
}

/** Tables that begin to work see no results; in a plenary what was shown stays. */
function enter(
  state: RoomState,
  item: AgendaItem | null | undefined,
  { definition, now }: Pick<Room, 'definition' | 'now'>,
): RoomState {
  const open = (to: 'individual' | 'table') =>
    item?.openTo.includes(to) ? questionsFor(definition, item, to) : [];
  const closedBy = (to: 'individual' | 'table') =>
    closedAfter(state.closed[to], { before: [], open: open(to), now });
  const isTables = item?.kind === 'tables';
  return {
    ...state,
    stage: item ? 'running' : 'ended',
    phase: item?.id ?? null,
    startedAt: item ? now : null,
    pausedAt: null,
    pausedFor: 0,
    added: 0,
    lastCall: false,
    open: { individual: open('individual'), table: open('table') },
    closed: { individual: closedBy('individual'), table: closedBy('table') },
    revealed: isTables ? false : state.revealed,
    screen: isTables ? 'join' : state.screen,
    done: item ? state.done.filter((id) => id !== item.id) : state.done,
  };
}

function isRanking({ questions }: Pick<Definition, 'questions'>, id: string): boolean {
  return questions.some((question) => question.id === id && question.kind === 'ranking');
}
