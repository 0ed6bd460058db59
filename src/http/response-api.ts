import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findOwnResponse, type StoredResponse, withdrawResponse } from '../db/responses.ts';
import { onSchedule } from '../db/schedule.ts';
import { findStudy } from '../db/studies.ts';
import { issueMessage } from '../survey/answer.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import { mayDoTo } from './authorise.ts';
import { describe } from './describe.ts';
import type { Config, Env } from './env.ts';
import { limitGuesses, rateLimit } from './rate-limit.ts';
import { parseReceipt, receiptHash } from './receipt.ts';
import { pathText, Refusal } from './refusal.ts';
import { Submission, ResponseParams } from './submission.ts';
import { submit } from './submit.ts';
import { valid } from './valid.ts';

const Receipt = z.object({ receipt: z.string().describe('Such as 7K2M-9QXP-4RT0.') });

const Taken = Receipt.extend({
  late: z
    .array(z.string())
    .optional()
    .describe('Questions that a facilitator had closed: what was sent of them was left out.'),
});

const OwnResponse = z.object({
  id: z.uuid(),
  joinCode: z.string(),
  status: z.enum(['open', 'closed']),
  revision: z.int(),
  locale: z.string(),
  answers: z.record(z.string(), z.unknown()),
  shown: z.record(z.string(), z.array(z.string())),
  voice: z.enum(['individual', 'table']),
  table: z.string().nullable(),
  round: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** Responses as the people who give them handle them. */
export function responseApi(config: Config): Hono<Env> {
  const lookUps = limitGuesses('receipts', config);
  return new Hono<Env>()
    .put(
      '/api/responses/:id',
      describe({
        summary: 'Sends a response, or a later revision of it',
        tag: 'responses',
        open: true,
        receipt: 'optional',
        success: {
          201: [Taken, 'Stored.'],
          200: [Taken, 'A later revision was stored, or this one was there already.'],
        },
        errors: [400, 403, 404, 409, 410, 413, 415, 422, 429, 503],
      }),
      rateLimit('submissions', config),
      valid('param', ResponseParams),
      valid('json', Submission),
      async (c) => {
        const { id } = c.req.valid('param');
        const receipt = c.req.header('receipt');
        const outcome = await submit(c.var.db, config, {
          ...c.req.valid('json'),
          id,
          receipt,
          runs: (study) => mayDoTo(c.var.principal, study, 'run'),
        });
        if ('receipt' in outcome) {
          const { receipt: own, late } = outcome;
          return c.json({ receipt: own, ...(late && { late }) }, outcome.status);
        }
        if ('reason' in outcome && outcome.reason) {
          const { status, error, reason } = outcome;
          throw new Refusal(status, error, [{ path: reason, message: error }]);
        }
        const issues = 'issues' in outcome ? outcome.issues : [];
        throw new Refusal(
          outcome.status,
          outcome.error,
          issues.map((issue) => ({ path: pathText(issue.path), message: issueMessage(issue) })),
        );
      },
    )
    .get(
      '/api/responses/:id',
      describe({
        summary: 'One’s own response',
        tag: 'responses',
        open: true,
        receipt: 'required',
        success: { 200: [OwnResponse, 'The current revision.'] },
        errors: [404, 410, 429],
      }),
      lookUps,
      async (c) => {
        const { response, study } = await ownResponse(c, config);
        if (!response.answers) throw new Refusal(410, 'This response was withdrawn.');
        return c.json({
          id: response.id,
          joinCode: formatJoinCode(study.joinCode),
          status: study.status,
          revision: response.revision,
          locale: response.locale,
          answers: { ...response.answers, ...response.personal },
          shown: response.shown ?? {},
          voice: response.voice,
          table: response.table,
          round: response.round,
          createdAt: response.createdAt,
          updatedAt: response.updatedAt,
        });
      },
    )
    .delete(
      '/api/responses/:id',
      describe({
        summary: 'Withdraws one’s own response and erases its answers',
        tag: 'responses',
        open: true,
        receipt: 'required',
        success: { 204: 'Withdrawn, now or before.' },
        errors: [404, 410, 429],
      }),
      lookUps,
      async (c) => {
        const { response, study } = await ownResponse(c, config);
        if (response.withdrawnAt) return c.body(null, 204);
        if (!(await withdrawResponse(c.var.db, study.id, response.id, config.now()))) {
          throw new Refusal(410, 'This study is closed: its answers stay as they are.');
        }
        return c.body(null, 204);
      },
    );
}

/** The response whose id and receipt the request has; the same 404 whichever of them is wrong. */
async function ownResponse(c: Context<Env>, config: Config) {
  const receipt = parseReceipt(c.req.header('receipt') ?? '');
  const id = (c.req.param('id') ?? '').toLowerCase();
  const response: StoredResponse | null =
    receipt === null
      ? null
      : await findOwnResponse(c.var.db, id, await receiptHash(config.secret, receipt));
  const found = response && (await findStudy(c.var.db, response.studyId));
  const study = await onSchedule(c.var.db, found, config.now());
  if (!response || !study) throw new Refusal(404, 'No response has this id and receipt.');
  return { response, study };
}
