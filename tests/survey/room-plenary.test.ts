import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedItems } from '../../src/survey/room-analysis/moved-items.ts';
import {
  farFrom,
  inKeptOrder,
  placesIn,
  tablesAbreast,
} from '../../src/survey/room-analysis/tables-abreast.ts';
import { agendaOf } from '../../src/survey/room/agenda.ts';
import {
  FLOOR_STATUSES,
  floorOrder,
  nextStatuses,
  statusNow,
} from '../../src/survey/room/floor.ts';
import { roomInstructions } from '../../src/survey/room/room-instructions.ts';
import {
  act,
  plannedRoom,
  type RoomState,
  SCREENS,
  stepped,
} from '../../src/survey/room/room-state.ts';
import { template, templateIds } from '../../src/survey/templates.ts';

const definition = template('smart-city-programme-manager')!;
const agenda = agendaOf(definition);
const bottom = { mode: 'bottom', room: null } as const;

describe('tables side by side', () => {
  const orders = fc.array(
    fc
      .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 })
      .map((items) => items.map((item) => [item])),
    { minLength: 1, maxLength: 9 },
  );

  test('stand in the order of how far they differ, every item once, whatever they rank', () => {
    fc.assert(
      fc.property(orders, (rankings) => {
        const items = tablesAbreast(6, rankings, bottom);
        expect(items.map(({ item }) => item).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
        const spreads = items.map(({ spread }) => spread ?? -1);
        expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
        for (const { item, places } of items) {
          expect(places).toEqual(rankings.map((ranking) => placesIn(6, ranking)[item]));
        }
      }),
    );
  });

  test('do not differ where all rank alike, and say nothing about what nobody ranked', () => {
    const alike = [
      [[0], [1], [2]],
      [[0], [1], [2]],
    ];
    expect(tablesAbreast(3, alike, bottom).map(({ spread }) => spread)).toEqual([0, 0, 0]);
    const gaps = tablesAbreast(
      4,
      [
        [[0], [1]],
        [[0], [2]],
      ],
      { mode: 'ignore', room: null },
    );
    expect(gaps.map(({ item, spread }) => [item, spread])).toEqual([
      [0, 0],
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  test('keep every row and the places that were shown first, whatever was shown and is there now', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(ids, ids, (now, kept) => {
        const rows = inKeptOrder(
          now.map((id) => ({ id })),
          kept,
        ).map(({ id }) => id);
        const stay = kept.filter((id) => now.includes(id));
        expect(rows).toEqual([...stay, ...now.filter((id) => !kept.includes(id))]);
      }),
    );
    expect(inKeptOrder([{ id: 'b' }, { id: 'a' }], null)).toEqual([{ id: 'b' }, { id: 'a' }]);
  });

  test('share the place of the first of what they tie', () => {
    expect(placesIn(5, [[3, 1], [0]])).toEqual([3, 1, null, 1, null]);
  });

  test('are far from the room from three places on, and by what they leave out', () => {
    const room = [1, 2, 3, 4, 5, 6];
    const far = (mode: 'bottom' | 'ignore') => farFrom(6, [[3], [1]], { mode, room });
    // Left out of two: tied over the places 3 to 6, rank 4.5.
    expect(far('bottom')).toEqual([true, false, false, true, false, false]);
    expect(far('ignore')).toEqual([false, false, false, true, false, false]);
    expect(farFrom(6, [[3], [1]], bottom)).not.toContain(true);
  });
});

describe('what changed', () => {
  const moves = (places: readonly (readonly [number, number])[]) =>
    places.map(([placeBefore, placeAfter]) => ({
      placeBefore,
      placeAfter,
      meanBefore: null,
      meanAfter: null,
      adjustedPValue: null,
      isCertain: false,
    }));

  test('shows the three best and, of the others, those that moved most, in their new order', () => {
    const items = moves([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [6, 5],
      [9, 6],
      [5, 9],
    ]);
    expect(movedItems(items, 5).map(({ item }) => item)).toEqual([0, 1, 2, 5, 6]);
    expect(movedItems(items, 20)).toHaveLength(7);
    expect(movedItems([], 8)).toEqual([]);
  });
});

describe('the big screen', () => {
  const tables = Array.from({ length: 20 }, (_, n) => `table-${n}`);
  const room = { agenda, definition, tables, now: 0 };
  const at = (screen: RoomState['screen'], table: string | null) => ({ screen, table });

  test('steps from table to table, and by as many as stand side by side', () => {
    expect(stepped(at('tables', null), tables, 1)).toBe('table-1');
    expect(stepped(at('tables', 'table-1'), tables, -1)).toBe('table-0');
    expect(stepped(at('tables', 'table-0'), tables, -1)).toBeNull();
    expect(stepped(at('tables', 'table-19'), tables, 1)).toBeNull();
    expect(stepped(at('compare', 'table-3'), tables, 1)).toBe('table-8');
    expect(stepped(at('compare', 'table-17'), tables, 1)).toBeNull();
    expect(stepped(at('compare', 'table-17'), tables, -1)).toBe('table-8');
    expect(stepped(at('tables', 'gone'), tables, 1)).toBe('table-1');
    expect(stepped(at('tables', null), [], 1)).toBeNull();
  });

  test('stays on figures when they are revealed, and turns to the ranking from anywhere else', () => {
    const reveal = (screen: RoomState['screen']) =>
      act({ ...plannedRoom(), screen }, { action: 'reveal' }, room);
    for (const screen of ['ranking', 'tables', 'compare', 'changed'] as const) {
      expect(reveal(screen)).toMatchObject({ screen, revealed: true });
    }
    for (const screen of ['join', 'instructions', 'questions'] as const) {
      expect(reveal(screen)).toMatchObject({ screen: 'ranking', revealed: true });
    }
  });

  test('sorts tables side by side anew when it is sent, revealed or a round begins, and else never', () => {
    const shown: RoomState = { ...plannedRoom(), stage: 'running', screen: 'compare' };
    const kept = { ...shown, phase: 'conclusions', startedAt: 0, rows: ['b', 'a'] };
    const rowsAfter = (action: Parameters<typeof act>[1]) => {
      const next = act(kept, action, room);
      return typeof next === 'string' ? next : next.rows;
    };
    const sent = { action: 'screen', screen: 'compare', question: null, table: null } as const;
    expect(rowsAfter(sent)).toBeNull();
    expect(rowsAfter({ action: 'reveal' })).toBeNull();
    expect(rowsAfter({ action: 'round', round: 2 })).toBeNull();
    expect(rowsAfter({ action: 'step', by: 1 })).toEqual(['b', 'a']);
    expect(rowsAfter({ action: 'pause' })).toEqual(['b', 'a']);
    expect(rowsAfter({ action: 'add', seconds: 120 })).toEqual(['b', 'a']);
    expect(rowsAfter({ action: 'hide' })).toEqual(['b', 'a']);
  });

  test('shows no table and no figure once tables begin to work again', () => {
    const shown: RoomState = { ...plannedRoom(), stage: 'running', screen: 'compare' };
    const next = act({ ...shown, revealed: true }, { action: 'go-to', phase: 'interactive' }, room);
    expect(next).toMatchObject({ screen: 'join', revealed: false });
    const unknown = { action: 'screen', screen: 'tables', question: null, table: 'none' } as const;
    expect(act(shown, unknown, room)).toBe('no-table');
  });
});

describe('instructions of a room', () => {
  test.each(templateIds)('say what to do in the order in which it happens: %s', (id) => {
    const plan = template(id)!;
    const { part, steps, brief } = roomInstructions(plan, agendaOf(plan), null);
    if (!part) return expect(brief).toEqual(plan.intro);
    const order = ['seat', 'alone', 'cards', 'together', 'conclusions'];
    const kinds = steps.map(({ kind }) => kind);
    expect(kinds).toEqual(order.filter((kind) => kinds.includes(kind as 'seat')));
    expect(kinds[0]).toBe('seat');
  });

  test('are those of the part at tables that runs or comes next, with its own brief', () => {
    const brief = { en: 'Speak in turns.' };
    const own = agenda.map((item) => (item.kind === 'tables' ? { ...item, brief } : item));
    expect(roomInstructions(definition, own, 'opening')).toMatchObject({ brief, back: '18:00' });
    expect(roomInstructions(definition, own, 'interactive').part?.id).toBe('interactive');
    expect(roomInstructions(definition, own, 'conclusions')).toMatchObject({
      part: null,
      steps: [],
      brief: definition.intro,
    });
  });
});

describe('questions from the floor', () => {
  test('reach the screen only through the queue', () => {
    for (const status of FLOOR_STATUSES) {
      expect(nextStatuses(status).includes('shown')).toBe(status === 'accepted');
      expect(nextStatuses(status)).not.toContain('new');
      expect(nextStatuses(status)).not.toContain(status);
    }
  });

  test('are on the screen only while that shows questions', () => {
    for (const status of FLOOR_STATUSES) {
      expect(statusNow(status, 'questions')).toBe(status);
      for (const screen of SCREENS) {
        if (screen !== 'questions') expect(statusNow(status, screen)).not.toBe('shown');
        if (status !== 'shown') expect(statusNow(status, screen)).toBe(status);
      }
    }
  });

  test('stand in one order, however they were read', () => {
    const question = fc.record({
      status: fc.constantFrom(...FLOOR_STATUSES),
      place: fc.integer({ min: -2, max: 3 }),
      number: fc.integer({ min: 1, max: 50 }),
    });
    const questions = fc.uniqueArray(question, { selector: ({ number }) => number });
    fc.assert(
      fc.property(questions, (list) => {
        const order = floorOrder(list);
        expect(floorOrder(list.toReversed())).toEqual(order);
        expect(order.findLastIndex(({ status }) => status === 'shown')).toBe(
          list.filter(({ status }) => status === 'shown').length - 1,
        );
      }),
    );
  });
});
