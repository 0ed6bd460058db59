import { Hono } from 'hono';
import { z } from 'zod';
import { type FloorQuestion, floorQuestions } from '../db/room/floor.ts';
import { floorOrder } from '../survey/room/floor.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { FloorChangeBody, QueuedBody } from './floor-body.ts';
import { moderate } from './floor-run.ts';
import { Refusal } from './refusal.ts';
import { eventFor } from './room-event-api.ts';
import { valid } from './valid.ts';

const PATH = '/api/studies/:id/events/:event/floor';

/** Questions from the floor, as those who moderate them handle them. */
export const floorApi = new Hono<Env>()
  .get(
    PATH,
    describe({
      summary: 'Questions from the floor: on the screen, in the queue, new, answered, set aside',
      tag: 'room',
      success: {
        200: [
          z.object({ open: z.boolean(), questions: z.array(QueuedBody) }),
          'In the order in which one goes through them.',
        ],
      },
      errors: [404],
    }),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const questions = floorOrder(await floorQuestions(c.var.db, event));
      return c.json({ open: event.state.floor, questions: questions.map(toldQuestion) });
    },
  )
  .post(
    `${PATH}/:question`,
    describe({
      summary: 'Accepts a question, puts it on the screen, moves it, sets it aside',
      tag: 'room',
      success: {
        200: [QueuedBody, 'Done; the question as it is now.'],
        409: [
          z.object({ error: z.string(), question: QueuedBody }),
          'Somebody else has changed it meanwhile, or it does not fit; the question as it is.',
        ],
      },
      errors: [400, 404, 413, 415, 422],
    }),
    async (c, next) => {
      await eventFor(c, 'run');
      await next();
    },
    valid('json', FloorChangeBody),
    async (c) => {
      const { event } = await eventFor(c, 'run');
      const { revision, ...change } = c.req.valid('json');
      const by = c.var.principal!.name;
      const asked = { change, revision, by, now: c.var.config.now() };
      const ran = await moderate(c.var.db, event, c.req.param('question'), asked);
      if (ran.outcome === 'unknown') throw new Refusal(404, 'There is no such question.');
      if (ran.outcome === 'done') return c.json(toldQuestion(ran.question));
      const error =
        ran.outcome === 'changed'
          ? 'Somebody has changed this question meanwhile: this is how it is now.'
          : 'This does not fit the question as it is.';
      return c.json({ error, question: toldQuestion(ran.question) }, 409);
    },
  );

function toldQuestion(question: FloorQuestion) {
  const { id, number, text, status, support, askedAt, changedAt, revision } = question;
  return { id, number, text, status, support, askedAt, changedAt, revision };
}
