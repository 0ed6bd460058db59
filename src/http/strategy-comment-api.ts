import { Hono } from 'hono';
import { findComment, listComments, type StrategyComment } from '../db/strategy/comments.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { pageOf } from './page-link.ts';
import { STRATEGY, versionFor } from './strategy-api.ts';
import {
  CommentBody,
  CommentChange,
  Comments,
  CommentsQuery,
  NewComment,
} from './strategy-body.ts';
import { strategyChoice } from './strategy-choice.ts';
import { remark, resolveFor } from './strategy-comment.ts';
import { strategyView } from './strategy-draft.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';

/** What reviewers say about a strategy. */
export const strategyCommentApi = new Hono<Env>()
  .get(
    `${STRATEGY}/comments`,
    describe({
      summary: 'Comments on the strategies of a study, of members and of guests',
      tag: 'strategy',
      success: { 200: [Comments, 'In the order in which they were written.'] },
      errors: [404, 422],
    }),
    valid('query', CommentsQuery),
    async (c) => {
      const { id } = await studyFor(c, 'read');
      const { version, ...asked } = c.req.valid('query');
      const all = await listComments(c.var.db, id, version ? { versionId: version } : null);
      const { page, next } = pageOf(c, all, (one) => one.id, asked);
      return c.json({ comments: page.map(told), next });
    },
  )
  .post(
    `${STRATEGY}/comments`,
    describe({
      summary: 'Comments on a sentence, a section or the whole strategy',
      tag: 'strategy',
      success: { 201: [CommentBody, 'The comment, with what stood there.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'comment');
      await next();
    },
    valid('json', NewComment),
    async (c) => {
      const study = await studyFor(c, 'comment');
      const { id = crypto.randomUUID(), version, block, text, ...asked } = c.req.valid('json');
      const { document } = version
        ? await versionFor(c.var.db, study, version)
        : await strategyView(c.var.db, study, strategyChoice(study, asked), c.var.config.now());
      await remark(c.var.db, study, {
        id,
        versionId: version ?? null,
        document,
        block,
        text,
        author: c.var.principal!.name,
        guest: false,
        at: c.var.config.now(),
      });
      return c.json(told((await findComment(c.var.db, study.id, id))!), 201);
    },
  )
  .patch(
    `${STRATEGY}/comments/:comment`,
    describe({
      summary: 'Marks a comment as resolved, or as open again',
      tag: 'strategy',
      success: { 200: [CommentBody, 'The comment as it is now.'] },
      errors: [400, 404, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', CommentChange),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const id = c.req.param('comment');
      await resolveFor(c, study, id, c.req.valid('json').resolved);
      return c.json(told((await findComment(c.var.db, study.id, id))!));
    },
  );

function told({ versionId: version, ...comment }: StrategyComment) {
  return { ...comment, version };
}
