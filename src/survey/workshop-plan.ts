import { z } from 'zod';
import { Id, Text } from './text.ts';

/** What a room needs beside the questions: guiding questions, challenge cards and an agenda. */
export const WorkshopPlan = z.strictObject({
  guidingQuestions: z
    .array(
      z.strictObject({
        id: Id,
        title: Text,
        competencies: z.array(Id).max(50),
        challenges: z.array(Id).max(50),
      }),
    )
    .max(50),
  challengeCards: z
    .array(
      z.strictObject({
        id: Id,
        guidingQuestion: Id,
        title: Text,
        possibleSolutions: z.array(z.strictObject({ id: Id, label: Text })).max(20),
      }),
    )
    .max(50),
  agenda: z
    .array(
      z.strictObject({
        id: Id,
        start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time as HH:MM'),
        minutes: z.int().min(1).max(1440),
        kind: z.enum(['plenary', 'tables']),
        title: Text,
        questions: z.array(Id).max(200),
      }),
    )
    .max(100),
  timezone: z.string().refine(isTimeZone, 'use an IANA time zone such as Europe/Madrid'),
  roles: z.array(Id).max(20),
});

export type WorkshopPlan = z.infer<typeof WorkshopPlan>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
