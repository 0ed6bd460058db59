import { Hono } from 'hono';
import { z } from 'zod';
import { createToken, deleteToken, listTokens } from '../db/tokens.ts';
import { requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { valid } from './valid.ts';

const Role = z.enum(['owner', 'designer', 'facilitator', 'viewer']);

const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: Role.default('designer'),
});

const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  role: Role,
  createdAt: z.iso.datetime(),
  lastUsedOn: z.iso.date().nullable(),
});

/** API tokens, which owners make, list and revoke. */
export const tokenApi = new Hono<Env>()
  .get(
    '/api/tokens',
    describe({
      summary: 'Every API token',
      tag: 'access',
      success: { 200: [z.object({ tokens: z.array(Token) }), 'Oldest first.'] },
    }),
    async (c) => {
      requireRole(c, null, 'tokens');
      return c.json({ tokens: await listTokens(c.var.db) });
    },
  )
  .post(
    '/api/tokens',
    describe({
      summary: 'Makes an API token',
      tag: 'access',
      success: {
        201: [
          z.object({ id: z.uuid(), name: z.string(), role: Role, token: z.string() }),
          'The token, which is shown this once.',
        ],
      },
      errors: [400, 415, 422],
    }),
    valid('json', NewToken),
    async (c) => {
      requireRole(c, null, 'tokens');
      const { name, role } = c.req.valid('json');
      const { id, token } = await createToken(c.var.db, { name, role }, c.var.config.now());
      return c.json({ id, name, role, token }, 201);
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
      requireRole(c, null, 'tokens');
      if (!(await deleteToken(c.var.db, c.req.param('id')))) {
        throw new Refusal(404, 'There is no such token.');
      }
      return c.body(null, 204);
    },
  );
