import type { Context } from 'hono';
import type { Study } from '../db/studies.ts';
import { ROLES, type Scope } from '../db/tokens.ts';
import type { Env, Principal, Role } from './env.ts';
import { Refusal } from './refusal.ts';

/** What can be done to a study. */
export type StudyAction =
  | 'read'
  | 'comment'
  | 'export'
  | 'run'
  | 'edit'
  | 'import'
  | 'personal'
  | 'delete'
  | 'notify'
  | 'share'
  | 'leave';

/** What concerns an organisation, and no study. */
export type OwnAction = 'list' | 'create' | 'tokens' | 'people' | 'backup';

export type Action = StudyAction | OwnAction;

const READING: Action[] = ['read', 'comment', 'list'];
const RUNNING: Action[] = [...READING, 'run', 'export', 'personal'];
const DESIGNING: Action[] = [...RUNNING, 'edit', 'import', 'delete', 'notify', 'create', 'tokens'];

const ALLOWED: Record<Role, readonly Action[]> = {
  viewer: READING,
  facilitator: RUNNING,
  designer: DESIGNING,
  owner: [...DESIGNING, 'people', 'backup', 'share'],
};

/**
 * What stays with the organisation that owns a study, whatever it grants to others: people's
 * addresses and contacts, deleting, sending news of answers elsewhere, and sharing on.
 */
const OWNERS_ONLY: ReadonlySet<Action> = new Set(['personal', 'delete', 'notify', 'share']);

/** What a token with scopes may do beyond its role's limits: each action needs its scope. */
const SCOPE: Partial<Record<Action, Scope>> = {
  read: 'read',
  list: 'read',
  export: 'export',
  run: 'run',
  comment: 'run',
  personal: 'run',
  edit: 'edit',
  import: 'edit',
  delete: 'edit',
  notify: 'edit',
  create: 'edit',
};

const WITHOUT_STUDY: ReadonlySet<Action> = new Set<OwnAction>([
  'list',
  'create',
  'tokens',
  'people',
  'backup',
]);

/**
 * The one place that decides who may do what. Throws 401 without credentials, 404 when there is
 * no such study or it is not the caller's to know of, 403 when the role or the token's scopes do
 * not reach. Members of an organisation that shares a study may do what both their own role and
 * the one granted to their organisation allow, except what stays with the owner.
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
  if (!isAllowed(principal, study, action)) {
    const role = study ? roleFor(principal, study) : principal.role;
    const isOthers = !!study && !isOwn(principal, study) && OWNERS_ONLY.has(action);
    throw new Refusal(
      403,
      isOthers
        ? 'Only the organisation that owns the study may do this.'
        : `The role ${role} does not allow this.`,
    );
  }
  if (!isInScope(principal, action)) {
    throw new Refusal(403, 'This token does not allow this.');
  }
  return { principal, study: study as NonNullable<S> };
}

/** What a principal may do that concerns no study, for what a page offers. */
export function mayDo(principal: Principal | null, action: OwnAction): boolean {
  return !!principal && isAllowed(principal, null, action) && isInScope(principal, action);
}

/** Whose a study is, and with whom it is shared. */
type Owned = Pick<Study, 'id' | 'organisationId' | 'partners'>;

/** What a principal may do to one study, for what a page offers. */
export function mayDoTo(principal: Principal | null, study: Owned, action: StudyAction): boolean {
  return (
    !!principal &&
    mayKnow(principal, study) &&
    isAllowed(principal, study, action) &&
    isInScope(principal, action)
  );
}

/**
 * The role that a principal has for a study: the own one, or the lesser of that and what the
 * owner has granted to the principal's organisation; null when there is no such study for them.
 */
export function roleFor(principal: Principal, study: Owned): Role | null {
  if (isOwn(principal, study)) return principal.role;
  const granted = study.partners[principal.organisation.id];
  if (!granted) return null;
  return ROLES[Math.min(ROLES.indexOf(granted), ROLES.indexOf(principal.role))]!;
}

function isOwn({ organisation }: Principal, study: Owned): boolean {
  return study.organisationId === organisation.id;
}

function mayKnow(principal: Principal, study: Owned): boolean {
  const isMeant = principal.studyId === null || principal.studyId === study.id;
  return isMeant && roleFor(principal, study) !== null;
}

function isAllowed(principal: Principal, study: Owned | null, action: Action): boolean {
  if (!study) return ALLOWED[principal.role].includes(action);
  // Giving up what others share is a matter of the organisation, not of what it was granted.
  if (action === 'leave') return !isOwn(principal, study) && principal.role === 'owner';
  if (!isOwn(principal, study) && OWNERS_ONLY.has(action)) return false;
  const role = roleFor(principal, study);
  return role !== null && ALLOWED[role].includes(action);
}

/** A token for one study or with scopes can't do what concerns the whole organisation. */
function isInScope({ scopes, studyId }: Principal, action: Action): boolean {
  if (studyId !== null && WITHOUT_STUDY.has(action) && action !== 'list') return false;
  const scope = SCOPE[action];
  return scopes === null || (scope !== undefined && scopes.includes(scope));
}
