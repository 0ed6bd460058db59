import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import type { Context } from 'hono';
import { isInvited } from '../db/invitations.ts';
import { SESSION_DAYS } from '../db/sessions.ts';
import type { Env } from './env.ts';
import { isSecure, siteOrigin } from './site-origin.ts';

/** The fewest characters of a password. */
export const PASSWORD_MIN = 10;
/** The most. */
export const PASSWORD_MAX = 128;
/** How long a link that signs in or sets a password can be used, in minutes. */
export const LINK_MINUTES = 60;

/** Where an OpenID Connect provider sends people back to. */
export const OIDC_CALLBACK = '/auth/callback/oidc';

/** What somebody sends a link for. */
export type LinkKind = 'sign-in' | 'reset';

/** Takes the token of a link that was asked for; absent where none is. */
export type TakeLink = (kind: LinkKind, token: string) => void;

/**
 * better-auth for one request: people, passwords, sessions, links and OpenID Connect on our tables.
 * Our own forms call it; of its addresses only {@link OIDC_CALLBACK} is open.
 *
 * @param takeLink receives the token of a link instead of anybody's mailbox
 * @example
 * const { headers } = await authFor(c).api.signInEmail({ body, headers, returnHeaders: true });
 */
export function authFor(c: Context<Env>, takeLink: TakeLink = () => {}) {
  const { db, config } = c.var;
  const secure = isSecure(c);
  return betterAuth({
    appName: 'Plenary',
    baseURL: siteOrigin(c),
    basePath: '/auth',
    secret: config.secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'person_id',
        userAgent: 'user_agent',
        ipAddress: 'ip_address',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        expiresAt: 'expires_at',
      },
      expiresIn: SESSION_DAYS * 86_400,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'account',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      accountLinking: { enabled: true, trustedProviders: ['oidc'] },
      encryptOAuthTokens: true,
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_MINUTES * 60,
      sendResetPassword: async ({ token }) => takeLink('reset', token),
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_MINUTES * 60,
        sendMagicLink: ({ token }) => takeLink('sign-in', token),
      }),
      ...(config.oidc && c.req.path.includes('oidc') ? [openIdConnect(config.oidc)] : []),
    ],
    databaseHooks: {
      user: {
        create: {
          before: async (person, context) => {
            // Whoever comes from elsewhere needs an invitation; our own forms have checked theirs.
            const isForeign = context?.path?.startsWith('/callback/') ?? false;
            if (isForeign && !(await isInvited(db, person.email, config.now()))) {
              throw new APIError('FORBIDDEN', { message: 'Nobody has invited this address.' });
            }
            return { data: { ...person, emailVerified: true } };
          },
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: 'plenary',
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: sessionCookie(c) } },
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
  });
}

/** The name of the session's cookie: over TLS browsers refuse its prefix from any other host. */
export function sessionCookie(c: Context<Env>): string {
  return isSecure(c) ? '__Host-plenary_session' : 'plenary_session';
}

function openIdConnect(provider: NonNullable<Env['Variables']['config']['oidc']>) {
  const { issuer, clientId, clientSecret } = provider;
  return genericOAuth({
    config: [
      {
        providerId: 'oidc',
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile', 'email'],
        pkce: true,
        requireIdTokenVerification: true,
      },
    ],
  });
}
