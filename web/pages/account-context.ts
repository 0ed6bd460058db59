import type { Context } from 'hono';
import { createContext } from 'preact';
import type { Membership } from '../../src/db/sessions.ts';
import { mayDo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';

/** Who is signed in, as the header of every page shows it. */
export interface SignedIn {
  name: string;
  organisation: string | null;
  /** The other organisations that the person can switch to. */
  others: Membership[];
  isPerson: boolean;
  mayPeople: boolean;
  mayTokens: boolean;
}

/** Whom a page is for; null when nobody is signed in. */
export const AccountContext = createContext<SignedIn | null>(null);

/** What the pages of a request say about who is signed in. */
export function accountOf(c: Context<Env>): SignedIn | null {
  const { principal, session } = c.var;
  const name = session?.person.name ?? principal?.name;
  if (name === undefined) return null;
  return {
    name,
    organisation: principal?.organisation.name ?? null,
    others: (session?.memberships ?? []).filter(({ id }) => id !== session?.current?.id),
    isPerson: !!session,
    mayPeople: mayDo(principal, 'people'),
    mayTokens: mayDo(principal, 'tokens') && !!session,
  };
}
