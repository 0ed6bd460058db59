import type { Context } from 'hono';
import type { Env } from '../../src/http/env.ts';
import type { Mail } from '../../src/http/mail.ts';
import { siteOrigin } from '../../src/http/site-origin.ts';

/**
 * Sends an e-mail after the answer is out, so that the answer takes as long for an address without
 * an account. A failure is logged without the address and the link.
 */
export function mailLater(c: Context<Env>, mail: Mail): void {
  const sent = c.var.config.sendMail?.(mail).catch((error: Error) => {
    console.error(
      JSON.stringify({ level: 'error', message: 'no e-mail was sent', error: error.message }),
    );
  });
  try {
    if (sent) c.executionCtx.waitUntil(sent);
  } catch {
    // A long-lived process needs nobody to wait.
  }
}

/** An address of this site as it stands in an e-mail. */
export function linkTo(c: Context<Env>, path: string): string {
  return `${siteOrigin(c)}${path}`;
}
