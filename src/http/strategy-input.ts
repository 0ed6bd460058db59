import type { Kysely } from 'kysely';
import { listEvents } from '../db/room/events.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { Definition } from '../survey/definition.ts';
import type { Voice } from '../survey/respondent.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import { readResultsQuery } from '../survey/results-query.ts';
import type { StrategyInput } from '../survey/strategy/strategy-input.ts';
import { dividesOf } from './divides-of.ts';
import { needsOf } from './needs-of.ts';
import { qualityOf } from './quality-of.ts';
import { Refusal } from './refusal.ts';
import { resultsOf } from './results-of.ts';
import { segmentValues } from './segment-values.ts';

export type StrategyStudy = Pick<Study, 'id' | 'definition' | 'synthetic' | 'status'>;

/** Questions whose answers are counted; what people wrote is quoted instead. */
function countedQuestions({ questions }: Definition): Definition['questions'] {
  return questions.filter(({ kind }) => kind !== 'short-text' && kind !== 'long-text');
}

/**
 * Everything that a training strategy is made of: results, needs and plan as they are published, so
 * nothing is in it that the results would not show.
 *
 * @param filter as in the results' address: `where`, `event`, `round`; empty for everyone. A
 *   Refusal (422) for what the study can't be filtered by
 * @example
 * strategyOf(await strategyInputOf(db, study, {}, new Date()), 'en').sections.length // => 15
 */
export async function strategyInputOf(
  db: Kysely<Database>,
  study: StrategyStudy,
  filter: Readonly<Record<string, string>>,
  now: Date = new Date(),
): Promise<StrategyInput> {
  const { definition } = study;
  const read = readResultsQuery(definition, filter);
  if (typeof read === 'string') throw new Refusal(422, read);
  const { where } = read;
  const resultsBy = async (voice: Voice): Promise<Record<string, ResultsDocument>> => {
    const asked = countedQuestions(definition).filter(({ audience }) => audience.includes(voice));
    const found: Record<string, ResultsDocument> = {};
    for (const { id } of asked) {
      const query = { question: id, by: null, where, voice };
      found[id] = await (await resultsOf(db, study, query)).document();
    }
    return found;
  };
  const needs = await needsOf(db, study, { where, voice: 'individual' });
  const results = await resultsBy('individual');
  const divides = await dividesOf(db, study, 'individual');
  const reviewed = await qualityOf(db, study);
  const events = await listEvents(db, study.id);
  const values = await segmentValues(db, study, 'individual');
  const known = new Map(events.map(({ key, name }) => [key, name]));
  const held = (values.get('@event') ?? []).filter((key) => key !== '');
  return {
    study: { id: study.id, synthetic: study.synthetic, status: study.status },
    definition,
    filter: { ...filter },
    basis: needs.version,
    madeAt: now.toISOString(),
    results,
    tableResults: await resultsBy('table'),
    needs: await needs.document(),
    divides: where.length > 0 ? [] : (await divides.document()).lines,
    events: {
      names: held.map((key) => known.get(key) ?? key),
      rounds: values.get('@round')?.length ?? 0,
    },
    flagged: reviewed?.review.flagged.n ?? null,
    quotes: [],
  };
}
