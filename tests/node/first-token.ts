import { FIRST_OWNER, formBody, sessionOf } from '../first-owner.ts';
import { call } from '../smoke.ts';
import type { ServerProcess } from './server-process.ts';

/** Signs in through the set-up link that the server printed, as the first designer does, and makes an API token. */
export async function firstToken(
  { url, output }: Pick<ServerProcess, 'url' | 'output'>,
  role = 'designer',
): Promise<string> {
  const link = /http\S+(\/setup\/\S+)/.exec(output())?.[1];
  if (!link) throw new Error(`No set-up link was printed:\n${output()}`);
  await call({ url }, 200, 'GET', link);
  const signedIn = await fetch(url + link, { redirect: 'manual', ...formBody(FIRST_OWNER) });
  const cookie = sessionOf(signedIn);
  const made = await call({ url }, 201, 'POST', '/api/tokens', {
    body: { name: 'Tests', role },
    headers: { cookie, origin: url },
  });
  const { token } = (await made.json()) as { token: string };
  return token;
}
