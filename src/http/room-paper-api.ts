import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { listSheets } from '../db/room/sheets.ts';
import { findTable } from '../db/room/tables.ts';
import { issueMessage } from '../survey/answer.ts';
import { printedNumber, readSheetNumber, type Sheet } from '../survey/paper/sheet-number.ts';
import { PERSON_MARKS } from '../survey/room/room-rights.ts';
import { Language } from '../survey/text.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { pathText, Refusal } from './refusal.ts';
import { eventFor } from './room-event-api.ts';
import { enterSheet, readSheet, withdrawSheet } from './room-paper.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/events/:event/sheets';

const TypedSheetBody = z.object({
  sheet: z.string().describe('The printed number, such as 1017-6; of a table T1003-7.'),
  voice: z.enum(['individual', 'table']),
  table: z.string().nullable().describe('The table’s key.'),
  round: z.int(),
  mark: z.enum(PERSON_MARKS),
  by: z.string().nullable().describe('Null where its author has changed the answers since.'),
  at: z.iso.datetime(),
});

const StoredSheetBody = TypedSheetBody.extend({
  revision: z.int(),
  answers: z.record(z.string(), z.unknown()),
});

const Outcome = z.object({
  receipt: z.string().describe('With it the author may change or withdraw the answers.'),
  changed: z.boolean().describe('False where the same was stored already.'),
});

const SheetBody = z.strictObject({
  answers: z.record(z.string().max(60), z.unknown()).describe('As in a response, all of them.'),
  table: z.uuid().nullable().default(null).describe('Where the person sat.'),
  mark: z.enum(PERSON_MARKS).default('participant'),
  locale: Language.optional().describe('The language of the sheet.'),
  revision: z
    .int()
    .min(0)
    .optional()
    .describe('The one that was seen, 0 for none; without it whatever is stored is corrected.'),
});

async function runnersOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await eventFor(c, 'run');
  await next();
}

/** Sheets of paper of an event, typed in by those who run it. */
export const roomPaperApi = new Hono<Env>()
  .get(
    PATH,
    describe({
      summary: 'The sheets of paper that were typed in, the latest first, without their answers',
      tag: 'room',
      success: { 200: [z.object({ sheets: z.array(TypedSheetBody) }), 'At most 2,000.'] },
      errors: [404],
    }),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const sheets = await listSheets(c.var.db, event);
      return c.json({
        sheets: sheets.map(({ sheet, mark, ...row }) => ({
          ...row,
          sheet: printedOf(sheet),
          mark: mark ?? 'participant',
        })),
      });
    },
  )
  .get(
    `${PATH}/:sheet`,
    describe({
      summary: 'A sheet of paper as it was typed in',
      tag: 'room',
      success: { 200: [StoredSheetBody, 'The current revision.'] },
      errors: [404, 410],
    }),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const sheet = sheetOf(c);
      const { stored } = await readSheet(c.var.db, c.var.config, event, sheet);
      if (!stored) throw new Refusal(404, 'This sheet was not typed in.');
      if (!stored.answers) throw new Refusal(410, 'This sheet was taken back.');
      const { voice, table, round, mark, enteredBy, updatedAt, revision, answers } = stored;
      return c.json({
        sheet: printedNumber(sheet),
        voice,
        table,
        round,
        mark: mark ?? 'participant',
        by: enteredBy,
        at: updatedAt,
        revision,
        answers: { ...answers, ...stored.personal },
      });
    },
  )
  .put(
    `${PATH}/:sheet`,
    describe({
      summary: 'Types in a sheet of paper; again to correct it',
      tag: 'room',
      success: {
        201: [Outcome, 'Stored.'],
        200: [Outcome, 'Corrected, or the same as before.'],
      },
      errors: [400, 403, 404, 409, 410, 413, 415, 422],
    }),
    runnersOnly,
    valid('json', SheetBody),
    async (c) => {
      const { study, event } = await eventFor(c, 'run');
      const { table: tableId, locale, ...body } = c.req.valid('json');
      const table = tableId === null ? null : await findTable(c.var.db, study.id, tableId);
      if (tableId !== null && table?.eventId !== event.id) {
        throw new Refusal(404, 'There is no such table.');
      }
      const outcome = await enterSheet(c.var.db, c.var.config, study, event, {
        ...body,
        sheet: sheetOf(c),
        table,
        locale: locale ?? study.definition.defaultLanguage,
        by: c.var.principal!.name,
      });
      if ('receipt' in outcome) {
        const { receipt, changed, status } = outcome;
        return c.json({ receipt, changed }, status);
      }
      const issues = 'issues' in outcome ? outcome.issues : [];
      throw new Refusal(
        outcome.status,
        outcome.error,
        issues.map((issue) => ({ path: pathText(issue.path), message: issueMessage(issue) })),
      );
    },
  )
  .delete(
    `${PATH}/:sheet`,
    describe({
      summary: 'Takes a sheet of paper back and erases its answers',
      tag: 'room',
      success: { 204: 'Taken back, now or before; its number is not used again.' },
      errors: [404, 409, 410],
    }),
    async (c) => {
      const { study, event } = await eventFor(c, 'run');
      const by = c.var.principal!.name;
      const problem = await withdrawSheet(c.var.db, c.var.config, study, event, {
        sheet: sheetOf(c),
        by,
      });
      if (problem) throw new Refusal(problem.status, problem.error);
      return c.body(null, 204);
    },
  );

/** The printed form of a stored number. */
export function printedOf(sheet: string): string {
  const [, table, round, serial] = /^(T?)(\d+)(\d{3})$/.exec(sheet) ?? [];
  return printedNumber({
    voice: table === 'T' ? 'table' : 'individual',
    round: Number(round),
    serial: Number(serial),
  });
}

function sheetOf(c: Context<Env>): Sheet {
  const sheet = readSheetNumber(c.req.param('sheet') ?? '');
  if (!sheet) throw new Refusal(404, 'No sheet has this number: compare it with the paper.');
  return sheet;
}
