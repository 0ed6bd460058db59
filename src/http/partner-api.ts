import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SharedRole } from '../db/schema.ts';
import {
  acceptPartnership,
  changePartner,
  deletePartnerInvitation,
  endPartnership,
  findPartnerInvitation,
  invitePartner,
  listPartnerInvitations,
  listPartners,
  SHARED_ROLES,
} from '../db/study-partners.ts';
import { findStudy, type Study } from '../db/studies.ts';
import { mayDoTo, requireRole } from './authorise.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { siteOrigin } from './site-origin.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/partners';

const Granted = z.enum(SHARED_ROLES).describe('The most that members of the organisation may do.');

const PartnersBody = z.object({
  owner: z.string().describe('The organisation that owns the study.'),
  partners: z.array(
    z.object({
      organisation: z.object({ id: z.uuid(), name: z.string() }),
      role: Granted,
      since: z.iso.datetime(),
    }),
  ),
  invitations: z
    .array(
      z.object({
        id: z.uuid(),
        role: Granted,
        email: z.string().nullable(),
        expiresAt: z.iso.datetime(),
      }),
    )
    .describe('For owners of the owning organisation; empty for all others.'),
});

/** Organisations that share a study. */
export const partnerApi = new Hono<Env>()
  .get(
    PATH,
    describe({
      summary: 'The organisations that share a study',
      tag: 'access',
      success: { 200: [PartnersBody, 'By name.'] },
      errors: [404],
    }),
    async (c) => c.json(await partnersOf(c, await studyFor(c, 'read'))),
  )
  .post(
    PATH,
    describe({
      summary: 'Makes a link by which another organisation comes to share the study',
      tag: 'access',
      success: {
        201: [
          z.object({ link: z.string(), expiresAt: z.iso.datetime() }),
          'Good for one organisation; shown this once.',
        ],
      },
      errors: [400, 404, 413, 415, 422],
    }),
    ownersOnly,
    valid('json', z.strictObject({ role: Granted })),
    async (c) => {
      const study = await studyFor(c, 'share');
      const { role } = c.req.valid('json');
      const link = await partnershipLink(c, study, { role, email: null });
      const all = await listPartnerInvitations(c.var.db, study.id, c.var.config.now());
      return c.json({ link, expiresAt: all.at(-1)!.expiresAt.toISOString() }, 201);
    },
  )
  .delete(
    `${PATH}/invitations/:invitation`,
    describe({
      summary: 'Withdraws an invitation to share the study',
      tag: 'access',
      success: { 204: 'The link leads nowhere any more.' },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'share');
      if (!(await deletePartnerInvitation(c.var.db, id, c.req.param('invitation')))) {
        throw new Refusal(404, 'There is no such invitation.');
      }
      return c.body(null, 204);
    },
  )
  .patch(
    `${PATH}/:organisation`,
    describe({
      summary: 'Grants an organisation that shares the study another role',
      tag: 'access',
      success: { 200: [PartnersBody, 'As it is now.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    ownersOnly,
    valid('json', z.strictObject({ role: Granted })),
    async (c) => {
      const study = await studyFor(c, 'share');
      const { role } = c.req.valid('json');
      const partner = { studyId: study.id, organisationId: c.req.param('organisation') };
      if (!(await changePartner(c.var.db, partner, role))) throw notShared();
      return c.json(await partnersOf(c, study));
    },
  )
  .delete(
    `${PATH}/:organisation`,
    describe({
      summary: 'Ends the sharing with an organisation: by the owner, or by the organisation itself',
      tag: 'access',
      success: { 204: 'Its members know of no such study any more.' },
      errors: [404],
    }),
    async (c) => {
      await endSharing(c, c.req.param('organisation'));
      return c.body(null, 204);
    },
  )
  .post(
    '/api/partnerships/:token',
    describe({
      summary: 'Accepts an invitation to share a study, as an owner of the other organisation',
      tag: 'access',
      success: { 200: [z.object({ study: z.uuid() }), 'Shared from now on.'] },
      errors: [404, 409],
    }),
    async (c) => c.json({ study: await acceptSharing(c, c.req.param('token')) }),
  );

/** Makes an invitation for one organisation and gives its link. */
export async function partnershipLink(
  c: Context<Env>,
  { id }: Study,
  { role, email }: { role: SharedRole; email: string | null },
): Promise<string> {
  const wanted = { studyId: id, role, email };
  const token = await invitePartner(c.var.db, wanted, c.var.config.now());
  return `${siteOrigin(c)}/partnership/${token}`;
}

/**
 * Accepts an invitation for the organisation that the caller works in and owns.
 *
 * @returns the study's id
 * @throws {Refusal} 404 for a link that is not good any more, 409 for one's own study
 */
export async function acceptSharing(c: Context<Env>, token: string): Promise<string> {
  const { principal } = requireRole(c, null, 'people');
  const { db, config } = c.var;
  const by = { organisationId: principal.organisation.id, by: principal.name };
  const studyId = await acceptPartnership(db, { token, ...by }, config.now());
  if (studyId) return studyId;
  const isOwn = (await findPartnerInvitation(db, token, config.now())) !== null;
  throw isOwn
    ? new Refusal(409, 'Your organisation owns this study.')
    : new Refusal(404, 'There is no such invitation.');
}

/** The study that an invitation is about, with what it grants; null when it is not good any more. */
export async function offeredStudy(
  c: Context<Env>,
  token: string,
): Promise<{ study: Study; role: SharedRole } | null> {
  const found = await findPartnerInvitation(c.var.db, token, c.var.config.now());
  const study = found && (await findStudy(c.var.db, found.studyId));
  return study && { study, role: found.role };
}

/** Ends the sharing of the study that the path names; owners of either side may. */
export async function endSharing(c: Context<Env>, organisationId: string): Promise<void> {
  const isOwn = c.var.principal?.organisation.id === organisationId;
  const { id: studyId } = await studyFor(c, isOwn ? 'leave' : 'share');
  if (!(await endPartnership(c.var.db, { studyId, organisationId }))) throw notShared();
}

async function partnersOf(c: Context<Env>, study: Study): Promise<z.infer<typeof PartnersBody>> {
  const { db, config, principal } = c.var;
  const partners = await listPartners(db, study.id);
  const invitations = mayDoTo(principal, study, 'share')
    ? await listPartnerInvitations(db, study.id, config.now())
    : [];
  return {
    owner: study.owner,
    partners: partners.map(({ organisationId: id, name, role, since }) => ({
      organisation: { id, name },
      role,
      since: since.toISOString(),
    })),
    invitations: invitations.map((one) => ({ ...one, expiresAt: one.expiresAt.toISOString() })),
  };
}

async function ownersOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await studyFor(c, 'share');
  await next();
}

function notShared(): Refusal {
  return new Refusal(404, 'The study is not shared with such an organisation.');
}
