import { addressProblem, type AddressRules } from './webhook-address.ts';
import type { SendWebhook } from './webhook-runner.ts';

/** How long an address may take to answer, in milliseconds. */
export const PATIENCE = 10_000;

/**
 * Sends webhooks with `fetch`, for Workers, from which private networks can't be reached: the
 * address is checked by its name. Redirects are not followed.
 */
export function fetchSender(rules: AddressRules): SendWebhook {
  return async (url, headers, body) => {
    const problem = addressProblem(url, rules);
    if (problem) throw new Error(problem);
    const signal = AbortSignal.timeout(PATIENCE);
    try {
      const init = { method: 'POST', headers, body, redirect: 'manual', signal } as const;
      const response = await fetch(url, init);
      await response.body?.cancel();
      return response.status;
    } catch {
      throw new Error(signal.aborted ? 'No answer came in time.' : 'No connection could be made.');
    }
  };
}
