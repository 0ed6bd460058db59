import type { Kysely } from 'kysely';
import type { Organisation } from '../db/organisations.ts';
import type { Database } from '../db/schema.ts';
import type { Person, PersonSession } from '../db/sessions.ts';
import type { SubmissionQueue } from '../db/submission-queue.ts';
import type { TokenRights } from '../db/tokens.ts';
import type { RoomFeed } from '../db/room/room-feed.ts';
import type { VersionFeed } from '../db/version-feed.ts';
import type { DeepFigures, DeepTask } from '../survey/deep-figures.ts';
import type { Assets } from './assets.ts';
import type { SendMail } from './mail.ts';
import type { Metrics } from './metrics.ts';
import type { Limits } from './rate-limit.ts';
import type { WriteWord } from './strategy-docx.ts';

/**
 * Works out what takes every ballot, off the thread that answers requests and within bounded time.
 */
export type DeepStatistics = (task: DeepTask) => Promise<DeepFigures | 'too-slow'>;

/** What an entry point (Node, Workers, a test) decides once and hands to {@link createApp}. */
export interface Config {
  /** Built browser files by entry name; empty when nothing is built (API tests). */
  assets: Assets;
  /** Public address such as `https://plenary.example`; without it each request's own origin is used. */
  origin?: string;
  /** Where phones on the same network reach this server, as far as it knows; see `joinOrigin`. */
  lanOrigin?: () => string | undefined;
  /** Keys receipts and stored hashes; at least 32 characters. */
  secret: string;
  /** The clock, so that tests can set it. */
  now: () => Date;
  /** How many proxies stand in front, each adding to X-Forwarded-For; else 1 for an https origin, 0 for any other. */
  proxies?: number;
  /** Groups submissions where one process takes many (Node); each has its own statement without. */
  submissions?: SubmissionQueue;
  /** One look at the versions of results for all who watch in this process (Node). */
  feed?: VersionFeed;
  /** The same for rooms. */
  rooms?: RoomFeed;
  metrics?: Metrics;
  /** What a reader of `/metrics` has to send; without it there is no such page. */
  metricsToken?: string;
  /** Takes a copy of the embedded database; absent with PostgreSQL. */
  backup?: () => Promise<Blob>;
  /** Writes Word files off the thread that answers requests (Node). */
  word?: WriteWord;
  /** Sends an e-mail; without it links are shown to owners, who pass them on. */
  sendMail?: SendMail;
  /** Lets people sign in with their accounts at an OpenID Connect provider. */
  oidc?: OidcProvider;
  /** Webhooks may go to plain HTTP and to private networks. */
  webhookPrivate?: boolean;
  /** How often one address may ask; see `rate-limit.ts` for the defaults. */
  limits?: Partial<Limits>;
  /** Milliseconds that a page of results is waited for before it says that answers are counted. */
  resultsPatience?: number;
}

/** An OpenID Connect provider at which Plenary is registered. */
export interface OidcProvider {
  /** As people know it; on the button. */
  name: string;
  /** Such as `https://login.example/realms/city`; its discovery document is read from there. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Who a designer's request acts as, and for which organisation. */
export interface Principal extends TokenRights {
  kind: 'session' | 'token';
  /** The person's id; the token's for a token and for a browser that was signed in with one. */
  id: string;
  name: string;
  organisation: Organisation;
  /** Who is signed in; null for tokens. */
  person: Person | null;
}

/** What a principal may do: an owner everything, a designer all studies, a facilitator the room, a viewer only reads. */
export type { Role } from '../db/schema.ts';

/** Hono's environment: what every handler finds in `c.var`. */
export interface Env {
  Variables: {
    db: Kysely<Database>;
    config: Config;
    principal: Principal | null;
    /** Sites that may show this answer in a frame; none without it. */
    frameAncestors?: readonly string[];
    /** A page that shows another one of this site in a frame. */
    showsPreview?: boolean;
    /** The session of a person, who may belong to no organisation. */
    session: PersonSession | null;
  };
}
