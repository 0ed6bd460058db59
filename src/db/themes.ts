import { type Kysely, sql } from 'kysely';
import { jsonb } from './portable.ts';
import type { Database } from './schema.ts';
import type { Decision } from './write-in-merges.ts';

/** A theme that designers added to a question. */
export interface AddedTheme {
  id: string;
  label: string;
}

/** A step of coding as the log tells it: texts that got a theme, or lost it. */
export interface CodingStep {
  id: string;
  question: string;
  theme: string;
  adds: boolean;
  keys: string[];
  madeAt: Date;
  madeBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
}

/** The themes that designers added to a question, oldest first. */
export async function addedThemes(
  db: Kysely<Database>,
  studyId: string,
  question: string,
): Promise<AddedTheme[]> {
  return db
    .selectFrom('theme')
    .select(['id', 'label'])
    .where('study_id', '=', studyId)
    .where('question', '=', question)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Adds a theme to a question; one that is there already stays as it is. */
export async function addTheme(
  db: Kysely<Database>,
  studyId: string,
  question: string,
  { id, label }: AddedTheme,
  at: Date,
): Promise<void> {
  await db
    .insertInto('theme')
    .values({ study_id: studyId, question, id, label, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The themes of each text of a question, by `textKey`. */
export async function textThemes(
  db: Kysely<Database>,
  studyId: string,
  question: string,
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('theme_code')
    .select(['text_key', 'theme'])
    .where('study_id', '=', studyId)
    .where('question', '=', question)
    .orderBy('theme')
    .execute();
  const themes = new Map<string, string[]>();
  for (const { text_key, theme } of rows) {
    themes.set(text_key, [...(themes.get(text_key) ?? []), theme]);
  }
  return themes;
}

/**
 * Gives texts a theme, or takes it from them, and logs the step with the texts that it changed.
 *
 * @returns the step's id and how many texts it changed; nothing is logged where that is none
 */
export async function codeTexts(
  db: Kysely<Database>,
  studyId: string,
  step: { question: string; theme: string; adds: boolean; keys: readonly string[] },
  { by, at }: Decision,
): Promise<{ id: string | null; changed: number }> {
  return db.transaction().execute(async (transaction) => {
    const changed = await change(transaction, studyId, step);
    if (changed.length === 0) return { id: null, changed: 0 };
    const id = crypto.randomUUID();
    await sql`
      insert into theme_step (study_id, id, question, theme, adds, keys, made_at, made_by)
      values (${studyId}::uuid, ${id}::uuid, ${step.question}, ${step.theme},
        ${step.adds}::boolean, ${jsonb(changed)}, ${at}::timestamptz, ${by})`.execute(transaction);
    return { id, changed: changed.length };
  });
}

/**
 * Takes a step back for the texts that it changed.
 *
 * @returns how many texts that changes; null when there is no such step, or it has been undone
 */
export async function undoCoding(
  db: Kysely<Database>,
  studyId: string,
  id: string,
  { by, at }: Decision,
): Promise<number | null> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{
      question: string;
      theme: string;
      adds: boolean;
      keys: string[];
    }>`
      update theme_step set undone_at = ${at}::timestamptz, undone_by = ${by}
      where study_id = ${studyId} and id = ${id}::uuid and undone_at is null
      returning question, theme, adds, keys`.execute(transaction);
    const [step] = rows;
    if (!step) return null;
    return (await change(transaction, studyId, { ...step, adds: !step.adds })).length;
  });
}

/** The steps of coding a question, the latest first. */
export async function codingLog(
  db: Kysely<Database>,
  studyId: string,
  question: string,
  limit = 50,
): Promise<CodingStep[]> {
  const rows = await db
    .selectFrom('theme_step')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('question', '=', question)
    .orderBy('place', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    theme: row.theme,
    adds: row.adds,
    keys: row.keys,
    madeAt: row.made_at,
    madeBy: row.made_by,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  }));
}

/** The keys of the texts that really changed. */
async function change(
  db: Kysely<Database>,
  studyId: string,
  {
    question,
    theme,
    adds,
    keys,
  }: { question: string; theme: string; adds: boolean; keys: readonly string[] },
): Promise<string[]> {
  const meant = sql`select jsonb_array_elements_text(${jsonb(keys)})`;
  const { rows } = adds
    ? await sql<{ text_key: string }>`
        insert into theme_code (study_id, question, text_key, theme)
        select ${studyId}::uuid, ${question}, key, ${theme} from (${meant}) as meant (key)
        order by key
        on conflict do nothing returning text_key`.execute(db)
    : await sql<{ text_key: string }>`
        delete from theme_code
        where study_id = ${studyId} and question = ${question} and theme = ${theme}
          and text_key in (${meant}) returning text_key`.execute(db);
  return rows.map(({ text_key }) => text_key);
}

/** A number that changes whenever the coding of a question does. */
export async function codingVersion(
  db: Kysely<Database>,
  studyId: string,
  question: string,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select (count(*) + count(undone_at))::int as version from theme_step
    where study_id = ${studyId} and question = ${question}`.execute(db);
  return rows[0]!.version;
}
