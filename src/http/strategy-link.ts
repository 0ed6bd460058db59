import type { Context } from 'hono';
import {
  findLink,
  isAlive,
  makeLink,
  MOST_LINKS,
  type StrategyLink,
} from '../db/strategy/links.ts';
import { findVersion, type StrategyVersion } from '../db/strategy/versions.ts';
import { findStudy, type Study } from '../db/studies.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { siteOrigin } from './site-origin.ts';

const DAY = 86_400_000;

/** Makes a link to a version, which ends by itself after some days. */
export async function linkTo(
  c: Context<Env>,
  studyId: string,
  versionId: string,
  { kind, files, days }: { kind: StrategyLink['kind']; files: boolean; days: number },
): Promise<{ link: StrategyLink; url: string }> {
  const madeAt = c.var.config.now();
  const values = {
    studyId,
    versionId,
    kind,
    files,
    madeAt,
    madeBy: c.var.principal?.name ?? null,
    expiresAt: new Date(madeAt.getTime() + days * DAY),
  };
  const made = await makeLink(c.var.db, values);
  if (!made) throw new Refusal(409, `A version has at most ${MOST_LINKS} links: end one first.`);
  const url = `${siteOrigin(c)}/s/${made.token}`;
  return { link: { ...values, id: made.id, endedAt: null }, url };
}

/** What a link leads to. */
export interface Shared {
  link: StrategyLink;
  study: Study;
  version: StrategyVersion;
}

/**
 * What the secret in an address leads to. `gone` for a link that has ended or expired; null where
 * there never was one.
 */
export async function sharedBy(c: Context<Env>, token: string): Promise<Shared | 'gone' | null> {
  const { db, config } = c.var;
  if (!/^[0-9A-Za-z]{43}$/.test(token)) return null;
  const link = await findLink(db, token);
  if (!link) return null;
  if (!isAlive(link, config.now())) return 'gone';
  const study = await findStudy(db, link.studyId);
  const version = await findVersion(db, link.studyId, link.versionId);
  return study && version ? { link, study, version } : 'gone';
}
