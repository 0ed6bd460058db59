import { Hono } from 'hono';
import { endLink, listLinks, type StrategyLink } from '../db/strategy/links.ts';
import { deleteVersion, listVersions, type StrategyVersion } from '../db/strategy/versions.ts';
import { describe } from './describe.ts';
import type { Env } from './env.ts';
import { Page, pageOf } from './page-link.ts';
import { Refusal } from './refusal.ts';
import { STRATEGY, versionFor } from './strategy-api.ts';
import { LinkBody, Links, NewLink, NewVersion, Versions, WholeVersion } from './strategy-body.ts';
import { strategyChoice } from './strategy-choice.ts';
import { changedSince, freezeStrategy } from './strategy-freeze.ts';
import { linkTo } from './strategy-link.ts';
import { studyFor } from './study-api.ts';
import { valid } from './valid.ts';
import { z } from 'zod';

const VERSION = `${STRATEGY}/versions/:version`;
const MadeLink = LinkBody.extend({
  url: z.string().describe('The address to pass on. It is told this once.'),
});

/** Frozen strategies and the links by which people without an account read them. */
export const strategyVersionApi = new Hono<Env>()
  .get(
    `${STRATEGY}/versions`,
    describe({
      summary: 'The frozen versions of a study’s strategies',
      tag: 'strategy',
      success: { 200: [Versions, 'The latest first.'] },
      errors: [404, 422],
    }),
    valid('query', Page),
    async (c) => {
      const { id } = await studyFor(c, 'read');
      const all = await listVersions(c.var.db, id);
      const { page, next } = pageOf(c, all, (one) => one.id, c.req.valid('query'));
      return c.json({ versions: page, next });
    },
  )
  .post(
    `${STRATEGY}/versions`,
    describe({
      summary: 'Freezes the strategy as it was read, with a name and who signed it off',
      tag: 'strategy',
      success: { 201: [WholeVersion, 'It never changes any more.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', NewVersion),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { name, note, signedBy, revision, ...asked } = c.req.valid('json');
      const version = await freezeStrategy(c.var.db, study, strategyChoice(study, asked), {
        name,
        note,
        signedBy,
        revision,
        by: c.var.principal?.name ?? null,
        at: c.var.config.now(),
      });
      if (!version) throw new Refusal(409, STALE);
      c.header('Location', `/api/studies/${study.id}/strategy/versions/${version.id}`);
      return c.json({ ...told(version), changedSince: { data: false, sentences: 0 } }, 201);
    },
  )
  .get(
    VERSION,
    describe({
      summary: 'A frozen strategy, and whether the data have changed since',
      tag: 'strategy',
      success: { 200: [WholeVersion, 'The document as it was frozen.'] },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'read');
      const version = await versionFor(c.var.db, study, c.req.param('version'));
      const since = await changedSince(c.var.db, study, version, c.var.config.now());
      return c.json({ ...told(version), changedSince: since });
    },
  )
  .delete(
    VERSION,
    describe({
      summary: 'Deletes a frozen strategy with its comments and links',
      tag: 'strategy',
      success: { 204: 'Deleted.' },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'delete');
      if (!(await deleteVersion(c.var.db, id, c.req.param('version')))) {
        throw new Refusal(404, 'There is no such version of the strategy.');
      }
      return c.body(null, 204);
    },
  )
  .get(
    `${VERSION}/links`,
    describe({
      summary: 'The links by which people without an account read a frozen strategy',
      tag: 'strategy',
      success: { 200: [Links, 'Also those that have ended; never their addresses.'] },
      errors: [404],
    }),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { id } = await versionFor(c.var.db, study, c.req.param('version'));
      return c.json({ links: (await listLinks(c.var.db, study.id, id)).map(toldLink) });
    },
  )
  .post(
    `${VERSION}/links`,
    describe({
      summary: 'Makes a link by which people without an account read a frozen strategy',
      tag: 'strategy',
      success: { 201: [MadeLink, 'Only the hash of its secret is stored.'] },
      errors: [400, 404, 409, 413, 415, 422],
    }),
    async (c, next) => {
      await studyFor(c, 'edit');
      await next();
    },
    valid('json', NewLink),
    async (c) => {
      const study = await studyFor(c, 'edit');
      const { id } = await versionFor(c.var.db, study, c.req.param('version'));
      const { link, url } = await linkTo(c, study.id, id, c.req.valid('json'));
      return c.json({ ...toldLink(link), url }, 201);
    },
  )
  .delete(
    `${STRATEGY}/links/:link`,
    describe({
      summary: 'Ends a link at once',
      tag: 'strategy',
      success: { 204: 'It leads nowhere any more.' },
      errors: [404],
    }),
    async (c) => {
      const { id } = await studyFor(c, 'edit');
      if (!(await endLink(c.var.db, id, c.req.param('link'), c.var.config.now()))) {
        throw new Refusal(404, 'There is no such link.');
      }
      return c.body(null, 204);
    },
  );

/** Why something was not frozen. */
export const STALE = 'Somebody has changed the strategy since it was read: read it again.';

function told({ isIntact: intact, ...version }: StrategyVersion) {
  return { ...version, intact };
}

function toldLink(link: StrategyLink) {
  const { id, versionId: version, kind, files, madeAt, madeBy, expiresAt, endedAt } = link;
  return { id, version, kind, files, madeAt, madeBy, expiresAt, endedAt };
}
