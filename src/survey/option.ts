import { z } from 'zod';
import { Id, Text } from './text.ts';

/** The codes by which a list is meant that the product has built in. */
export const COUNTRIES_LIST = '@countries';

/**
 * One thing that can be ranked, chosen or rated. `short` labels charts and segments;
 * `value` is what the option stands for in numbers (hours, people, scale points);
 * `exclude` keeps the option out of the statistics; `writeIn` asks for a text beside it.
 */
export const Option = z.strictObject({
  id: Id,
  label: Text,
  short: Text.optional(),
  help: Text.optional(),
  value: z.number().optional(),
  code: z.string().max(40).optional(),
  cityClass: z.enum(['small', 'medium', 'large']).optional(),
  writeIn: z.literal(true).optional(),
  exclude: z.literal(true).optional(),
  guidingQuestion: Id.nullable().optional(),
  ecf: z.array(z.string().max(10)).max(20).optional(),
  digcomp: z.string().max(10).optional(),
  esco: z.url().max(300).optional(),
  hoursShareHint: z.enum(['synchronous', 'asynchronous']).optional(),
  seed: z.string().max(300).optional(),
});

export type Option = z.infer<typeof Option>;

export const Options = z.array(Option).min(2).max(300);

/** A rating scale: points in rising order of value. */
export const Scale = z.strictObject({
  id: Id,
  points: z
    .array(z.strictObject({ value: z.number(), label: Text }))
    .min(2)
    .max(11),
});

export type Scale = z.infer<typeof Scale>;
