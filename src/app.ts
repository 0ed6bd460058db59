import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Kysely } from 'kysely';
import { isReady } from './db/ready.ts';
import type { Database } from './db/schema.ts';
import { apiDescription } from './http/api-description.ts';
import { compareApi } from './http/compare-api.ts';
import type { Config, Env } from './http/env.ts';
import { errorAnswers } from './http/errors.ts';
import { exportApi } from './http/export-api.ts';
import { floorApi } from './http/floor-api.ts';
import { floorSeatApi } from './http/floor-seat-api.ts';
import { gapApi } from './http/gap-api.ts';
import { ideaApi } from './http/idea-api.ts';
import { importApi } from './http/import-api.ts';
import { invitationApi } from './http/invitation-api.ts';
import { joinApi } from './http/join-api.ts';
import { liveApi } from './http/live-api.ts';
import { backupApi, metricsRoute } from './http/operations-api.ts';
import { identify } from './http/principal.ts';
import { limitCalls, rateLimit } from './http/rate-limit.ts';
import { partnerApi } from './http/partner-api.ts';
import { practiceApi } from './http/practice-api.ts';
import { Refusal } from './http/refusal.ts';
import { responseApi } from './http/response-api.ts';
import { qualityApi } from './http/quality-api.ts';
import { needsApi } from './http/needs-api.ts';
import { planApi } from './http/plan-api.ts';
import { resultsApi } from './http/results-api.ts';
import { roomEventApi } from './http/room-event-api.ts';
import { roomLiveApi } from './http/room-live-api.ts';
import { roomResultsApi } from './http/room-results-api.ts';
import { roomRegistrationApi } from './http/room-registration-api.ts';
import { roomPaperApi } from './http/room-paper-api.ts';
import { roomRunApi } from './http/room-run-api.ts';
import { roomScreenApi } from './http/room-screen-api.ts';
import { roomSeatApi } from './http/room-seat-api.ts';
import { roomSeatingApi } from './http/room-seating-api.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sessionRoutes } from './http/session.ts';
import { shareApi } from './http/share-api.ts';
import { strategyApi } from './http/strategy-api.ts';
import { strategyCommentApi } from './http/strategy-comment-api.ts';
import { strategyFileApi } from './http/strategy-file-api.ts';
import { strategyVersionApi } from './http/strategy-version-api.ts';
import { studyApi } from './http/study-api.ts';
import { templateApi } from './http/template-api.ts';
import { translationApi } from './http/translation-api.ts';
import { tokenApi } from './http/token-api.ts';
import { webhookApi } from './http/webhook-api.ts';
import { themeApi } from './http/theme-api.ts';
import { writeInApi } from './http/write-in-api.ts';
import { accountRoutes } from '../web/pages/account-routes.tsx';
import { designerPages } from '../web/pages/designer-pages.tsx';
import { docsPages } from '../web/pages/docs-routes.tsx';
import { errorPage } from '../web/pages/error-page.tsx';
import { participantPages } from '../web/pages/participant-pages.tsx';
import { sharedStrategyPages } from '../web/pages/strategy-shared-pages.tsx';
import { testPages } from '../web/pages/test-pages.tsx';

/** The database of one request; `done` is called when its answer is ready. */
export interface RequestDatabase {
  db: Kysely<Database>;
  done?: () => void;
}

const KILOBYTE = 1024;
const BODY_LIMIT = 256 * KILOBYTE;
const DEFINITION_LIMIT = 2 * KILOBYTE * KILOBYTE;
const IMPORT_LIMIT = 8 * KILOBYTE * KILOBYTE;

/**
 * The whole server as one Hono app: API and pages, the same on Node and on Workers.
 *
 * @param openDb called once for each request that needs the database
 * @example
 * const app = createApp({ config, openDb: () => ({ db }) });
 * await app.request('/api/join/K7P-42M?lang=de');
 */
export function createApp({
  config,
  openDb,
}: {
  config: Config;
  openDb: (c: Context<Env>) => RequestDatabase | Promise<RequestDatabase>;
}): Hono<Env> {
  const app = new Hono<Env>();
  const database = createMiddleware<Env>(async (c, next) => {
    const { db, done } = await openDb(c);
    c.set('db', db);
    try {
      await next();
    } finally {
      done?.();
    }
  });

  const { onError, notFound } = errorAnswers(errorPage);
  app.onError(onError);
  app.notFound(notFound);
  app.use(async (c, next) => {
    c.set('config', config);
    c.set('principal', null);
    c.set('session', null);
    await next();
  });
  if (config.metrics) app.use(config.metrics.measure);
  app.use(securityHeaders);
  app.get('/healthz', (c) => c.text('ok'));
  app.route('/', metricsRoute(config));
  const description = apiDescription(app);
  app.route('/', description.routes);
  app.route('/', docsPages(description.read));

  app.use(limitBody());
  app.use(database);
  app.get('/readyz', async (c) =>
    (await isReady(c.var.db)) ? c.text('ready') : c.text('The database does not answer.', 503),
  );
  app.use(identify);
  app.use('/api/*', limitCalls(config));
  app.route('/', studyApi);
  app.route('/', resultsApi);
  app.route('/', needsApi);
  app.route('/', planApi);
  app.route('/', writeInApi);
  app.route('/', qualityApi);
  app.route('/', themeApi);
  app.route('/', compareApi);
  app.route('/', strategyApi);
  app.route('/', strategyFileApi);
  app.route('/', strategyVersionApi);
  app.route('/', strategyCommentApi);
  app.route('/', templateApi);
  app.route('/', roomResultsApi);
  app.route('/', shareApi);
  app.route('/', partnerApi);
  app.route('/', translationApi);
  app.route('/', invitationApi);
  app.route('/', importApi);
  app.route('/', exportApi);
  app.route('/', joinApi);
  app.route('/', responseApi(config));
  app.route('/', tokenApi);
  app.route('/', webhookApi);
  app.route('/', liveApi(openDb, config.feed));
  app.route('/', roomEventApi);
  app.route('/', roomRunApi);
  app.route('/', roomPaperApi);
  app.route('/', roomSeatingApi);
  app.route('/', roomRegistrationApi(config));
  app.route('/', roomSeatApi(config));
  app.route('/', roomScreenApi);
  app.route('/', floorApi);
  app.route('/', floorSeatApi(config));
  app.route('/', roomLiveApi(openDb, config.rooms));
  app.route('/', gapApi);
  app.route('/', practiceApi);
  app.route('/', ideaApi(config));
  app.route('/', backupApi);
  app.on('POST', '/j/*', rateLimit('submissions', config));
  app.route('/', testPages);
  app.route('/', sharedStrategyPages(config));
  app.route('/', participantPages(config));
  app.route('/', designerPages);
  app.route('/', sessionRoutes(config));
  app.route('/', accountRoutes(config));
  return app;
}

function limitBody() {
  const [ordinary, definition, file] = [BODY_LIMIT, DEFINITION_LIMIT, IMPORT_LIMIT].map((maxSize) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new Refusal(413, `The body is too large: send at most ${maxSize / KILOBYTE} kB.`);
      },
    }),
  );
  return createMiddleware<Env>((c, next) => {
    const { path } = c.req;
    if (/^\/api\/studies(\/[^/]+)?\/import$/.test(path)) return file!(c, next);
    if (/^(\/api)?\/studies\/[^/]+\/translations(\/|$)/.test(path)) return definition!(c, next);
    return /^\/api\/studies(\/[^/]+)?$/.test(path) ? definition!(c, next) : ordinary!(c, next);
  });
}
