import { Hono } from 'hono';
import { z } from 'zod';
import { countInvitations, deleteInvitations, showableCounts } from '../db/study-invitations.ts';
import { addressList } from '../survey/address-list.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { invite, type Invited, invitationsCsv, sendLinks } from './invite.ts';
import { Refusal } from './refusal.ts';
import { joinOrigin } from './site-origin.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

const Wanted = z.union([
  z.strictObject({ links: z.int().min(1).max(5000) }),
  z.strictObject({ addresses: z.string().max(200_000).describe('As people paste them.') }),
]);

const Counts = z.object({
  made: z.int(),
  used: z.int().nullable().describe('Null while one of the two groups is too small to be told.'),
  withAddress: z.int(),
});

const Message = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(150)
    .regex(/^\P{Cc}*$/u, 'write it on one line'),
  text: z.string().trim().min(1).max(5000).describe('`{link}` is each one’s own link.'),
});

const PROBLEMS: Record<Extract<Invited, { problem: string }>['problem'], string> = {
  'too-few': 'Make more links: with so few, answers could be told apart.',
  'too-many': 'A study has at most 10,000 personal links.',
};

/** Personal links, each good for one response that nothing connects with it. */
export const invitationApi = new Hono<Env>()
  .get(
    '/api/studies/:id/invitations',
    describe({
      summary: 'How many personal links a study has',
      tag: 'studies',
      success: { 200: [Counts, 'The counts that may be known.'] },
      errors: [404],
    }),
    async (c) => {
      const { id, definition } = await studyFor(c, 'read');
      const counts = await countInvitations(c.var.db, id);
      return c.json(showableCounts(counts, definition.privacy.minCell));
    },
  )
  .post(
    '/api/studies/:id/invitations',
    describe({
      summary: 'Makes personal links, for addresses or just a number of them',
      tag: 'studies',
      success: { 201: [z.object({ added: z.int() }), 'How many were made.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'run');
      await next();
    },
    valid('json', Wanted),
    async (c) => {
      const study = await studyFor(c, 'run');
      const sent = c.req.valid('json');
      const made = await invite(c.var.db, c.var.config, study, 'links' in sent ? sent : read(sent));
      if ('problem' in made) throw new Refusal(422, PROBLEMS[made.problem]);
      return c.json(made, 201);
    },
  )
  .delete(
    '/api/studies/:id/invitations',
    describe({
      summary: 'Takes back all personal links and forgets their addresses',
      tag: 'studies',
      success: { 204: 'No link works any more. Answers stay.' },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'run');
      await deleteInvitations(c.var.db, id);
      return c.body(null, 204);
    },
  )
  .get(
    '/api/studies/:id/invitations.csv',
    describe({
      summary: 'All personal links with their addresses, used or not',
      tag: 'studies',
      success: { 200: { type: 'text/csv', text: 'Columns `link` and `address`.' } },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'personal');
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="personal-links.csv"');
      c.header('Cache-Control', 'no-store');
      return c.body(await invitationsCsv(c.var.db, c.var.config, study, joinOrigin(c)));
    },
  )
  .post(
    '/api/studies/:id/invitations/send',
    describe({
      summary: 'Sends their links to those who have not used them, without saying to whom',
      tag: 'studies',
      success: { 200: [z.object({ complete: z.boolean() }), 'Whether all could be sent.'] },
      errors: [400, 404, 409, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'personal');
      await next();
    },
    valid('json', Message),
    async (c) => {
      const study = await studyFor(c, 'personal');
      const { sendMail, ...config } = c.var.config;
      if (!sendMail) throw new Refusal(409, 'This server sends no e-mail: download the links.');
      if (study.status !== 'open') throw new Refusal(409, 'The study is not open.');
      const mailing = { ...config, sendMail };
      const message = c.req.valid('json');
      const complete = await sendLinks(c.var.db, mailing, study, joinOrigin(c), message);
      return c.json({ complete });
    },
  );

function read({ addresses: text }: { addresses: string }): { addresses: string[] } {
  const { addresses, wrong } = addressList(text);
  if (wrong.length === 0) return { addresses };
  const issues = wrong.slice(0, 50).map((message) => ({ path: 'addresses', message }));
  throw new Refusal(422, `“${wrong[0]}” is no e-mail address.`, issues);
}
