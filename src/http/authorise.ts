import type { Context } from 'hono';
import type { Study } from '../db/studies.ts';
import type { Env, Principal, Role } from './env.ts';
import { Refusal } from './refusal.ts';

/** What can be done to a study, and (the last four) what needs none. */
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
  | 'backup';

const READING: Action[] = ['read', 'list'];
const RUNNING: Action[] = [...READING, 'run', 'export'];
const DESIGNING: Action[] = [...RUNNING, 'edit', 'import', 'delete', 'create'];

const ALLOWED: Record<Role, readonly Action[]> = {
  viewer: READING,
  facilitator: RUNNING,
  designer: DESIGNING,
  owner: [...DESIGNING, 'tokens', 'backup'],
};

const WITHOUT_STUDY: ReadonlySet<Action> = new Set(['list', 'create', 'tokens', 'backup']);

/**
 * The one place that decides who may do what. Throws 401 without credentials, 404 when there is
 * no such study, 403 when the role does not reach.
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
  if (!study && !WITHOUT_STUDY.has(action)) {
    throw new Refusal(404, 'There is no such study.');
  }
  if (!ALLOWED[principal.role].includes(action)) {
    throw new Refusal(403, `The role ${principal.role} does not allow this.`);
  }
  return { principal, study: study as NonNullable<S> };
}
