import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaMinutes, agendaOf, later, startingAt } from '../../src/survey/room/agenda.ts';
import {
  closedAfter,
  GRACE,
  leaveLateOut,
  overQuestions,
} from '../../src/survey/room/closed-questions.ts';
import { presents } from '../../src/survey/room/presenting.ts';
import { QUIET_AFTER, quietTable } from '../../src/survey/room/quiet-table.ts';
import { mayAnswerFor, mayTakeOver, writerOf } from '../../src/survey/room/room-rights.ts';
import {
  act,
  nextPhase,
  plannedRoom,
  type RoomAction,
  type RoomState,
  secondsLeft,
} from '../../src/survey/room/room-state.ts';
import { dealCards, tablesFor } from '../../src/survey/room/table-cards.ts';
import { namesOf, TABLE_WORDS, tableNameIn } from '../../src/survey/room/table-name.ts';
import { answerField, answersIn, workRevision } from '../../src/survey/room/table-work.ts';
import { LANGUAGES } from '../../src/survey/language.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const agenda = agendaOf(definition);

const actions: fc.Arbitrary<RoomAction> = fc.oneof(
  fc.constantFrom<RoomAction>(
    { action: 'start' },
    { action: 'pause' },
    { action: 'resume' },
    { action: 'last-call' },
    { action: 'next' },
    { action: 'end' },
    { action: 'reveal' },
    { action: 'hide' },
  ),
  fc.integer({ min: -600, max: 600 }).map((seconds) => ({ action: 'add' as const, seconds })),
  fc
    .constantFrom(...agenda.map(({ id }) => id), 'nothing')
    .map((phase) => ({ action: 'go-to' as const, phase })),
);

/** A room after some actions, each so many seconds after the one before; refused ones change nothing. */
function runAll(steps: readonly (readonly [RoomAction, number])[]): {
  state: RoomState;
  now: number;
} {
  let state = plannedRoom();
  let now = 1_000_000;
  for (const [action, seconds] of steps) {
    now += seconds * 1000;
    const next = act(state, action, { agenda, definition, now });
    if (typeof next !== 'string') state = next;
  }
  return { state, now };
}

const steps = fc.array(fc.tuple(actions, fc.integer({ min: 0, max: 4000 })), { maxLength: 30 });

describe('the state of a room', () => {
  test('a phase runs exactly while the room runs, and only its own questions open with it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { state, now } = runAll(all);
        const item = agenda.find(({ id }) => id === state.phase);
        expect(state.stage === 'running').toBe(item !== undefined);
        const left = secondsLeft(state, agenda, now);
        expect(left === null).toBe(item === undefined);
        if (left !== null) expect(Number.isInteger(left)).toBe(true);
        const open = [...state.open.individual, ...state.open.table];
        expect(open.every((id) => item?.questions.includes(id))).toBe(true);
        expect(new Set(state.done).size).toBe(state.done.length);
        expect(state.done).not.toContain(state.phase);
      }),
    );
  });

  test('a pause takes no time, however long, and every second that is added is there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: -300, max: 900 }),
        (before, paused, after, seconds) => {
          const { state, now } = runAll([
            [{ action: 'start' }, 0],
            [{ action: 'pause' }, before],
            [{ action: 'resume' }, paused],
            [{ action: 'add', seconds }, after],
          ]);
          expect(secondsLeft(state, agenda, now)).toBe(600 - before - after + seconds);
        },
      ),
    );
  });

  test('closing and going on passes through every part once, in order, and ends', () => {
    let state = act(
      plannedRoom(),
      { action: 'start' },
      { agenda, definition, now: 0 },
    ) as RoomState;
    const passed = [state.phase];
    while (nextPhase(state, agenda)) {
      state = act(state, { action: 'next' }, { agenda, definition, now: 0 }) as RoomState;
      passed.push(state.phase);
    }
    expect(passed).toEqual(agenda.map(({ id }) => id));
    state = act(state, { action: 'next' }, { agenda, definition, now: 0 }) as RoomState;
    expect(state).toMatchObject({ stage: 'ended', phase: null, done: passed });
    expect(act(state, { action: 'next' }, { agenda, definition, now: 0 })).toBe('not-running');
  });

  test('results are hidden again when tables begin to work, and only then', () => {
    const { state } = runAll([
      [{ action: 'start' }, 0],
      [{ action: 'reveal' }, 0],
      [{ action: 'next' }, 0],
    ]);
    expect(state).toMatchObject({ phase: 'keynote', revealed: true });
    const tables = act(state, { action: 'next' }, { agenda, definition, now: 0 }) as RoomState;
    expect(tables).toMatchObject({ phase: 'interactive', revealed: false });
    expect(tables.open.table).toContain('competency-ranking');
    expect(tables.open.individual).not.toContain('table-conclusions');
  });

  test('every template has an agenda that can be run', () => {
    for (const id of templateIds) {
      const items = agendaOf(template(id)!);
      expect(items.length).toBeGreaterThan(0);
      expect(agendaMinutes(items)).toBeGreaterThan(0);
    }
    expect(agendaMinutes(agenda)).toBe(120);
    expect(later('23:50', 20)).toBe('00:10');
  });
});

