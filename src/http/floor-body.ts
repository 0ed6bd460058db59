import { z } from 'zod';
import { FLOOR_LENGTH, FLOOR_STATUSES } from '../survey/room/floor.ts';

/** A question as a phone sends it. */
export const AskBody = z.strictObject({
  id: z.uuid().describe('Made by the phone: sending twice is asking once.'),
  text: z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(3).max(FLOOR_LENGTH))
    .refine((text) => !/[\0\p{Cs}]/u.test(text), 'has a character that cannot be kept')
    .describe('What to ask; no names.'),
});

const Status = z
  .enum(FLOOR_STATUSES)
  .describe('`shown`: chosen for the big screen, where it stands while that shows questions.');

const facts = {
  id: z.uuid(),
  number: z.int().describe('In the order of asking.'),
  text: z.string(),
  status: Status,
  support: z.int().describe('How many others would ask the same.'),
};

/** A question as a phone sees it. */
export const SeenQuestionBody = z.object({ ...facts, own: z.boolean(), supported: z.boolean() });

/** The floor as a phone sees it. */
export const FloorBody = z.object({
  open: z.boolean().describe('Whether questions are taken now.'),
  questions: z.array(SeenQuestionBody).describe('What was accepted, and what one asked oneself.'),
});

/** A question as moderators see it. */
export const QueuedBody = z.object({
  ...facts,
  askedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  revision: z.int().describe('A change names the one that it was decided on.'),
});

const revision = z.int().min(1);

/** What a moderator does to a question. */
export const FloorChangeBody = z.union([
  z.strictObject({ revision, to: Status }),
  z.strictObject({ revision, move: z.enum(['up', 'down']) }),
]);
