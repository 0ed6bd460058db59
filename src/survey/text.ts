import { z } from 'zod';
import { LANGUAGES } from './language.ts';

/** One of the eight language codes. */
export const Language = z.enum(LANGUAGES);

/** A wording per language, trimmed; which languages must be there is the definition's to say. */
export const Text = z.partialRecord(
  Language,
  z.string().trim().min(1, 'the text is empty').max(2000),
  'write one text per language, such as { "en": "Law" }',
);

/**
 * A name that never changes once answers refer to it: kebab-case, at most 60 characters.
 * `constructor` is refused because plain objects already have it.
 */
export const Id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
  .refine((id) => id !== 'constructor', 'this id is reserved');
