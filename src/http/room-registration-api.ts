import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findEvent, noteInLog, type RoomEvent } from '../db/room/events.ts';
import {
  changePublicEvent,
  confirmSpots,
  publicEvent,
  register,
  type Registration,
  withdrawRegistration,
} from '../db/room/registrations.ts';
import type { Study } from '../db/studies.ts';
import { isLanguage } from '../survey/language.ts';
import { HALVES, WAYS } from '../survey/room/best-spot.ts';
import { Partner, type PublicEvent, Sessions, wishesOf } from '../survey/room/public-event.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { rateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { eventFor } from './room-event-api.ts';
import {
  ownRegistration,
  proposeSpots,
  type SpotProposal,
  whyUnplaced,
} from './room-registration.ts';
import { codeHash } from './receipt.ts';
import { roomStudy } from './room-seat-api.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/events/:event';

const PublicBody = z.object({
  isPublic: z.boolean(),
  isOpen: z.boolean().describe('Whether people can register.'),
  partners: z.array(z.object({ name: z.string() }).loose()),
  sessions: z.array(z.object({ id: z.string() }).loose()),
  revision: z.int(),
});

const PublicChange = z.strictObject({
  isPublic: z.boolean(),
  isOpen: z.boolean(),
  partners: z.array(Partner).max(60),
  sessions: Sessions,
  revision: z.int().min(0).describe('As it was read, 0 at first; 409 when it has another.'),
});

const RegisterBody = z.strictObject({
  code: z.string().max(40).describe('A code that the phone has made: 12 characters.'),
  preferences: z.array(z.string().max(60)).max(60).describe('Ids of sessions, the best first.'),
  way: z.enum(WAYS).default('either'),
  half: z.enum(HALVES).default('either'),
  contact: z.string().trim().max(200).default('').describe('Kept apart from all the rest.'),
  lang: z.string().max(20).optional(),
});

const OwnBody = z.object({
  number: z.int(),
  preferences: z.array(z.string()),
  way: z.enum(WAYS),
  half: z.enum(HALVES),
  session: z.string().nullable().describe('The confirmed place; null while there is none.'),
});

const SpotsBody = z.object({
  version: z.string(),
  dissatisfaction: z
    .number()
    .describe('Of the new places: 0 for a first wish, 1 for a second, and so on.'),
  wishes: z.array(z.int()).describe('New places by wish; the last: not asked for.'),
  places: z.array(
    z.object({
      registration: z.uuid(),
      number: z.int(),
      session: z.string().nullable(),
      confirmed: z.boolean(),
    }),
  ),
  unplaced: z.array(z.string()).describe('Who has no place, and why: a sentence each.'),
});

const Anew = z.boolean().default(false).describe('Also places anew who has been confirmed.');
const SeatHeader = z.object({ seat: z.string().max(40).describe('The code.') });
const At = z.object({ code: z.string(), event: z.uuid() });

/** Registration for an event: for organisers, and for whoever wants to come. */
export function roomRegistrationApi(config: Config): Hono<Env> {
  return new Hono<Env>()
    .get(
      `${PATH}/public`,
      describe({
        summary: 'What the public page of an event says: partners and sessions',
        tag: 'room',
        success: { 200: [PublicBody, 'As it is now.'] },
        errors: [404],
      }),
      async (c) => {
        const { event } = await eventFor(c, 'read');
        return c.json(await publicEvent(c.var.db, event));
      },
    )
    .put(
      `${PATH}/public`,
      describe({
        summary: 'Replaces what the public page says; opens and closes registration',
        tag: 'room',
        success: { 200: [PublicBody, 'As it is now.'] },
        errors: [400, 404, 409, 413, 415, 422],
      }),
      runnersOnly,
      valid('json', PublicChange),
      async (c) => {
        const { event } = await eventFor(c, 'run');
        if (!(await changePublicEvent(c.var.db, event, c.req.valid('json')))) {
          throw new Refusal(409, 'Somebody has changed this meanwhile: read it again.');
        }
        return c.json(await publicEvent(c.var.db, event));
      },
    )
    .get(
      `${PATH}/spots`,
      describe({
        summary: 'Proposes a place for everybody who has registered; changes nothing',
        tag: 'room',
        success: { 200: [SpotsBody, 'The proposal with the least dissatisfaction.'] },
        errors: [404, 422],
      }),
      valid('query', z.object({ anew: z.stringbool().default(false) })),
      async (c) => {
        const { event } = await eventFor(c, 'run');
        return c.json(toldSpots(await proposeSpots(c.var.db, event, c.req.valid('query'))));
      },
    )
    .post(
      `${PATH}/spots`,
      describe({
        summary: 'Confirms the places as proposed; each person sees theirs by private link',
        tag: 'room',
        success: { 200: [SpotsBody, 'Confirmed.'] },
        errors: [400, 404, 409, 413, 415, 422],
      }),
      runnersOnly,
      valid('json', z.strictObject({ version: z.string().max(80), anew: Anew })),
      async (c) => {
        const { event } = await eventFor(c, 'run');
        const { version, anew } = c.req.valid('json');
        if (!(await confirmAsProposed(c, event, { version, anew }))) {
          throw new Refusal(409, 'Somebody has registered or changed meanwhile: propose again.');
        }
        return c.json(toldSpots(await proposeSpots(c.var.db, event, { anew: false })));
      },
    )
    .post(
      '/api/join/:code/registrations/:event',
      describe({
        summary: 'Registers for an event, or changes what one asked for',
        tag: 'room',
        open: true,
        success: { 200: [OwnBody, 'Registered. Who keeps the code sees the place.'] },
        errors: [400, 404, 409, 413, 415, 422, 429],
      }),
      rateLimit('submissions', config),
      valid('param', At),
      valid('json', RegisterBody),
      async (c) => {
        const study = await roomStudy(c);
        const { event } = await publicFor(c, study);
        return c.json(toldOwn(await takeRegistration(c, study, event, c.req.valid('json'))));
      },
    )
    .get(
      '/api/join/:code/registrations/:event',
      describe({
        summary: 'One’s registration, with the place once it is confirmed',
        tag: 'room',
        open: true,
        success: { 200: [OwnBody, 'The registration.'] },
        errors: [404, 422],
      }),
      valid('param', At),
      valid('header', SeatHeader),
      async (c) => c.json(toldOwn(await ownFor(c))),
    )
    .delete(
      '/api/join/:code/registrations/:event',
      describe({
        summary: 'Takes one’s registration back, with the contact',
        tag: 'room',
        open: true,
        success: { 204: 'Gone.' },
        errors: [404, 422],
      }),
      valid('param', At),
      valid('header', SeatHeader),
      async (c) => {
        await withdrawRegistration(c.var.db, await ownFor(c));
        return c.body(null, 204);
      },
    );
}

