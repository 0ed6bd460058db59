import { Hono } from 'hono';
import { z } from 'zod';
import { askedResults } from './asked-results.ts';
import type { Definition } from '../survey/definition.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { type RoomQuery, roomResultsOf } from './room-results-of.ts';
import { studyFor } from './study-api.ts';
import { unchanged } from './unchanged.ts';
import { valid } from './valid.ts';

const Query = z.object({
  question: z.string().max(200).optional().describe('A ranking; the primary one where not given.'),
  event: z.string().max(200).optional().describe('The key of one event; all where not given.'),
  own: z
    .string()
    .max(500)
    .optional()
    .describe('One group against all others: organisation-type:municipality'),
});

const numbers = z.array(z.number());
const ranks = z.array(z.number().nullable());
const Mark = z.enum(['participant', 'team', 'expert']);
const Range = z.tuple([z.number(), z.number()]);
const Test = { pValue: z.number(), replicates: z.int(), seed: z.int() };
const Agreement = z.object({
  n: z.int(),
  kendallW: z.number().nullable(),
  meanTau: z.number().nullable(),
});
const TablePlace = { event: z.string().nullable(), table: z.string() };
const GroupOrder = {
  n: z.int().nullable(),
  suppressed: z.string().nullable(),
  places: numbers.nullable().describe('By item, 1 the best.'),
  meanRank: ranks.nullable(),
  kendallW: z.number().nullable(),
};

const Representation = z.object({
  tables: z.array(
    z.object({
      ...TablePlace,
      n: z.int().nullable(),
      held: z.enum(['too-few', 'no-ranking']).nullable(),
      own: z.number().nullable().describe('Mean distance of members to their table, 0 to 1.'),
      others: z.number().nullable().describe('The same to the other tables.'),
      nearer: z.number().nullable().describe('Share of members nearer to their own table.'),
    }),
  ),
  overall: z
    .object({ n: z.int(), own: z.number(), others: z.number(), nearer: z.number(), ...Test })
    .nullable(),
  marks: z.array(z.object({ mark: Mark, n: z.int(), own: z.number() })),
  marksHeld: z.boolean(),
});

const Rounds = z.array(
  z.object({
    round: z.int(),
    people: z.int(),
    tables: z.int(),
    representation: Representation,
    agreement: z
      .object({
        everyone: Agreement,
        tables: z.array(Agreement.extend(TablePlace)),
        withinTau: z.number().nullable(),
        acrossTau: z.number().nullable(),
        between: Agreement,
        variance: z
          .object({ share: z.number(), byChance: z.number(), ...Test })
          .nullable()
          .describe('Share of the differences in rank that lies between tables.'),
        divides: ranks.describe('The same share by item.'),
      })
      .nullable(),
    bootstrap: z
      .object({
        n: z.int(),
        tables: z.int(),
        isFew: z.boolean(),
        places: numbers,
        byTable: z.array(Range),
        byPerson: z.array(Range),
      })
      .nullable(),
  }),
);

const Marked = z.object({
  everyone: z.object({ n: z.int(), places: numbers }),
  variants: z.array(
    z.object({
      without: z.array(Mark),
      left: z.int(),
      n: z.int(),
      places: numbers,
      tauX: z.number().nullable(),
      orderChanged: z.boolean(),
      leaderChanged: z.boolean(),
    }),
  ),
  held: z.enum(['none', 'too-few']).nullable(),
});

const Paired = z.array(
  z.object({
    before: z.int(),
    after: z.int(),
    n: z.int(),
    leavers: z.int(),
    newcomers: z.int(),
    held: z.enum(['too-few']).nullable(),
    isCoarse: z.boolean(),
    items: z.array(
      z.object({
        placeBefore: z.number(),
        placeAfter: z.number(),
        meanBefore: z.number().nullable(),
        meanAfter: z.number().nullable(),
        adjustedPValue: z.number().nullable(),
        isCertain: z.boolean(),
      }),
    ),
    agreement: z
      .object({
        before: z.number().nullable(),
        after: z.number().nullable(),
        change: Range.nullable(),
      })
      .nullable(),
    stability: z.object({ tauX: z.number().nullable(), ownTauX: z.number().nullable() }).nullable(),
    towardsTable: z
      .object({
        n: z.int(),
        tables: z.int(),
        before: z.number(),
        after: z.number(),
        pValue: z.number(),
      })
      .nullable(),
    stop: z
      .object({
        verdict: z.enum(['agreed', 'settled', 'rounds-used', 'go-on']),
        agreed: z.boolean(),
        stable: z.boolean(),
        rule: z.record(z.string(), z.number()),
      })
      .nullable(),
  }),
);

const Document = z.object({
  version: z.string(),
  study: z.uuid(),
  question: z.object({ id: z.string(), kind: z.literal('ranking'), unranked: z.string() }),
  items: z.array(z.object({ id: z.string(), name: z.string() })),
  minCell: z.int(),
  event: z.string().nullable(),
  isStepped: z.boolean(),
  rounds: Rounds,
  marked: Marked.nullable(),
  paired: Paired,
  events: z.object({
    list: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        series: z.string().nullable(),
        ...GroupOrder,
        againstOthers: z
          .object({
            tauX: z.number().nullable(),
            opposed: z.int(),
            pairs: z.int(),
            pValue: z.number(),
          })
          .nullable(),
      }),
    ),
    series: z.array(
      z.object({
        name: z.string(),
        events: z.array(z.string()),
        ...GroupOrder,
        equalWeight: numbers.nullable(),
      }),
    ),
  }),
  guides: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      answers: z.array(z.object({ event: z.string(), table: z.string(), text: z.string() })),
    }),
  ),
  cards: z
    .array(
      z.object({
        kind: z.enum(['problem', 'solution', 'conclusion']),
        event: z.string(),
        table: z.string(),
        text: z.string(),
      }),
    )
    .describe('What tables wrote on their cards, as last written.'),
  benchmark: z.looseObject({ apart: z.boolean() }).nullable().describe('As `compare` gives it.'),
});

/**
 * Reads what is asked of a room; a refusal names what the study does not have. An empty parameter
 * is as good as none.
 */
export function readRoomQuery(
  definition: Definition,
  { question, event, own }: z.infer<typeof Query>,
): RoomQuery {
  const asked = { question: question || null, event: event || null, own: null };
  if (!own) return asked;
  const read = askedResults(definition, { where: own });
  const [filter, ...more] = read.where;
  if (!filter || more.length > 0) throw new Refusal(422, 'Compare one group with the others.');
  return { ...asked, own: filter };
}

/** What a room says: tables beside their members, rounds, events. */
export const roomResultsApi = new Hono<Env>().get(
  '/api/studies/:id/room-results',
  describe({
    summary: 'A ranking in the room: people beside their tables, rounds paired, events compared',
    tag: 'results',
    success: {
      200: [Document, 'People and tables are never pooled; small groups are held back.'],
      304: 'Nothing has changed since the ETag in If-None-Match.',
    },
    errors: [404, 422],
  }),
  valid('query', Query),
  async (c) => {
    const study = await studyFor(c, 'read');
    const query = readRoomQuery(study.definition, c.req.valid('query'));
    const { etag, document } = await roomResultsOf(c.var.db, study, query);
    return unchanged(c, etag) ?? c.json(await document());
  },
);
