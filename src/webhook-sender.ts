import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressProblem, type AddressRules, isPrivateAddress } from './http/webhook-address.ts';
import { PATIENCE } from './http/webhook-fetch.ts';
import type { SendWebhook } from './http/webhook-runner.ts';

class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
}

/**
 * Sends webhooks from Node. What a name resolves to is checked by the connection that uses it, so
 * that no second answer of a name server can lead elsewhere. Redirects are not followed.
 *
 * @param rules whether private networks may be reached
 * @param resolve looks names up; the system's resolver where not given
 * @example
 * const send = nodeSender({ private: false });
 * await send('https://example.org/hook', headers, body) // 204
 */
export function nodeSender(rules: AddressRules, resolve: typeof lookup = lookup): SendWebhook {
  const guarded: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const isBad = addresses.some(({ address }) => isPrivateAddress(address));
      if (isBad && !rules.private) return callback(new PrivateAddressError(), '', 0);
      if (options.all) return callback(null, addresses);
      return callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0);
    });
  };
  return async (url, headers, body) => {
    const problem = addressProblem(url, rules);
    if (problem) throw new Error(problem);
    const open = url.startsWith('https:') ? request : plainRequest;
    return new Promise<number>((done, fail) => {
      const outgoing = open(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: guarded,
        agent: false,
        signal: AbortSignal.timeout(PATIENCE),
      });
      outgoing.on('response', (response) => {
        done(response.statusCode ?? 0);
        response.destroy();
      });
      outgoing.on('error', (error) => fail(new Error(sentenceOf(error))));
      outgoing.end(body);
    });
  };
}

/** Without the system's own words, which may tell about this network. */
function sentenceOf(error: Error): string {
  if (error instanceof PrivateAddressError) return 'The address is in a private network.';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return 'No answer came in time.';
  }
  const { code } = error as { code?: unknown };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name is not known.';
  if (/CERT|SSL|TLS|SIGNED/i.test(String(code))) return 'Its certificate is not valid.';
  return 'No connection could be made.';
}
