import { accountSettings, SettingError } from './http/account-settings.ts';

/** What the process is told through its environment, checked once at start. */
export interface Settings {
  port: number;
  /** Address to listen on; all of them when absent, so that phones in the room reach a laptop. */
  host?: string;
  dataDir: string;
  /** PostgreSQL to use in place of PGlite in `dataDir`. */
  databaseUrl?: string;
  origin?: string;
  secret?: string;
  /** Webhooks may go to plain HTTP and to this machine's own network. */
  webhookPrivate?: true;
  /** What a reader of `/metrics` has to send. */
  metricsToken?: string;
  /** How people get their links, and where else they can sign in. */
  accounts?: ReturnType<typeof accountSettings>;
}

/** A reason, in one sentence for the person at the keyboard, why Plenary can't start. */
export class StartError extends Error {
  override name = 'StartError';
}

/**
 * Reads the settings from environment variables; an empty variable counts as absent.
 *
 * @throws {StartError} naming the variable that is wrong
 * @example
 * readSettings({ PORT: '9000' }); // => { port: 9000, dataDir: '.data' }
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const { PORT, HOST, DATA_DIR, DATABASE_URL, ORIGIN, PLENARY_SECRET, METRICS_TOKEN } = env;
  const { PLENARY_WEBHOOK_PRIVATE } = env;
  return {
    port: PORT ? portOf(PORT) : 8787,
    dataDir: DATA_DIR || '.data',
    ...(HOST ? { host: HOST } : {}),
    ...(DATABASE_URL ? { databaseUrl: databaseUrlOf(DATABASE_URL) } : {}),
    ...(ORIGIN ? { origin: originOf(ORIGIN) } : {}),
    ...(PLENARY_WEBHOOK_PRIVATE === '1' ? { webhookPrivate: true as const } : {}),
    ...(METRICS_TOKEN ? { metricsToken: metricsTokenOf(METRICS_TOKEN) } : {}),
    ...accountsOf(env),
    ...(PLENARY_SECRET ? { secret: secretOf(PLENARY_SECRET) } : {}),
  };
}

/** Absent where nothing is set, as every other setting. */
function accountsOf(env: Record<string, string | undefined>): Pick<Settings, 'accounts'> {
  try {
    const accounts = accountSettings(env);
    // Whoever asks for somebody else's link could name any host: it must not stand in the e-mail.
    if (accounts.sendMail && !env.ORIGIN) {
      throw new StartError('ORIGIN must be set beside MAIL_URL: links in e-mails lead there.');
    }
    return Object.keys(accounts).length > 0 ? { accounts } : {};
  } catch (error) {
    if (error instanceof SettingError) throw new StartError(error.message, { cause: error });
    throw error;
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function databaseUrlOf(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new StartError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
}

function originOf(text: string): string {
  if (URL.canParse(text)) {
    const url = new URL(text);
    const bare = url.pathname === '/' && !url.search && !url.hash && !url.username;
    if (bare && /^https?:$/.test(url.protocol)) return url.origin;
  }
  throw new StartError(`ORIGIN must look like https://plenary.example, not "${text}".`);
}

function secretOf(text: string): string {
  if (text.length >= 32) return text;
  throw new StartError('PLENARY_SECRET must have at least 32 characters.');
}

function metricsTokenOf(text: string): string {
  if (/^\S{16,}$/.test(text)) return text;
  throw new StartError('METRICS_TOKEN must have at least 16 characters and no spaces.');
}
