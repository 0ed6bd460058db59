import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from './schema.ts';

/** An organisation by its id and name. */
export interface Organisation {
  id: string;
  name: string;
}

/**
 * The id of an organisation inside a statement; that of the oldest one without. Migrations make a
 * first organisation, so there is always one.
 */
export function organisationOrFirst(id: string | null | undefined): RawBuilder<string> {
  return id ? sql`${id}::uuid` : sql`(select id from organisation order by created_at, id limit 1)`;
}

/**
 * Makes an organisation with nobody in it.
 *
 * @example
 * const { id } = await createOrganisation(db, 'Institute for Cities', new Date());
 */
export async function createOrganisation(
  db: Kysely<Database>,
  name: string,
  now: Date,
): Promise<Organisation> {
  return db
    .insertInto('organisation')
    .values({ name, created_at: now })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
}

/** Names the first organisation, as whoever sets Plenary up calls it. */
export async function nameFirstOrganisation(
  db: Kysely<Database>,
  name: string,
): Promise<Organisation> {
  const { rows } = await sql<Organisation>`
    update organisation set name = ${name} where id = ${organisationOrFirst(null)}
    returning id, name`.execute(db);
  return rows[0]!;
}

/** Gives an organisation another name. */
export async function renameOrganisation(
  db: Kysely<Database>,
  { id, name }: Organisation,
): Promise<void> {
  await db.updateTable('organisation').set({ name }).where('id', '=', id).execute();
}