describe('questions closed by hand', () => {
  const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'));
  const closings = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(1e6), {
    noNullPrototype: true,
  });

  test('are never open at the same time, and keep the moment of their first closing', () => {
    fc.assert(
      fc.property(closings, ids, ids, fc.nat(1e6), (closed, before, open, now) => {
        const was = Object.fromEntries(
          Object.entries(closed).filter(([id]) => !before.includes(id)),
        );
        const after = closedAfter(was, { before, open, now });
        for (const id of ['a', 'b', 'c', 'd']) {
          const isClosed = !open.includes(id) && (id in was || before.includes(id));
          expect(after[id]).toBe(isClosed ? (was[id] ?? now) : undefined);
        }
      }),
    );
  });

  test('are over once the grace has passed, and not a millisecond before', () => {
    expect(overQuestions({ a: 5 }, 5 + GRACE)).toEqual(new Set());
    expect(overQuestions({ a: 5 }, 6 + GRACE)).toEqual(new Set(['a']));
  });

  test('let nothing change what is stored of them, and everything else through', () => {
    const answers = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.oneof(fc.nat(3), fc.constantFrom({ x: 1, y: 2 }, { y: 2, x: 1 }, [['x']])),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(answers, answers, ids, (sent, stored, over) => {
        const taken = leaveLateOut(sent, stored, new Set(over));
        for (const id of ['a', 'b', 'c', 'd']) {
          expect(taken.answers[id]).toEqual(over.includes(id) ? stored[id] : sent[id]);
        }
        for (const id of taken.late) expect(sent[id]).not.toEqual(stored[id]);
        const again = leaveLateOut(taken.answers, taken.answers, new Set(over));
        expect(again).toEqual({ answers: taken.answers, late: [] });
      }),
    );
  });

  test('are those that a facilitator closed: the programme closes nothing for good', () => {
    const room = { agenda, definition, now: 7 };
    const done = (state: RoomState, action: RoomAction) => act(state, action, room) as RoomState;
    const began = done(done(plannedRoom(), { action: 'start' }), {
      action: 'go-to',
      phase: 'interactive',
    });
    const [first, ...others] = began.open.individual as [string, ...string[]];
    const none = { individual: {}, table: {} };
    const closed = done(began, { action: 'open', to: 'individual', questions: others });
    expect(closed.closed).toEqual({ individual: { [first]: 7 }, table: {} });
    expect(done(closed, { action: 'pause' }).closed).toEqual(closed.closed);
    expect(done(closed, { action: 'next' }).closed).toEqual(closed.closed);
    const again = done(closed, { action: 'open', to: 'individual', questions: [first] });
    expect(again.closed.individual).not.toHaveProperty([first]);
    expect(done(began, { action: 'next' }).closed).toEqual(none);
    expect(done(closed, { action: 'go-to', phase: 'interactive' }).closed).toEqual(none);
  });
});

