import type { Context } from 'hono';
import type { Study } from '../db/studies.ts';
import type { Scope } from '../db/tokens.ts';
import type { Env, Principal, Role } from './env.ts';
import { Refusal } from './refusal.ts';

/** What can be done to a study, and (the last five) what needs none. */
export type Action =
  | 'read'
  | 'export'
  | 'run'
  | 'edit'
  | 'import'
  | 'delete'
  | 'list'
  | 'create'
  | 'tokens'
  | 'people'
  | 'backup';

const READING: Action[] = ['read', 'list'];
const RUNNING: Action[] = [...READING, 'run', 'export'];
const DESIGNING: Action[] = [...RUNNING, 'edit', 'import', 'delete', 'create'];

const ALLOWED: Record<Role, readonly Action[]> = {
  viewer: READING,
  facilitator: RUNNING,
  designer: [...DESIGNING, 'tokens'],
  owner: [...DESIGNING, 'tokens', 'people', 'backup'],
};

/** What a token with scopes may do beyond its role's limits: each action needs its scope. */
const SCOPE: Partial<Record<Action, Scope>> = {
  read: 'read',
  list: 'read',
  export: 'export',
  run: 'run',
  edit: 'edit',
  import: 'edit',
  delete: 'edit',
  create: 'edit',
};

const WITHOUT_STUDY: ReadonlySet<Action> = new Set([
  'list',
  'create',
  'tokens',
  'people',
  'backup',
]);

/**
 * The one place that decides who may do what. Throws 401 without credentials, 404 when there is
 * no such study or it is not the caller's to know of, 403 when the role or the token's scopes do
 * not reach.
 *
 * @param study as it was found, or null; not looked at for actions that need none
 * @returns the study and who asks
 * @example
 * const { study } = requireRole(c, await findStudy(c.var.db, id), 'edit');
 */
export function requireRole<S extends Study | null>(
  c: Context<Env>,
  study: S,
  action: Action,
): { principal: Principal; study: NonNullable<S> } {
  const { principal } = c.var;
  if (!principal) {
    throw new Refusal(401, 'Sign in, or send an API token as Authorization: Bearer TOKEN.');
  }
  if (study ? !mayKnow(principal, study) : !WITHOUT_STUDY.has(action)) {
    throw new Refusal(404, 'There is no such study.');
  }
  if (!ALLOWED[principal.role].includes(action)) {
    throw new Refusal(403, `The role ${principal.role} does not allow this.`);
  }
  if (!isInScope(principal, action)) {
    throw new Refusal(403, 'This token does not allow this.');
  }
  return { principal, study: study as NonNullable<S> };
}

/** What a principal may do to a study of its own organisation, for what a page offers. */
export function mayDo(principal: Principal | null, action: Action): boolean {
  return !!principal && ALLOWED[principal.role].includes(action) && isInScope(principal, action);
}

/** What a principal may do to one study, where others are turned away without a refusal. */
export function mayDoTo(principal: Principal | null, study: Study, action: Action): boolean {
  return !!principal && mayKnow(principal, study) && mayDo(principal, action);
}

function mayKnow(principal: Principal, study: Study): boolean {
  const isOwn = study.organisationId === principal.organisation.id;
  return isOwn && (principal.studyId === null || principal.studyId === study.id);
}

/** A token for one study or with scopes can't do what concerns the whole organisation. */
function isInScope({ scopes, studyId }: Principal, action: Action): boolean {
  if (studyId !== null && WITHOUT_STUDY.has(action) && action !== 'list') return false;
  const scope = SCOPE[action];
  return scopes === null || (scope !== undefined && scopes.includes(scope));
}
