import { Hono } from 'hono';
import type { Config, Env } from '../../src/http/env.ts';
import { entryPages } from './account-entry-pages.tsx';
import { invitationPages } from './account-invitation-pages.tsx';
import { accountPages } from './account-pages.tsx';
import { peoplePages } from './people-pages.tsx';
import { setupPages } from './setup-pages.tsx';
import { tokensPages } from './tokens-pages.tsx';

/** Every page about accounts, people and tokens. They work without script. */
export function accountRoutes(config: Config): Hono<Env> {
  return new Hono<Env>()
    .route('/', entryPages(config))
    .route('/', setupPages(config))
    .route('/', invitationPages(config))
    .route('/', accountPages(config))
    .route('/', peoplePages)
    .route('/', tokensPages);
}
