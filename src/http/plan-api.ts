import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { savePlan } from '../db/plans.ts';
import type { Study } from '../db/studies.ts';
import { PlanSettings } from '../survey/needs/plan-settings.ts';
import { asksQuality } from '../survey/results-query.ts';
import { fittingQuestions, NEED_ROLES } from '../survey/needs/roles.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Finding, FlaggedOut, Head } from './needs-api.ts';
import { filterOf, planOf } from './plan-of.ts';
import { startStability } from './plan-stability-of.ts';
import { Refusal } from './refusal.ts';
import { studyFor } from './study-api.ts';
import { unchanged } from './unchanged.ts';
import { valid } from './valid.ts';

const Workload = z.object({
  contactHours: z.number(),
  totalHours: z.number(),
  credits: z.number(),
  hoursPerCredit: z.number(),
});

const Plan = z
  .object({
    modules: z.array(z.object({ id: z.string(), hours: z.number() }).loose()),
    order: z.array(z.string()).describe('Modules that are in, in teaching order.'),
    hours: z.number(),
    unplaced: z.number(),
    possible: z.boolean(),
    reasons: z.array(z.object({ code: z.string() }).loose()),
    workload: Workload,
  })
  .loose();

const Stability = z.object({
  state: z.enum(['none', 'running', 'done', 'failed', 'too-few', 'until-closed']),
  basis: z.string().describe('Names the answers and settings that it stands on.'),
  done: z.int(),
  samples: z.int(),
  resampled: z
    .enum(['respondents', 'tables'])
    .nullable()
    .describe('Tables where nearly all respondents sat at one: they are drawn whole.'),
  tables: z.int().nullable().describe('Tables drawn; fewer than 8 make uncertain ranges.'),
  result: z
    .object({
      samples: z.int(),
      respondents: z.int(),
      modules: z.array(z.object({ id: z.string(), share: z.number(), role: z.string() }).loose()),
    })
    .loose()
    .nullable(),
});

const Document = Head.extend({
  schema: z.literal('plan/1'),
  basis: z.string(),
  revision: z.int().describe('Of the settings; 0 while nobody has saved any.'),
  changed: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
  settings: PlanSettings,
  leftOut: FlaggedOut,
  scores: Finding,
  plan: Plan.nullable().describe('Null without a number of hours.'),
  variants: z.object({
    short: Plan.nullable(),
    standard: Plan.nullable(),
    long: Plan.nullable(),
  }),
  sheets: z.array(z.object({ id: z.string(), workload: Workload }).loose()),
  stability: Stability,
}).loose();

const Change = z.strictObject({
  revision: z.int().min(0).describe('The revision that was read; 0 for the first settings.'),
  settings: PlanSettings,
});

const path = '/api/studies/:id/plan';

/** The curriculum of a study. */
export const planApi = new Hono<Env>()
  .get(
    path,
    describe({
      summary: 'The curriculum that follows from needs and settings',
      tag: 'strategy',
      success: {
        200: [Document, 'Plan, variants, methods, module sheets and stability.'],
        304: 'Nothing has changed since the ETag in If-None-Match.',
      },
      errors: [404, 422],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { etag, document } = await planOf(c.var.db, study, undefined, {
        at: c.var.config.now(),
      });
      return unchanged(c, etag) ?? c.json(await document());
    },
  )
  .put(
    path,
    describe({
      summary: 'Saves the settings of the curriculum',
      tag: 'strategy',
      success: { 200: [Document, 'The curriculum as it is now.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', Change),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { revision, settings } = c.req.valid('json');
      await saveSettings(c, study, revision, settings);
      const { document } = await planOf(c.var.db, study, undefined, { at: c.var.config.now() });
      return c.json(await document());
    },
  )
  .get(
    `${path}/stability`,
    describe({
      summary: 'How far the stability of the curriculum has been worked out',
      tag: 'strategy',
      success: { 200: [Stability, 'Progress, and the result once it is there.'] },
      errors: [404, 422],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      const { document } = await planOf(c.var.db, study, undefined, { at: c.var.config.now() });
      return c.json((await document()).stability);
    },
  )
  .post(
    `${path}/stability`,
    describe({
      summary: 'Has the stability of the curriculum worked out, or goes on with it',
      tag: 'strategy',
      success: {
        200: [Stability, 'It is there: nothing is worked out twice.'],
        202: [Stability, 'It is under way; ask again.'],
      },
      errors: [404, 409, 422],
    }),
    async (c) => {
      const stability = await runStability(c, await studyFor(c, 'edit'));
      return c.json(stability, stability.state === 'done' ? 200 : 202);
    },
  );

/** Begins to work out the stability of the saved plan, or goes on with it. */
export async function runStability(c: Context<Env>, study: Study) {
  const { db, config } = c.var;
  const { basis, settings, filter, document } = await planOf(db, study, undefined, {
    at: config.now(),
  });
  const { hours } = (await document()).hours;
  return startStability(db, study, { basis, settings, filter, hours }, { now: config.now });
}

/**
 * Saves settings that somebody read at a revision. Throws a Refusal: 422 where they name what the
 * study does not have, 409 where somebody else has saved meanwhile.
 */
export async function saveSettings(
  c: Context<Env>,
  study: Study,
  revision: number,
  settings: PlanSettings,
): Promise<void> {
  for (const where of [settings.where, settings.duration.where]) {
    if (asksQuality({ by: null, ...filterOf(study, where) })) {
      throw new Refusal(422, 'Flagged answers are left out by "quality", not by a filter.');
    }
  }
  for (const role of NEED_ROLES) {
    const id = settings.roles[role];
    const fits = fittingQuestions(study.definition, role);
    if (id && !fits.some((question) => question.id === id)) {
      throw new Refusal(422, `The question "${id}" can't play the part "${role}".`, [
        { path: `settings.roles.${role}`, message: 'choose a question that fits' },
      ]);
    }
  }
  const by = c.var.principal?.name ?? null;
  const saved = await savePlan(
    c.var.db,
    study.id,
    { revision, settings },
    { by, at: c.var.config.now() },
  );
  if (saved === null) {
    throw new Refusal(409, 'Somebody has changed the plan meanwhile: read it again.');
  }
}
