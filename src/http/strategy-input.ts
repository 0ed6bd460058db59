import type { Kysely } from 'kysely';
import { askedResults } from './asked-results.ts';
import { listEvents } from '../db/room/events.ts';
import { tableTexts } from '../db/room/table-texts.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { Question } from '../survey/definition.ts';
import { needRoles } from '../survey/needs/roles.ts';
import type { Voice } from '../survey/respondent.ts';
import type { DividingLine } from '../survey/divides.ts';
import type { Filter } from '../survey/results-query.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import type { StrategyInput } from '../survey/strategy/strategy-input.ts';
import { dividesOf, mayDivideRound } from './divides-of.ts';
import { fingerprint } from './fingerprint.ts';
import { needsOf } from './needs-of.ts';
import { planOf } from './plan-of.ts';
import { qualityOf } from '../db/quality-of.ts';
import { resultsOf } from './results-of.ts';
import { segmentValues } from './segment-values.ts';

export type StrategyStudy = Pick<Study, 'id' | 'definition' | 'synthetic' | 'status'>;

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
  const read = askedResults(definition, filter);
  const { where } = read;
  const isOfRound = ({ segment }: Filter) => segment === '@round';
  const named = where.filter((one) => !isOfRound(one));
  const resultOf = async (question: string, voice: Voice, by: string | null = null) => {
    // What each round says stands beside the one that counts.
    const filters = by === '@round' ? named : where;
    return (await resultsOf(db, study, { question, by, where: filters, voice })).document();
  };
  const resultsBy = async (voice: Voice): Promise<Record<string, ResultsDocument>> => {
    const found: Record<string, ResultsDocument> = {};
    for (const question of definition.questions) {
      if (!question.audience.includes(voice) || isPersonal(question)) continue;
      found[question.id] = await resultOf(question.id, voice);
    }
    return found;
  };
  const [needs, plan, divides, reviewed, events, values, texts] = await Promise.all([
    needsOf(db, study, { where, voice: 'individual' }),
    planOf(db, study),
    named.length > 0 ? null : dividesIn(db, study, where),
    qualityOf(db, study),
    listEvents(db, study.id),
    segmentValues(db, study, 'individual'),
    tableTexts(db, study.id),
  ]);
  const { contents } = needRoles(definition);
  const names = new Map(events.map(({ key, name }) => [key, name]));
  const held = (values.get('@event') ?? []).filter((key) => key !== '');
  const rounds = values.get('@round')?.length ?? 0;
  const divided = (by: string, count: number) =>
    contents && count > 1 ? resultOf(contents, 'individual', by) : null;
  return {
    study: { id: study.id, synthetic: study.synthetic, status: study.status },
    definition,
    filter: { ...filter },
    basis: await fingerprint([needs.version, plan.basis, ...(texts.length > 0 ? [texts] : [])]),
    madeAt: now.toISOString(),
    results: await resultsBy('individual'),
    tableResults: await resultsBy('table'),
    byRound: await divided('@round', rounds),
    byEvent: await divided('@event', held.length),
    needs: await needs.document(),
    plan: await plan.document(),
    divides,
    tableTexts: texts,
    events: { names: held.map((key) => names.get(key) ?? key), rounds },
    flagged: reviewed?.review.flagged.n ?? null,
  };
}

/** What divides all people, or those of one round; null where that is not looked for. */
async function dividesIn(
  db: Kysely<Database>,
  study: StrategyStudy,
  where: readonly Filter[],
): Promise<readonly DividingLine[] | null> {
  const [rounds] = where;
  const isOne = rounds?.values.length === 1 && (await mayDivideRound(db, study));
  if (rounds && !isOne) return null;
  const round = rounds ? Number(rounds.values[0]) : null;
  const { document } = await dividesOf(db, study, 'individual', undefined, round);
  return (await document()).lines;
}

function isPersonal(question: Question): boolean {
  return 'personal' in question && question.personal === true;
}
