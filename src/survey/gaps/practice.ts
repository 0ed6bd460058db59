import { z } from 'zod';

const Words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[\0\p{Cs}]/u.test(text), 'has a character that cannot be kept');

const Score = z.int().min(1).max(5).nullable();

/** What the register says about a practice; scores from 1 (very hard) to 5 (very easy). */
export const PracticeFacts = z.strictObject({
  title: Words(150).min(1),
  owner: Words(150).min(1).describe('The organisation that runs it.'),
  what: Words(2000).default(''),
  place: Words(150).default(''),
  scaleNow: Words(300).default('').describe('How large it is now.'),
  reached: z.int().min(0).max(1e9).nullable().default(null).describe('People reached so far.'),
  factors: Words(1000).default('').describe('What it takes to repeat it elsewhere.'),
  replicability: Score.default(null),
  replicabilityEvidence: Words(1000).default(''),
  scalability: Score.default(null),
  scalabilityEvidence: Words(1000).default(''),
});
export type PracticeFacts = z.infer<typeof PracticeFacts>;

/** A practice is shown to everybody once it is published; hidden ones stay in the register. */
export const PRACTICE_STATUSES = ['proposed', 'published', 'hidden'] as const;
export type PracticeStatus = (typeof PRACTICE_STATUSES)[number];
