import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { findTemplate, keepPrior, publishTemplate } from '../db/strategy/templates.ts';
import { createStudy, type Study } from '../db/studies.ts';
import { withLastTime, withoutLastTime } from '../survey/rounds/last-time.ts';
import { priorOf, type Prior } from '../survey/rounds/prior.ts';
import { inRound } from '../survey/default-round.ts';
import { readResultsQuery } from '../survey/results-query.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import { requireRole } from './authorise.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { resultsOf } from './results-of.ts';
import { roundsOf } from './rounds-of.ts';

/**
 * What the results of a study say now, for the round after it: of a closed study of several rounds
 * those of the round that a question's page opens with.
 */
export async function priorFor(db: Kysely<Database>, study: Study, at: Date): Promise<Prior> {
  const documents: ResultsDocument[] = [];
  for (const { id, kind, personal } of study.definition.questions.map((question) => ({
    personal: false,
    ...question,
  }))) {
    if (personal || kind === 'short-text' || kind === 'long-text') continue;
    const query = readResultsQuery(study.definition, { question: id });
    if (typeof query === 'string') continue;
    const { taken } = await roundsOf(db, study, { question: id });
    documents.push(await (await resultsOf(db, study, inRound(query, taken))).document());
  }
  return priorOf(study, documents, at.toISOString());
}

/** Publishes a study as a template of the caller's organisation; its id. */
export async function publishStudy(c: Context<Env>, study: Study, name: string): Promise<string> {
  const { principal } = requireRole(c, null, 'create');
  const madeAt = c.var.config.now();
  const id = await publishTemplate(c.var.db, principal.organisation.id, {
    name,
    definition: withoutLastTime(study.definition),
    prior: await priorFor(c.var.db, study, madeAt),
    madeAt,
    madeBy: principal.name,
  });
  if (!id) throw new Refusal(409, 'There are as many templates as an organisation keeps.');
  return id;
}

/**
 * Starts a study from a template of the caller's organisation. It keeps what the last round found,
 * for its designer and, where asked for, below the rankings for participants: both are there, or
 * neither.
 */
export async function startFrom(
  c: Context<Env>,
  id: string,
  { lastTime }: { lastTime: boolean },
): Promise<Study> {
  const { principal } = requireRole(c, null, 'create');
  const organisationId = principal.organisation.id;
  const found = await findTemplate(c.var.db, organisationId, id);
  if (!found) throw new Refusal(404, 'There is no such template.');
  const { prior } = found;
  const definition = lastTime ? withLastTime(found.definition, prior) : found.definition;
  const now = c.var.config.now();
  return c.var.db.transaction().execute(async (transaction) => {
    const study = await createStudy(transaction, { definition, now, organisationId });
    await keepPrior(transaction, study.id, { prior, shown: lastTime });
    return study;
  });
}
