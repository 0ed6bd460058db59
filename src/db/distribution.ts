import { type Kysely, sql } from 'kysely';
import type { DistributionChange } from '../survey/distribution.ts';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';

/** Changes how a study reaches people; what is undefined stays as it is. */
export async function changeDistribution(
  db: Kysely<Database>,
  studyId: string,
  change: DistributionChange,
): Promise<void> {
  const { opensAt, closesAt, timeZone, quotas, access, embedOrigins } = change;
  const sets = [
    opensAt !== undefined && sql`opens_at = ${opensAt}::timestamptz`,
    closesAt !== undefined && sql`closes_at = ${closesAt}::timestamptz`,
    timeZone !== undefined && sql`time_zone = ${timeZone}`,
    quotas !== undefined && sql`quotas = ${quotas === null ? null : jsonb(quotas)}`,
    access !== undefined && sql`access = ${access}`,
    embedOrigins !== undefined && sql`embed_origins = ${jsonb(embedOrigins)}`,
  ].filter((set) => set !== false);
  if (sets.length === 0) return;
  await sql`update study set ${sql.join(sets)} where id = ${studyId}`.execute(db);
}