describe('tables', () => {
  test('S5: dealt round, every card is out, every table has one, none has two more than another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (cards, tables) => {
          const hands = dealCards(cards, tables);
          const sizes = hands.map((hand) => hand.length);
          expect(hands).toHaveLength(tables);
          expect(new Set(hands.flat())).toEqual(new Set(cards));
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
    expect(dealCards([], 2)).toEqual([[], []]);
  });

  test('S4: a table that was numbered is said in any language and back, a name that was chosen never', () => {
    const language = fc.constantFrom(...LANGUAGES);
    const number = fc.integer({ min: 1, max: 400 });
    const kind = fc.constantFrom('table' as const, 'online' as const);
    fc.assert(
      fc.property(language, language, number, kind, (made, read, n, what) => {
        const name = `${TABLE_WORDS[made][what]} ${n}`;
        const said = tableNameIn(read, name, n);
        expect(said).toBe(`${TABLE_WORDS[read][what]} ${n}`);
        expect(tableNameIn(made, said, n)).toBe(name);
        expect(tableNameIn(read, name, n + 1)).toBe(name);
        expect(namesOf({ name, number: n })).toContain(said);
      }),
    );
    fc.assert(
      fc.property(language, fc.string(), number, (read, name, n) => {
        const isMade = Object.values(TABLE_WORDS).some(({ table, online }) =>
          [`${table} ${n}`, `${online} ${n}`].includes(name),
        );
        if (!isMade) expect(tableNameIn(read, name, n)).toBe(name);
      }),
    );
    for (const chosen of ['Harbour', 'Table 03', 'Table 3 ', 'table 3', 'Table 3b', 'Tables 3']) {
      expect(tableNameIn('de', chosen, 3)).toBe(chosen);
    }
    const words = (what: 'table' | 'online') => Object.values(TABLE_WORDS).map((of) => of[what]);
    expect(words('table').filter((word) => words('online').includes(word))).toEqual([]);
  });

  test('S4: tables by size have a seat for everybody, and one table fewer would not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 2, max: 50 }),
        (people, size) => {
          const tables = tablesFor(people, size);
          expect(tables * size).toBeGreaterThanOrEqual(people);
          expect((tables - 1) * size).toBeLessThan(people);
        },
      ),
    );
  });

  test('a table that is not empty always has exactly one writer, who sits there', () => {
    const person = fc.record({
      id: fc.uuid(),
      role: fc.constantFrom('participant' as const, 'host' as const, 'writer' as const),
      tableId: fc.constant('t'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: ({ id }) => id }),
        fc.uuid(),
        (people, other) => {
          for (const before of [null, other, people[0]?.id ?? null]) {
            const writer = writerOf(before, people);
            expect(writer === null).toBe(people.length === 0);
            if (writer !== null) expect(people.map(({ id }) => id)).toContain(writer);
            if (people.some(({ id }) => id === before)) expect(writer).toBe(before);
          }
        },
      ),
    );
    expect(writerOf(null, [])).toBeNull();
  });

  test('S8: only the writer or the host answers for a table, and never for another or a closed one', () => {
    const table = { id: 't', writerId: 'w', isClosed: false };
    const at = (id: string, role: 'participant' | 'host' = 'participant', tableId = 't') => ({
      id,
      role,
      tableId,
    });
    expect(mayAnswerFor(at('w'), table)).toBe(true);
    expect(mayAnswerFor(at('x'), table)).toBe(false);
    expect(mayAnswerFor(at('x', 'host'), table)).toBe(true);
    expect(mayAnswerFor(at('w', 'host', 'u'), table)).toBe(false);
    expect(mayAnswerFor(at('w'), { ...table, isClosed: true })).toBe(false);
    expect(mayTakeOver(at('x'), table)).toBe(true);
    expect(mayTakeOver(at('w'), table)).toBe(false);
  });

  test('a table is called quiet after four minutes of the running clock, not before and not when done', () => {
    const { state } = runAll([
      [{ action: 'start' }, 0],
      [{ action: 'go-to', phase: 'interactive' }, 0],
    ]);
    const table = { people: 5, hasWriter: false, activeAt: null, isSent: false, isClosed: false };
    const begun = state.startedAt!;
    expect(quietTable(table, state, begun + QUIET_AFTER - 1)).toBeNull();
    expect(quietTable(table, state, begun + QUIET_AFTER)).toEqual({ minutes: 4, why: 'no-writer' });
    const paused = { ...state, pausedFor: 60_000 };
    expect(quietTable(table, paused, begun + QUIET_AFTER)).toBeNull();
    expect(quietTable({ ...table, isSent: true }, state, begun + 10 * QUIET_AFTER)).toBeNull();
    expect(quietTable({ ...table, people: 0 }, state, begun + QUIET_AFTER)?.why).toBe('empty');
    const plenary = { ...state, open: { individual: [], table: [] } };
    expect(quietTable(table, plenary, begun + 10 * QUIET_AFTER)).toBeNull();
  });

  test('the revision of a table’s answers rises with each change of any field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.nat({ max: 50 })), fc.string(), (fields, one) => {
        const work = Object.fromEntries(
          Object.entries(fields).map(([field, revision]) => [field, { value: 1, revision }]),
        );
        const before = work[one]?.revision ?? 0;
        const after = { ...work, [one]: { value: 2, revision: before + 1 } };
        expect(workRevision(after)).toBe(workRevision(work) + 1);
      }),
    );
    const work = { [answerField('topics')]: { value: [['law']], revision: 1 } };
    expect(answersIn({ ...work, notes: { value: 'x', revision: 1 } })).toEqual({
      topics: [['law']],
    });
  });
});

test('an agenda keeps its gaps wherever it begins', () => {
  const starts = startingAt(agenda, '23:30').map(({ start }) => start);
  expect(starts).toEqual(['23:30', '23:40', '00:00', '01:00']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      const moved = startingAt(agenda, later('00:00', minute));
      expect(agendaMinutes(moved)).toBe(agendaMinutes(agenda));
      expect(startingAt(moved, agenda[0]!.start)).toEqual(agenda);
    }),
  );
});

test('a table that was closed without a word does not present, one that spoke does', () => {
  const [closedAt, activeAt] = [new Date(1), new Date(0)];
  const open = { mergedInto: null, closedAt: null, activeAt: null };
  expect(presents(open)).toBe(true);
  expect(presents({ ...open, closedAt })).toBe(false);
  expect(presents({ ...open, closedAt, activeAt })).toBe(true);
  expect(presents({ ...open, activeAt, mergedInto: 'another' })).toBe(false);
});
