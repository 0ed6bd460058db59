import type { Config } from './env.ts';
import { mailOverHttp } from './mail.ts';

/** A setting that can't be used: one sentence that names its variable. */
export class SettingError extends Error {
  override name = 'SettingError';
}

type Environment = Record<string, string | undefined>;

/**
 * How people get their links and sign in elsewhere, by the environment: MAIL_URL, MAIL_TOKEN and
 * MAIL_FROM for an HTTP mail service; OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME
 * for an OpenID Connect provider. What is not set is not there; an empty variable is not set.
 *
 * @throws {SettingError} when one is wrong or another one is missing beside it
 * @example
 * accountSettings({ MAIL_URL: 'https://mail.example/send', MAIL_FROM: 'plenary@city.example' })
 */
export function accountSettings(env: Environment): Pick<Config, 'sendMail' | 'oidc'> {
  const mail = mailSettings(env);
  const oidc = oidcSettings(env);
  return { ...(mail && { sendMail: mail }), ...(oidc && { oidc }) };
}

function mailSettings({ MAIL_URL, MAIL_TOKEN, MAIL_FROM }: Environment): Config['sendMail'] {
  if (!MAIL_URL) return undefined;
  if (!/^[^\s@]+@[^\s@]+$/.test(MAIL_FROM ?? '')) {
    throw new SettingError('MAIL_FROM must be the e-mail address that MAIL_URL sends from.');
  }
  const url = webAddress('MAIL_URL', MAIL_URL);
  return mailOverHttp({ url, from: MAIL_FROM!, ...(MAIL_TOKEN && { token: MAIL_TOKEN }) });
}

function oidcSettings(env: Environment): Config['oidc'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env;
  if (!OIDC_ISSUER) return undefined;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) {
    throw new SettingError('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set beside OIDC_ISSUER.');
  }
  const issuer = webAddress('OIDC_ISSUER', OIDC_ISSUER);
  return {
    name: OIDC_NAME || new URL(issuer).host,
    issuer,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
  };
}

function webAddress(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new SettingError(`${name} must be an address that starts with https://.`);
}
