import { type Context, Hono } from 'hono';
import { findVersion } from '../db/strategy/versions.ts';
import type { Study } from '../db/studies.ts';
import { documentDifferences } from '../survey/strategy/document-differences.ts';
import { readStrategyFilter } from '../survey/strategy/strategy-filter.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import {
  ComparedBody,
  CompareQuery,
  Differences,
  DifferencesQuery,
  StrategyChanges,
  StrategyQuery,
  StrategyView,
} from './strategy-body.ts';
import { strategyChoice } from './strategy-choice.ts';
import { compareStrategies, type StrategySide } from './strategy-compare.ts';
import {
  changeStrategy,
  type Refused,
  strategyView,
  type StrategyView as View,
} from './strategy-draft.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';

export const STRATEGY = '/api/studies/:id/strategy';

/** A study's training strategy: generated from its results, edited sentence by sentence. */
export const strategyApi = new Hono<Env>()
  .get(
    STRATEGY,
    describe({
      summary: 'The training strategy that the results make, with what people changed in it',
      tag: 'strategy',
      success: { 200: [StrategyView, 'Sentences carry the numbers they were made from.'] },
      errors: [404, 422],
    }),
    valid('query', StrategyQuery),
    async (c) => {
      const study = await studyFor(c, 'read');
      const choice = strategyChoice(study, c.req.valid('query'));
      return c.json(told(await strategyView(c.var.db, study, choice, c.var.config.now())));
    },
  )
  .patch(
    STRATEGY,
    describe({
      summary: 'Rewords, restores, leaves out or adds to a strategy; all changes or none',
      tag: 'strategy',
      success: { 200: [StrategyView, 'The strategy as it is now.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', StrategyChanges),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { changes, revision, ...asked } = c.req.valid('json');
      const choice = strategyChoice(study, asked);
      const by = c.var.principal?.name ?? null;
      const { view, refused } = await changeStrategy(c.var.db, study, choice, {
        changes,
        revision,
        by,
        at: c.var.config.now(),
      });
      if (refused) throw refusalOf(refused);
      return c.json(told(view));
    },
  )
  .get(
    `${STRATEGY}/differences`,
    describe({
      summary: 'What differs between two frozen versions, or a version and the present strategy',
      tag: 'strategy',
      success: { 200: [Differences, 'Matched by the ids of their blocks.'] },
      errors: [404, 422],
    }),
    valid('query', DifferencesQuery),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { from, to } = c.req.valid('query');
      const old = await versionAsked(c.var.db, study, from);
      const { language, filter } = old.document;
      const now =
        to === 'draft'
          ? await strategyView(c.var.db, study, { language, filter }, c.var.config.now())
          : await versionAsked(c.var.db, study, to);
      return c.json(documentDifferences(old.document, now.document));
    },
  )
  .get(
    `${STRATEGY}/compare`,
    describe({
      summary:
        'The strategies of two groups of one or two studies side by side, finding by finding',
      tag: 'strategy',
      success: { 200: [ComparedBody, 'A difference is claimed only where a test bears it.'] },
      errors: [404, 422],
    }),
    valid('query', CompareQuery),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { language = study.definition.defaultLanguage, ...query } = c.req.valid('query');
      const sides = await sidesAsked(c, study, query);
      const compared = await compareStrategies(c.var.db, sides, {
        language,
        at: c.var.config.now(),
      });
      const { apart, sections, matched } = compared;
      const [, { study: other }] = sides;
      return c.json({
        apart,
        other: matched && { id: other.id, title: other.definition.title },
        matched: matched && { ...matched, alike: [...matched.alike] },
        sections,
      });
    },
  );

/**
 * Whose strategies an address compares: two groups of a study, or one of it and one of another
 * study, which the caller must be allowed to read too.
 *
 * @throws {Refusal} 404 for a study that is not there or not the caller's to know of; 422 for a
 *   filter that its study does not have
 */
export async function sidesAsked(
  c: Context<Env>,
  study: Study,
  asked: { where?: string | undefined; other?: string | undefined; with?: string | undefined },
): Promise<readonly [StrategySide, StrategySide]> {
  const second = asked.other ? await studyFor(c, 'read', asked.other) : study;
  return [sideOf(study, asked.where), sideOf(second, asked.with)];
}

function sideOf(study: Study, where: string | undefined): StrategySide {
  const filter = readStrategyFilter(study.definition, { where });
  if (typeof filter === 'string') throw new Refusal(422, filter);
  return { study, filter };
}

/** A version of a study, or 404. */
export async function versionFor(db: Kysely<Database>, study: Study, id: string) {
  const version = await findVersion(db, study.id, id);
  if (!version) throw new Refusal(404, 'There is no such version of the strategy.');
  return version;
}

/** A version of a study that a query names, or 422. */
export async function versionAsked(db: Kysely<Database>, study: Study, id: string) {
  const version = await findVersion(db, study.id, id);
  if (!version) throw new Refusal(422, `There is no version "${id.slice(0, 60)}" of the strategy.`);
  return version;
}

/** Why a change was not made. */
export function refusalOf({ outcome, place }: Refused): Refusal {
  const issue = [{ path: place, message: REASONS[outcome] }];
  return new Refusal(outcome === 'conflict' ? 409 : 422, REASONS[outcome], issue);
}

const REASONS = {
  conflict: 'Somebody has changed this place meanwhile: read it again and repeat the change.',
  unknown: 'The strategy has no such place.',
  full: 'A strategy has room for 500 own sentences and 500 paragraphs.',
} as const;

function told({ revision, changedAt, changedBy, document, edits, lost, otherwise }: View) {
  return {
    revision,
    changedAt,
    changedBy,
    document,
    leftOut: edits.out,
    leftOutOtherwise: otherwise,
    sectionsLeftOut: edits.sectionsOut,
    lost,
  };
}
