import { z } from 'zod';

/** Whoever moderates a table or a breakout room. */
export const Moderator = z.strictObject({
  name: z.string().trim().min(1).max(120),
  organisation: z.string().trim().min(1).max(120).nullable().default(null),
});

export type Moderator = z.infer<typeof Moderator>;
