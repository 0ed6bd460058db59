import { type Kysely, sql } from 'kysely';
import { answerCoder } from '../survey/answer-code.ts';
import type { ResponseMark } from '../survey/respondent.ts';
import { divideAnswers } from './ledger.ts';
import { holdResponses } from './responses.ts';
import type { Answers, Database, Voice } from './schema.ts';
import type { Study } from './studies.ts';

/** A response as it was checked and is to be stored. */
export interface NewResponse {
  id: string;
  revision: number;
  locale: string;
  answers: Answers;
  /** The order in which options were shown, by question id. */
  shown: Record<string, string[]>;
  voice: Voice;
  table: string | null;
  round: number;
  event: string | null;
  /** What its author came as; null for participants and tables. */
  mark?: ResponseMark | null;
  /** Who typed the sheet of paper in, and the number that is printed on it. */
  paper?: { by: string; sheet: string } | null;
  flags?: Record<string, unknown> | null;
  /**
   * The revision whose answers went into these, 0 for none: where another one has been stored
   * meanwhile, this one is not.
   */
  basis?: number | null;
  /** The version of the study that the answers fit, where that is not its present one. */
  version?: number;
  receiptHash: string;
  at: Date;
}

/**
 * What became of a response: `added` and `edited` changed the study, nothing else did.
 * `changed`: the definition, the revision or the limits are no longer what the answers go by.
 */
export type AppendOutcome =
  | 'added'
  | 'edited'
  | 'repeated'
  | 'older'
  | 'withdrawn'
  | 'closed'
  | 'changed';

type Flag = Exclude<AppendOutcome, 'closed'> | null;

/**
 * Stores responses to one study in one statement: the current revision of each and signed entries
 * in the ledger (+1 for a new response; -1 for what an edit replaces and +1 for what replaces it).
 * Sent twice, a response changes nothing, also when both arrive at the same moment on different
 * servers; of several revisions the highest stays.
 *
 * @param responses with different ids
 * @param limits `none`: only while the study has neither quotas nor asks for personal links
 * @returns what became of each, in their order
 */
export async function appendResponses(
  db: Kysely<Database>,
  study: Study,
  responses: readonly NewResponse[],
  limits: 'any' | 'none' = 'any',
): Promise<AppendOutcome[]> {
  const outcomes = new Map<string, AppendOutcome>();
  let waiting = [...responses];
  while (waiting.length > 0) {
    const rows = await append(db, study, waiting, limits);
    const known = new Map(rows.map((row) => [row.id, row]));
    waiting = waiting.filter(({ id }) => {
      const row = known.get(id.toLowerCase());
      const outcome = row && outcomeOf(row);
      if (outcome) outcomes.set(id, outcome);
      // Another server added it during the statement, which therefore could not see it: once more.
      return !outcome;
    });
  }
  return responses.map(({ id }) => outcomes.get(id)!);
}

interface Row {
  id: string;
  outcome: Flag;
  status: Study['status'] | null;
  current: boolean | null;
}

function outcomeOf({ outcome, status, current }: Row): AppendOutcome | null {
  if (outcome) return outcome;
  if (status !== 'open') return 'closed';
  return current ? null : 'changed';
}

/** Edits of a study with personal answers wait for one another first: see `holdResponses`. */
async function append(
  db: Kysely<Database>,
  study: Study,
  responses: readonly NewResponse[],
  limits: 'any' | 'none',
): Promise<Row[]> {
  const hasPersonal = study.definition.questions.some(
    (question) => 'personal' in question && question.personal,
  );
  const edits = hasPersonal ? responses.filter(({ revision }) => revision > 1) : [];
  if (edits.length === 0) return store(db, study, responses, limits);
  const ids = edits.map(({ id }) => id);
  const run = async (transaction: Kysely<Database>) => {
    await holdResponses(transaction, study.id, ids);
    return store(transaction, study, responses, limits);
  };
  return db.isTransaction ? run(db) : db.transaction().execute(run);
}

/**
 * `prior` locks the rows that are there and reads their newest version, so `edited` can't miss
 * an edit that was committed meanwhile, and the ledger takes back exactly what it had been given.
 *
 * Ids are given as an array wherever rows are looked for: without fresh statistics the planner
 * would read all responses of the study to join them with the few that were sent.
 */
