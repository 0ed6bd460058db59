import type { Kysely } from 'kysely';
import { askedResults } from './asked-results.ts';
import { listEvents } from '../db/room/events.ts';
import { tableTexts } from '../db/room/table-texts.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { Language } from '../survey/language.ts';
import type { ResultsQuery } from '../survey/results-query.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import { filterText, type StrategyFilter } from '../survey/strategy/strategy-filter.ts';
import { strategyOf } from '../survey/strategy/strategy-of.ts';
import { fingerprint } from './fingerprint.ts';
import { needsOf } from './needs-of.ts';
import { planOf } from './plan-of.ts';
import { strategyInputOf } from './strategy-input.ts';

/** Which strategy of a study: in which language, of whom. */
export interface StrategyChoice {
  language: Language;
  filter: StrategyFilter;
  /** How a page came to its rounds: an address or a draft has `all`, or it took the `latest`. */
  rounds?: ResultsQuery['rounds'];
}

/** Documents made lately, the latest last: whoever edits one asks for the same again and again. */
const documents = new Map<string, StrategyDocument>();
const MOST_DOCUMENTS = 50;

/**
 * A strategy as the figures make it now, without anybody's changes. While results, plan, events and
 * the study itself stay as they are, the same document is given again.
 *
 * @throws {Refusal} 422 for a filter that the study does not have
 */
export async function generatedStrategy(
  db: Kysely<Database>,
  study: Study,
  { language, filter }: StrategyChoice,
  at: Date,
): Promise<StrategyDocument> {
  const key = await keyOf(db, study, { language, filter }, at);
  const known = documents.get(key);
  const document = known ?? strategyOf(await strategyInputOf(db, study, filter, at), language);
  documents.delete(key);
  documents.set(key, document);
  if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value!);
  return { ...document, madeAt: at.toISOString() };
}

/** All that a document depends on; the day, because documents tell it. */
async function keyOf(
  db: Kysely<Database>,
  study: Study,
  { language, filter }: StrategyChoice,
  at: Date,
): Promise<string> {
  const read = askedResults(study.definition, filter);
  const needs = await needsOf(db, study, { where: read.where, voice: 'individual' });
  const plan = await planOf(db, study);
  const events = await listEvents(db, study.id);
  return JSON.stringify([
    study.id,
    study.definitionRevision,
    study.status,
    language,
    filterText(filter),
    needs.version,
    plan.etag,
    events.map(({ key, name }) => [key, name]),
    await fingerprint(await tableTexts(db, study.id)),
    at.toISOString().slice(0, 10),
  ]);
}
