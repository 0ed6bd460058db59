import { type Kysely, sql } from 'kysely';
import type { Quotas } from '../survey/distribution.ts';
import { type AppendOutcome, appendResponses, type NewResponse } from './append-responses.ts';
import type { Database, StudyStatus } from './schema.ts';
import type { Study } from './studies.ts';
import { placesIn, writeUsed } from './study-invitations.ts';

/** A response, with the hash of the personal link that it came by. */
export interface InvitedResponse extends NewResponse {
  invitation?: string | null;
}

/**
 * What became of a response: as {@link AppendOutcome}; or refused because there are enough answers
 * (`full`), because it needs a personal link (`uninvited`), or because its link was used (`used`).
 */
export type StoreOutcome = AppendOutcome | 'full' | 'uninvited' | 'used';

/**
 * Stores responses as `appendResponses` does, within the study's quotas and by its personal links.
 * A study that has neither takes the one statement of `appendResponses`, which notices where it has
 * been given some since it was read. Others take turns: the
 * study's row is locked, so quotas are exact however many arrive at once and wherever.
 *
 * A link is used up by a new response only; a repeat or an edit needs none. Nothing that is stored
 * says which link a response came by.
 *
 * @param responses with different ids
 * @returns what became of each, in their order
 */
export async function storeResponses(
  db: Kysely<Database>,
  study: Study,
  responses: readonly InvitedResponse[],
): Promise<StoreOutcome[]> {
  const { quotas, access } = study.distribution;
  const isInvited = responses.some(({ invitation }) => invitation);
  if (!quotas && access === 'open' && !isInvited) {
    return appendResponses(db, study, responses, 'none');
  }
  return db.transaction().execute((transaction) => storeInTurn(transaction, study, responses));
}

interface Turn {
  known: { id: string; revision: number; withdrawn: boolean; value: string | null }[];
  /** Responses by their answer to the question that quotas go by; '' without one. */
  taken: Record<string, number>;
  links: { hash: string; place: number }[];
  used: string;
}

async function storeInTurn(
  db: Kysely<Database>,
  study: Study,
  responses: readonly InvitedResponse[],
): Promise<StoreOutcome[]> {
  const { rows } = await sql<{
    status: StudyStatus;
    current: boolean;
    quotas: Quotas | null;
    access: 'open' | 'invited';
  }>`
    select status, definition_revision = ${study.definitionRevision} as current, quotas, access
    from study where id = ${study.id} for no key update`.execute(db);
  const limits = rows[0];
  if (!limits?.current || limits.status !== 'open') {
    return appendResponses(db, study, responses.map(withoutLink));
  }
  const turn = await lookAround(db, study.id, limits.quotas, responses);
  const { used, places } = placesIn(turn.used);
  const before = used.size;
  const taken = new Map(Object.entries(turn.taken));
  const known = new Map(turn.known.map((row) => [row.id, row]));
  const links = new Map(turn.links.map(({ hash, place }) => [hash, place]));
  const refusals = responses.map((response): StoreOutcome | null => {
    const { id, revision, invitation, answers } = response;
    const prior = known.get(id.toLowerCase());
    if (prior && (prior.withdrawn || prior.revision >= revision)) return null;
    const place = invitation ? links.get(invitation) : undefined;
    if (!prior) {
      if (place !== undefined && used.has(place)) return 'used';
      if (place === undefined && limits.access === 'invited') return 'uninvited';
    }
    if (!takePlace(taken, limits.quotas, answers, prior?.value)) return 'full';
    if (!prior && place !== undefined) used.add(place);
    return null;
  });
  const accepted = responses.filter((_, index) => refusals[index] === null);
  const outcomes = await appendResponses(db, study, accepted.map(withoutLink));
  if (used.size > before) await writeUsed(db, study.id, used, places);
  return refusals.map((refusal) => refusal ?? outcomes.shift()!);
}

function withoutLink(response: InvitedResponse): NewResponse {
  const { invitation: _link, ...rest } = response;
  return rest;
}

/**
 * Counts a response in, if there is room for it.
 *
 * @param before the value of an earlier revision; undefined for a new response
 */
function takePlace(
  taken: Map<string, number>,
  quotas: Quotas | null,
  answers: Record<string, unknown>,
  before: string | null | undefined,
): boolean {
  if (!quotas) return true;
  const { total, segment } = quotas;
  const answer = segment ? answers[segment.question] : null;
  const value = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  if (before !== undefined && (before ?? '') === value) return true;
  const sum = [...taken.values()].reduce((a, b) => a + b, 0);
  if (before === undefined && total !== null && sum >= total) return false;
  const now = taken.get(value) ?? 0;
  const most = segment && Object.hasOwn(segment.limits, value) ? segment.limits[value]! : Infinity;
  if (now >= most) return false;
  taken.set(value, now + 1);
  if (before !== undefined) taken.set(before ?? '', (taken.get(before ?? '') ?? 1) - 1);
  return true;
}

/** All that a decision needs, as it is now that the study's row is ours. */
async function lookAround(
  db: Kysely<Database>,
  studyId: string,
  quotas: Quotas | null,
  responses: readonly InvitedResponse[],
): Promise<Turn> {
  const ids = sql`array(select jsonb_array_elements_text(cast(${JSON.stringify(
    responses.map(({ id }) => id),
  )}::text as jsonb))::uuid)`;
  const hashes = sql`array(select jsonb_array_elements_text(cast(${JSON.stringify(
    responses.flatMap(({ invitation }) => invitation ?? []),
  )}::text as jsonb)))`;
  const value = valueOf(quotas);
  const { rows } = await sql<Turn>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'revision', revision,
        'withdrawn', withdrawn_at is not null, 'value', ${value})), '[]')
        from response where study_id = ${studyId} and id = any (${ids})) as known,
      ${takenBy(studyId, quotas)} as taken,
      (select coalesce(jsonb_agg(jsonb_build_object('hash', hash, 'place', place)), '[]')
        from study_invitation where study_id = ${studyId} and hash = any (${hashes})) as links,
      coalesce((select encode(used, 'hex') from study_invitation_use
        where study_id = ${studyId}), '') as used`.execute(db);
  return rows[0]!;
}

function valueOf(quotas: Quotas | null) {
  return quotas?.segment ? sql`entry ->> ${quotas.segment.question}::text` : sql`null::text`;
}

function takenBy(studyId: string, quotas: Quotas | null) {
  if (!quotas) return sql`'{}'::jsonb`;
  return sql`(select coalesce(jsonb_object_agg(value, n), '{}') from (
    select coalesce(${valueOf(quotas)}, '') as value, count(*) as n
    from response where study_id = ${studyId} and withdrawn_at is null group by 1) counts)`;
}

/** Whether a study has all the answers that it takes. Without quotas, no statement. */
export async function isFull(db: Kysely<Database>, study: Study): Promise<boolean> {
  const total = study.distribution.quotas?.total ?? null;
  if (total === null) return false;
  const { rows } = await sql<{ full: boolean }>`
    select count(*) >= ${total}::integer as full from response
    where study_id = ${study.id} and withdrawn_at is null`.execute(db);
  return rows[0]!.full;
}
