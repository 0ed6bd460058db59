import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';
import { isSecure } from './site-origin.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "manifest-src 'self'",
].join('; ');

/**
 * Headers for every answer: nothing from elsewhere runs, no address leaks, and nothing is framed but
 * a study's page on the sites that its designer named.
 */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const ancestors = c.var.frameAncestors?.join(' ') || "'none'";
  const policy = [CONTENT_SECURITY_POLICY, `frame-ancestors ${ancestors}`];
  if (c.var.showsPreview) policy.push("frame-src 'self'");
  c.header('Content-Security-Policy', policy.join('; '));
  // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
  c.header('Referrer-Policy', 'same-origin');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  if (isSecure(c)) c.header('Strict-Transport-Security', 'max-age=31536000');
  if (c.req.path.startsWith('/api/') && !c.res.headers.has('Cache-Control')) {
    c.header('Cache-Control', 'no-store');
  }
};