async function store(
  db: Kysely<Database>,
  study: Study,
  responses: readonly NewResponse[],
  limits: 'any' | 'none',
): Promise<Row[]> {
  const isKnown = limits === 'any' ? sql`true` : sql`(s.quotas is null and s.access = 'open')`;
  const { rows } = await sql<Row>`
    with sent as materialized (
      select * from jsonb_to_recordset(cast(cast(${sentAs(study, responses)} as text) as jsonb))
      as sent (id uuid, revision integer, locale text, voice text, table_name text, round integer,
        event text, mark text, channel text, entered_by text, sheet text, entry jsonb, code text, texts jsonb, personal jsonb, shown jsonb, flags jsonb,
        receipt_hash text, basis integer, version integer, at timestamptz)
    ), target as materialized (
      select s.status,
        s.definition_revision = ${study.definitionRevision} and ${isKnown} as current
      from study s where s.id = ${study.id}
    ), prior as materialized (
      select r.* from response r
      where r.study_id = ${study.id} and r.id = any (array(select id from sent))
      order by r.id for update of r
    ), accepted as materialized (
      select sent.* from sent join target on target.status = 'open' and target.current
    ), edited as (
      update response r set
        revision = a.revision, locale = a.locale, voice = a.voice, table_name = a.table_name,
        round = a.round, event = a.event, mark = a.mark, channel = a.channel,
        entered_by = a.entered_by, sheet = coalesce(a.sheet, r.sheet), entry = a.entry, code = a.code, texts = a.texts,
        shown = a.shown, flags = coalesce(a.flags, r.flags), updated_at = a.at, definition_version = a.version
      from accepted a join prior on prior.id = a.id
      where r.study_id = ${study.id} and r.id = a.id and r.id = any (array(select id from sent))
        and prior.withdrawn_at is null and prior.revision < a.revision
        and prior.revision = coalesce(a.basis, prior.revision)
      returning r.id
    ), added as (
      insert into response (study_id, id, revision, locale, voice, table_name, round, event,
        mark, channel, entered_by, sheet, entry, code, texts, shown, flags, receipt_hash, definition_version, created_at, updated_at)
      select ${study.id}::uuid, id, revision, locale, voice, table_name, round, event,
        mark, channel, entered_by, sheet, entry, code, texts, shown, flags, receipt_hash, version,
        at, at
      from accepted a where not exists (select from prior where prior.id = a.id)
      order by id
      on conflict do nothing
      returning id
    ), stored as materialized (
      select a.* from accepted a
      where a.id in (select id from edited union all select id from added)
    ), forgotten as (
      delete from personal_answer p using stored
      where p.study_id = ${study.id} and p.response_id = stored.id and stored.personal is null
        and p.response_id = any (array(select id from sent))
    ), kept_apart as (
      insert into personal_answer (study_id, response_id, answers)
      select ${study.id}::uuid, id, personal from stored where personal is not null
      on conflict (study_id, response_id) do update set answers = excluded.answers
    ), entries as (
      insert into ledger (study_id, sign, locale, voice, table_name, round, event, mark, code, entry)
      select ${study.id}::uuid, -1, p.locale, p.voice, p.table_name, p.round, p.event, p.mark, p.code,
        case when p.code is null then p.entry end
      from prior p join edited on edited.id = p.id
      union all
      select ${study.id}::uuid, 1, s.locale, s.voice, s.table_name, s.round, s.event, s.mark, s.code, null
      from stored s
    )
    select sent.id, target.status, target.current,
      case
        when added.id is not null then 'added'
        when edited.id is not null then 'edited'
        when prior.withdrawn_at is not null then 'withdrawn'
        when prior.revision = sent.revision then 'repeated'
        when prior.revision > sent.revision then 'older'
        when prior.revision <> sent.basis then 'changed'
      end as outcome
    from sent
    left join target on true
    left join prior on prior.id = sent.id
    left join added on added.id = sent.id
    left join edited on edited.id = sent.id`.execute(db);
  return rows;
}

function sentAs(study: Study, responses: readonly NewResponse[]): string {
  const coder = answerCoder(study.definition);
  return JSON.stringify(
    responses.map(({ table, receiptHash, answers, flags, paper, ...response }) => ({
      ...response,
      ...divideAnswers(study.definition, answers),
      code: coder.encode(answers),
      flags: flags ?? null,
      version: response.version ?? study.version,
      table_name: table,
      ...(paper && { channel: 'paper', entered_by: paper.by, sheet: paper.sheet }),
      receipt_hash: receiptHash,
    })),
  );
}
