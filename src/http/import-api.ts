import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { importResponses, importStudy, StudyChangedError } from '../db/import-responses.ts';
import { BallotFileError } from '../ranking/ballot-file.ts';
import { readImport, readNewStudy } from '../survey/import/read-import.ts';
import { isWorkbook, workbookText } from '../survey/import/workbook-text.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES = [
  'text/plain',
  'text/csv',
  'text/tab-separated-values',
  'application/json',
  XLSX,
  'application/octet-stream',
];

const FILE = {
  types: TYPES,
  text: 'A PrefLib file, a table of ranks, or an export: csv, xlsx or json.',
};

/** What error messages call the file. */
const FileName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N} ._()-]{1,100}$/u, 'use letters, digits, spaces, dots and dashes')
  .default('upload');

const IntoStudy = z.object({ question: z.string().max(60).optional(), file: FileName });

const AsStudy = z.object({
  title: z.string().trim().min(1).max(130).optional(),
  unranked: z.enum(['bottom', 'ignore']).optional(),
  file: FileName,
});

const Imported = z.object({
  added: z.int().describe('Responses that are new.'),
  known: z.int().describe('Responses that an earlier import of the same file had brought.'),
});

/** Answers from files: PrefLib (soc, soi, toc, toi), a table of ranks, or an export. */
export const importApi = new Hono<Env>()
  .post(
    '/api/studies/import',
    describe({
      summary: 'Makes a study with one ranking question from a file of ballots',
      tag: 'studies',
      body: FILE,
      success: {
        201: [
          Imported.extend({
            id: z.uuid(),
            joinCode: z.string(),
            status: z.enum(['draft', 'open', 'closed']),
          }),
          'The study, closed: its results can be read, and it can be opened.',
        ],
      },
      errors: [413, 415, 422],
    }),
    valid('query', AsStudy),
    async (c) => {
      const { principal } = requireRole(c, null, 'create');
      const { title, unranked, file } = c.req.valid('query');
      const text = await bodyText(c, file);
      const read = refusing(() => readNewStudy({ text, fileName: file }, { title, unranked }));
      const content = {
        content: text,
        now: c.var.config.now(),
        organisationId: principal.organisation.id,
      };
      const { study, outcome } = await importStudy(c.var.db, read, content);
      c.header('Location', `/api/studies/${study.id}`);
      const joinCode = formatJoinCode(study.joinCode);
      return c.json({ id: study.id, joinCode, status: study.status, ...outcome }, 201);
    },
  )
  .post(
    '/api/studies/:id/import',
    describe({
      summary: 'Adds the answers of a file to a study, all or none',
      tag: 'studies',
      body: FILE,
      success: { 200: [Imported, 'The same file again adds nothing.'] },
      errors: [404, 409, 413, 415, 422],
    }),
    valid('query', IntoStudy),
    async (c) => {
      const study = await studyFor(c, 'import');
      const { question, file } = c.req.valid('query');
      const text = await bodyText(c, file);
      const responses = refusing(() => readImport(study, { text, fileName: file }, question));
      try {
        const now = c.var.config.now();
        return c.json(await importResponses(c.var.db, study, responses, { content: text, now }));
      } catch (error) {
        if (error instanceof StudyChangedError) throw new Refusal(409, error.message);
        throw error;
      }
    },
  );

/**
 * The body as text, of a workbook its first sheet; bytes that are no UTF-8 become U+FFFD, which no
 * reader takes.
 */
async function bodyText(c: Context<Env>, fileName: string): Promise<string> {
  const type = (c.req.header('content-type') ?? 'text/plain').split(';', 1)[0]!.trim();
  if (!TYPES.includes(type.toLowerCase())) {
    throw new Refusal(415, `Send the file itself as the body, with Content-Type: ${TYPES[1]}.`);
  }
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) {
    throw new Refusal(413, 'The file is too large: send at most 8 MB.');
  }
  const file = new Uint8Array(bytes);
  if (!isWorkbook(file)) return new TextDecoder().decode(file);
  try {
    return await workbookText(file, fileName);
  } catch (error) {
    return refuse(error);
  }
}

function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof BallotFileError)) throw error;
  const { message, line, reason } = error;
  throw new Refusal(422, message, [{ path: `line ${line}`, message: reason }]);
}
