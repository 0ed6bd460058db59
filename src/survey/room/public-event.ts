import { z } from 'zod';
import { Id } from '../text.ts';
import { HALVES, WAYS } from './best-spot.ts';

/** What an organisation is to an event. */
export const PARTNER_ROLES = ['organiser', 'side-event', 'partner', 'sponsor'] as const;

export const Partner = z.strictObject({
  name: z.string().trim().min(1).max(120),
  role: z.enum(PARTNER_ROLES),
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable()
    .default(null),
});

export type Partner = z.infer<typeof Partner>;

/** A session that people can be placed in. */
export const Session = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(120),
  way: z.enum(WAYS).default('on-site').describe('`either`: on site and online at once.'),
  half: z.enum(HALVES).default('morning').describe('`either`: all day long.'),
  capacity: z.int().min(0).max(10_000),
});

export type Session = z.infer<typeof Session>;

/** Sessions, each with its own id. */
export const Sessions = z
  .array(Session)
  .max(60)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id is there twice');

/** What the public page of an event says beyond its name, times and agenda. */
export interface PublicEvent {
  isPublic: boolean;
  /** Whether people can register. */
  isOpen: boolean;
  partners: Partner[];
  sessions: Session[];
  /** Rises with each change; 0 while nothing has been said. */
  revision: number;
}

/** At most so many wishes are asked for. */
export const MOST_WISHES = 5;

/**
 * Wishes as they are kept: sessions that exist, each once, the best first.
 *
 * @example
 * wishesOf(['b', '', 'b', 'gone', 'a'], sessions) // ['b', 'a']
 */
export function wishesOf(asked: readonly string[], sessions: readonly Session[]): string[] {
  const known = new Set(sessions.map(({ id }) => id));
  return [...new Set(asked)].filter((id) => known.has(id)).slice(0, MOST_WISHES);
}
