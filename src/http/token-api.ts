import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findStudy } from '../db/studies.ts';
import {
  createToken,
  deleteToken,
  listTokens,
  type NewToken,
  ROLES,
  SCOPES,
  type TokenRights,
} from '../db/tokens.ts';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env, Principal } from './env.ts';
import { Next, Page, pageOf } from './page-link.ts';
import { Refusal } from './refusal.ts';
import { valid } from './valid.ts';

const Role = z.enum(['owner', 'designer', 'facilitator', 'viewer']);
const Scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .nullable()
  .describe('What the token is limited to; null for all that the role allows.');
const StudyId = z.uuid().nullable().describe('The one study that it is for; null for all.');

const TokenBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: Role.default('designer'),
  scopes: Scopes.default(null),
  studyId: StudyId.default(null),
  expiresAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .default(null)
    .describe('When it stops working; null for never.'),
});

const Rights = z.object({
  role: Role,
  scopes: Scopes,
  studyId: StudyId,
  expiresAt: z.iso.datetime().nullable(),
});

const Token = Rights.extend({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedOn: z.iso.date().nullable(),
});

/** API tokens: owners see all of their organisation's, designers those that they made. */
export const tokenApi = new Hono<Env>()
  .get(
    '/api/tokens',
    describe({
      summary: 'The API tokens of the organisation, or those that a designer made',
      tag: 'access',
      success: { 200: [z.object({ tokens: z.array(Token), next: Next }), 'Oldest first.'] },
      errors: [422],
    }),
    valid('query', Page),
    async (c) => {
      const tokens = await listTokens(c.var.db, tokensOf(c));
      const { page, next } = pageOf(c, tokens, ({ id }) => id, c.req.valid('query'));
      return c.json({ tokens: page, next });
    },
  )
  .post(
    '/api/tokens',
    describe({
      summary: 'Makes an API token',
      tag: 'access',
      success: {
        201: [
          Rights.extend({ id: z.uuid(), name: z.string(), token: z.string() }),
          'The token, which is shown this once.',
        ],
      },
      errors: [400, 404, 415, 422],
    }),
    async (c, next) => {
      tokensOf(c);
      await next();
    },
    valid('json', TokenBody),
    async (c) => {
      const { expiresAt, ...body } = c.req.valid('json');
      const wanted = { ...body, expiresAt: expiresAt === null ? null : new Date(expiresAt) };
      const { id, token, rights } = await makeToken(c, wanted);
      return c.json({ id, name: body.name, ...rights, token }, 201);
    },
  )
  .delete(
    '/api/tokens/:id',
    describe({
      summary: 'Revokes an API token',
      tag: 'access',
      success: { 204: 'Revoked; sessions opened with it have ended.' },
      errors: [404],
    }),
    async (c) => {
      const owner = tokensOf(c);
      if (!(await deleteToken(c.var.db, { id: c.req.param('id'), ...owner }))) {
        throw new Refusal(404, 'There is no such token.');
      }
      return c.body(null, 204);
    },
  );

/** Whose tokens a request may handle: an owner's organisation's, or a designer's own. */
export function tokensOf(c: Context<Env>): { organisationId: string; createdBy?: string } {
  const { principal } = requireRole(c, null, 'tokens');
  const organisationId = principal.organisation.id;
  if (principal.role === 'owner') return { organisationId };
  if (!principal.person) {
    throw new Refusal(403, 'Only an owner’s token can make and list tokens.');
  }
  return { organisationId, createdBy: principal.person.id };
}

/**
 * Makes a token for the caller's organisation that may do no more, and no longer, than the caller.
 *
 * @throws {Refusal} 403 for a role above one's own, 404 for a study of others, 422 for a past end
 */
export async function makeToken(
  c: Context<Env>,
  wanted: TokenRights & Pick<NewToken, 'name'>,
): Promise<{ id: string; token: string; rights: TokenRights }> {
  const { principal } = requireRole(c, null, 'tokens');
  const { organisationId } = tokensOf(c);
  const now = c.var.config.now();
  const { name, ...rights } = wanted;
  if (ROLES.indexOf(rights.role) > ROLES.indexOf(principal.role)) {
    throw new Refusal(403, `The role ${principal.role} cannot make tokens of a higher role.`);
  }
  if (rights.expiresAt && rights.expiresAt <= now) {
    throw new Refusal(422, 'The end of the token is in the past.', [
      { path: 'expiresAt', message: 'is in the past' },
    ]);
  }
  if (rights.studyId !== null) {
    requireRole(c, await findStudy(c.var.db, rights.studyId), 'read');
  }
  const granted = { ...rights, expiresAt: earlier(rights.expiresAt, principal) };
  const createdBy = principal.person?.id ?? null;
  const made = await createToken(c.var.db, { name, ...granted, organisationId, createdBy }, now);
  return { ...made, rights: granted };
}

function earlier(wanted: Date | null, { expiresAt }: Principal): Date | null {
  if (!wanted || !expiresAt) return wanted ?? expiresAt;
  return wanted < expiresAt ? wanted : expiresAt;
}
