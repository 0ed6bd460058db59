import type { Kysely } from 'kysely';
import type { Review } from '../survey/translation-state.ts';
import type { Database } from './schema.ts';

/** All reviews of a study's translations, current or not. */
export async function listReviews(db: Kysely<Database>, studyId: string): Promise<Review[]> {
  return db
    .selectFrom('translation_review')
    .select(['unit', 'language', 'fingerprint', 'reviewed_by as by', 'reviewed_at as at'])
    .where('study_id', '=', studyId)
    .execute();
}

/** Notes that somebody has read translations and found them right. */
export async function putReviews(
  db: Kysely<Database>,
  studyId: string,
  reviews: readonly Review[],
): Promise<void> {
  if (reviews.length === 0) return;
  await db
    .insertInto('translation_review')
    .values(
      reviews.map(({ by, at, ...review }) => ({
        study_id: studyId,
        ...review,
        reviewed_by: by,
        reviewed_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['study_id', 'unit', 'language']).doUpdateSet((row) => ({
        fingerprint: row.ref('excluded.fingerprint'),
        reviewed_by: row.ref('excluded.reviewed_by'),
        reviewed_at: row.ref('excluded.reviewed_at'),
      })),
    )
    .execute();
}

/** Takes reviews back: the translations are drafts again. */
export async function deleteReviews(
  db: Kysely<Database>,
  studyId: string,
  language: string,
  units: readonly string[],
): Promise<void> {
  if (units.length === 0) return;
  await db
    .deleteFrom('translation_review')
    .where('study_id', '=', studyId)
    .where('language', '=', language)
    .where('unit', 'in', [...units])
    .execute();
}