/** The event with a public page that the path names; 404 for one that is not public. */
export async function publicFor(
  c: Context<Env>,
  study: Study,
): Promise<{ event: RoomEvent; about: PublicEvent }> {
  const event = await findEvent(c.var.db, study.id, c.req.param('event') ?? '');
  const about = event && (await publicEvent(c.var.db, event));
  if (!event || !about?.isPublic) throw new Refusal(404, 'There is no such event.');
  return { event, about };
}

/** Registers somebody as they ask; 409 while registration is closed or a place is confirmed. */
export async function takeRegistration(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  asked: z.infer<typeof RegisterBody>,
): Promise<Registration> {
  const { db, config } = c.var;
  const about = await publicEvent(db, event);
  if (!about.isOpen) throw new Refusal(409, 'Registration is not open.');
  const keyHash = await codeHash(config.secret, `registration ${event.id}`, asked.code);
  if (!keyHash) throw new Refusal(422, 'A code has 12 letters and digits.');
  const { way, half, contact, lang } = asked;
  const known = await ownRegistration(db, config.secret, event, asked.code);
  if (known?.confirmedAt) throw new Refusal(409, 'Your place is confirmed already.');
  return register(db, event, {
    keyHash,
    way,
    half,
    contact,
    preferences: wishesOf(asked.preferences, about.sessions),
    locale: isLanguage(lang) ? lang : study.definition.defaultLanguage,
    now: config.now(),
  });
}

/** Confirms what is proposed, if it is still what was seen; notes it. */
export async function confirmAsProposed(
  c: Context<Env>,
  event: RoomEvent,
  { version, anew }: { version: string; anew: boolean },
): Promise<boolean> {
  const { db, config, principal } = c.var;
  const { placement } = await proposeSpots(db, event, { anew });
  const { spotOf, dissatisfaction } = placement;
  const now = config.now();
  if (!(await confirmSpots(db, event, { version, spotOf, now }))) return false;
  const detail = { places: spotOf.size, dissatisfaction, anew };
  await noteInLog(db, event, { at: now, by: principal!.name, action: 'confirm-spots', detail });
  return true;
}

async function runnersOnly(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await eventFor(c, 'run');
  await next();
}

async function ownFor(c: Context<Env>): Promise<Registration> {
  const study = await roomStudy(c);
  const { event } = await publicFor(c, study);
  const { db, config } = c.var;
  const own = await ownRegistration(db, config.secret, event, c.req.header('seat') ?? '');
  if (!own) throw new Refusal(404, 'Nobody has registered for this event with this code.');
  return own;
}

function toldOwn({ number, preferences, way, half, session }: Registration) {
  return { number, preferences, way, half, session };
}

function toldSpots({ version, about, registrations, placement }: SpotProposal) {
  const { dissatisfaction, wishes, spotOf, unplaced } = placement;
  return {
    version,
    dissatisfaction,
    wishes,
    places: registrations.map(({ id, number, session }) => ({
      registration: id,
      number,
      session: spotOf.get(id) ?? null,
      confirmed: session !== null && session === spotOf.get(id),
    })),
    unplaced: registrations.flatMap((one) => {
      const why = unplaced.get(one.id);
      return why ? [whyUnplaced(one, why, about.sessions)] : [];
    }),
  };
}
