import { z } from 'zod';

const place = z.int().nullable();
const Row = { id: z.string(), label: z.string() };

/** The ranking of people, in places by the share that has each item in their top. */
export const RankingScreen = z.object({
  shows: z.literal('ranking'),
  title: z.string(),
  rows: z.array(
    z.object({
      ...Row,
      place: z.int(),
      share: z.number().describe('Between 0 and 1, as its interval.'),
      low: z.number(),
      high: z.number(),
      isTop: z.boolean().describe('Within the top that people were asked for.'),
    }),
  ),
  top: z.int(),
  n: z.int(),
  kendallW: z.number().nullable(),
});
export type RankingScreen = z.infer<typeof RankingScreen>;

/** One table that presents. */
export const TableScreen = z.object({
  shows: z.literal('table'),
  table: z.object({ id: z.uuid(), name: z.string() }),
  place: z.int().describe('Among the tables that present.'),
  of: z.int(),
  conclusions: z.array(z.string()).describe('At most three.'),
  title: z.string(),
  rows: z
    .array(z.object({ ...Row, own: place, room: place, far: z.boolean() }))
    .nullable()
    .describe('The table’s order beside the room’s; null while it is not shown.'),
  reason: z.enum(['hidden', 'no-ranking']).nullable(),
  isRoomShown: z.boolean().describe('False where too few people have answered.'),
});
export type TableScreen = z.infer<typeof TableScreen>;

/** Tables side by side. */
export const CompareScreen = z.object({
  shows: z.literal('compare'),
  title: z.string(),
  tables: z.array(z.object({ id: z.uuid(), name: z.string() })),
  from: z.int().describe('The place of the first of these tables among all.'),
  of: z.int(),
  isRoomShown: z.boolean(),
  rows: z
    .array(
      z.object({
        ...Row,
        room: place,
        places: z.array(place).describe('By table; null where it left the item out.'),
        far: z.array(z.boolean()).describe('By table: three places or more from the room.'),
        spread: z.number().nullable().describe('Standard deviation of all tables’ ranks.'),
      }),
    )
    .describe(
      'What tables differ most about first; at most eight, in the places of their first showing.',
    ),
});
export type CompareScreen = z.infer<typeof CompareScreen>;

/** What changed between two rounds of the same people. */
export const ChangedScreen = z.object({
  shows: z.literal('changed'),
  title: z.string(),
  before: z.int(),
  after: z.int(),
  n: z.int().describe('People present in both rounds: only they count.'),
  leavers: z.int(),
  newcomers: z.int(),
  isCoarse: z.boolean(),
  agreement: z.object({ before: z.number().nullable(), after: z.number().nullable() }).nullable(),
  rows: z.array(z.object({ ...Row, before: z.int(), after: z.int(), isCertain: z.boolean() })),
});
export type ChangedScreen = z.infer<typeof ChangedScreen>;

/** The question from the floor that is being answered. */
export const QuestionsScreen = z.object({
  shows: z.literal('questions'),
  question: z
    .object({ id: z.uuid(), number: z.int(), text: z.string(), support: z.int() })
    .nullable(),
  waiting: z.int().describe('Accepted questions that wait.'),
  isOpen: z.boolean(),
});
export type QuestionsScreen = z.infer<typeof QuestionsScreen>;

/** What to read before rooms open. */
export const InstructionsScreen = z.object({
  shows: z.literal('instructions'),
  title: z.string().nullable(),
  minutes: z.int().nullable(),
  back: z.string().nullable().describe('When everybody is back, HH:MM.'),
  brief: z.string().nullable(),
  steps: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('seat') }),
      z.object({ kind: z.literal('alone') }),
      z.object({ kind: z.literal('cards') }),
      z.object({ kind: z.literal('together'), titles: z.array(z.string()), more: z.int() }),
      z.object({ kind: z.literal('conclusions') }),
    ]),
  ),
});
export type InstructionsScreen = z.infer<typeof InstructionsScreen>;

/** What the big screen shows. */
export const ScreenDocument = z.discriminatedUnion('shows', [
  z.object({ shows: z.literal('join') }),
  z.object({
    shows: z.literal('held'),
    reason: z.enum(['hidden', 'few', 'no-tables', 'one-round']),
  }),
  InstructionsScreen,
  RankingScreen,
  TableScreen,
  CompareScreen,
  ChangedScreen,
  QuestionsScreen,
]);
export type ScreenDocument = z.infer<typeof ScreenDocument>;
