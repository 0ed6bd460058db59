import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { findEvent, noteInLog, type RoomEvent } from '../db/room/events.ts';
import {
  type Asked,
  askFloor,
  floorQuestions,
  type SeenQuestion,
  supportQuestion,
} from '../db/room/floor.ts';
import type { Study } from '../db/studies.ts';
import { isPublicQuestion, statusNow } from '../survey/room/floor.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { AskBody, FloorBody, SeenQuestionBody } from './floor-body.ts';
import { giveFloorCode, isKnownCode } from './floor-code.ts';
import { rateLimit } from './rate-limit.ts';
import { codeHash } from './receipt.ts';
import { Refusal } from './refusal.ts';
import { roomStudy } from './room-seat-api.ts';
import { valid } from './valid.ts';

const PATH = '/api/join/:code/room/:event/floor';
const CodeHeader = z.object({
  seat: z.string().max(40).describe('A code of the phone, 12 characters; the one of a seat, too.'),
});
const At = z.object({ code: z.string(), event: z.uuid() });
const MOST_BYTES = 4096;

/** A question is a line: more than a few kilobytes are none. */
export const shortBody = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Refusal(413, 'A question is one line: send at most 4 kB.');
  },
});

/** Questions from the floor, as people in the room ask them: with a seat or without. */
export function floorSeatApi(config: Config): Hono<Env> {
  return new Hono<Env>()
    .get(
      PATH,
      describe({
        summary: 'Questions that were accepted, and one’s own',
        tag: 'room',
        open: true,
        success: { 200: [FloorBody, 'By number.'] },
        errors: [404, 422],
      }),
      valid('param', At),
      valid('header', CodeHeader),
      async (c) => {
        const { event } = await floorOf(c);
        const hash = await askerOf(c, event, c.req.valid('header').seat);
        const questions = await seenQuestions(c, event, hash);
        return c.json({ open: takesQuestions(event), questions: questions.map(toldSeen) });
      },
    )
    .post(
      PATH,
      describe({
        summary: 'Asks a question from the floor; needs no account and no seat',
        tag: 'room',
        open: true,
        success: {
          200: [SeenQuestionBody, 'It was asked before.'],
          201: [SeenQuestionBody, 'Asked; moderators see it first.'],
        },
        errors: [400, 404, 409, 413, 415, 422, 429],
      }),
      shortBody,
      rateLimit('submissions', config),
      valid('param', At),
      valid('header', CodeHeader),
      valid('json', AskBody),
      async (c) => {
        const { event } = await floorOf(c);
        const hash = await askerOf(c, event, c.req.valid('header').seat);
        const asked = c.req.valid('json');
        const outcome = await askQuestion(c, event, { ...asked, hash });
        if (outcome !== 'asked' && outcome !== 'repeat') throw new Refusal(409, REFUSALS[outcome]);
        const question = (await seenQuestions(c, event, hash)).find(({ id }) => id === asked.id);
        if (!question) throw new Refusal(409, 'Another question has this id.');
        return c.json(toldSeen(question), outcome === 'asked' ? 201 : 200);
      },
    )
    .post(
      `${PATH}/codes`,
      describe({
        summary: 'A code for a phone without a seat: with it one person supports questions',
        tag: 'room',
        open: true,
        success: { 201: [z.object({ code: z.string() }), 'To be kept by the phone.'] },
        errors: [404, 422, 429],
      }),
      valid('param', At),
      async (c) => {
        const { event } = await floorOf(c);
        return c.json({ code: await giveFloorCode(c, event) }, 201);
      },
    )
    .post(
      `${PATH}/:question/support`,
      describe({
        summary: 'Would ask the same: once for each person',
        tag: 'room',
        open: true,
        success: { 200: [SeenQuestionBody, 'The question with its support.'] },
        errors: [403, 404, 422, 429],
      }),
      rateLimit('submissions', config),
      valid('param', At.extend({ question: z.uuid() })),
      valid('header', CodeHeader),
      async (c) => {
        const { event } = await floorOf(c);
        const hash = await askerOf(c, event, c.req.valid('header').seat);
        const { question: id } = c.req.valid('param');
        if (!(await isKnownCode(c, event, c.req.valid('header').seat))) {
          throw new Refusal(
            403,
            'Only the code of a seat, or one that was given out here, counts.',
          );
        }
        const isThere = await supportQuestion(c.var.db, event, id, hash);
        const question = (await seenQuestions(c, event, hash)).find((one) => one.id === id);
        if (!isThere || !question) throw new Refusal(404, 'There is no such question to support.');
        return c.json(toldSeen(question));
      },
    );
}

/** The study and the event whose floor the path names. */
async function floorOf(c: Context<Env>): Promise<{ study: Study; event: RoomEvent }> {
  const study = await roomStudy(c);
  const event = await findEvent(c.var.db, study.id, c.req.param('event') ?? '');
  if (!event) throw new Refusal(404, 'There is no such event.');
  return { study, event };
}

/**
 * What is stored of a code for questions: nothing joins it to the seat that has the same code.
 *
 * @throws {Refusal} 422 for text that is no code
 */
export async function askerOf(c: Context<Env>, event: RoomEvent, code: string): Promise<string> {
  const hash = await codeHash(c.var.config.secret, `floor ${event.id}`, code);
  if (!hash) throw new Refusal(422, 'A code has 12 letters and digits.');
  return hash;
}

/** Whether the floor takes questions: until the event has ended, unless moderators closed it. */
export function takesQuestions({ state }: RoomEvent): boolean {
  return state.floor && state.stage !== 'ended';
}

/**
 * What somebody may read: what was accepted, and what they asked themselves. A question is on the
 * screen only while that shows questions; at other times it waits like the others.
 */
export async function seenQuestions(
  c: Context<Env>,
  event: RoomEvent,
  hash: string,
): Promise<SeenQuestion[]> {
  const questions = await floorQuestions(c.var.db, event, hash);
  return questions
    .filter(({ status, isOwn }) => isOwn || isPublicQuestion(status))
    .map((question) => ({ ...question, status: statusNow(question.status, event.state.screen) }));
}

/** Asks a question for the person with a code's hash, and notes that somebody did. */
export async function askQuestion(
  c: Context<Env>,
  event: RoomEvent,
  { id, text, hash }: { id: string; text: string; hash: string },
): Promise<Asked | 'closed'> {
  if (!takesQuestions(event)) return 'closed';
  const now = c.var.config.now();
  const outcome = await askFloor(c.var.db, event, { id, text, hash, now });
  if (outcome === 'asked') {
    await noteInLog(c.var.db, event, { at: now, by: null, action: 'floor-asked', detail: {} });
  }
  return outcome;
}

const REFUSALS = {
  closed: 'No questions are taken now.',
  'too-many': 'Three of your questions wait already: ask again after them.',
  full: 'So many questions wait already: ask again later.',
} as const;

function toldSeen({ id, number, text, status, support, isOwn, isSupported }: SeenQuestion) {
  return { id, number, text, status, support, own: isOwn, supported: isSupported };
}
