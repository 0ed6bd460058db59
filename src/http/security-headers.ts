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
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ');

/** Headers for every answer: nothing from elsewhere runs, nothing is framed, no address leaks. */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
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
