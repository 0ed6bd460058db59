import { type RawBuilder, sql } from 'kysely';

/**
 * A value as jsonb on every driver. Sent as text and cast on the server: postgres.js would encode
 * a JSON text once more, and an array as a PostgreSQL array.
 *
 * @example
 * await sql`update study set definition = ${jsonb(definition)} where id = ${id}`.execute(db)
 */
export function jsonb(value: unknown): RawBuilder<never> {
  return sql`cast(cast(${JSON.stringify(value)} as text) as jsonb)`;
}

/** PostgreSQL's type numbers whose values the drivers would read differently. */
export const INT8 = 20;
export const DATE = 1082;

/**
 * An int8 as a number, as both drivers are told to read it. Identities and counts stay far
 * below 2^53.
 */
export function readInt8(text: string): number {
  return Number(text);
}

/** A date as `2026-11-22`, not as a moment in the server's time zone. */
export function readDate(text: string): string {
  return text;
}

/**
 * The name of the constraint that a statement violated, on PGlite and on postgres.js;
 * null for any other error.
 */
export function violatedConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, constraint, constraint_name } = error as Record<string, unknown>;
  if (typeof code !== 'string' || !code.startsWith('23')) return null;
  const name = constraint ?? constraint_name;
  return typeof name === 'string' ? name : null;
}
