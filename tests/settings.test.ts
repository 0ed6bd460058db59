import { describe, expect, test } from 'vitest';
import { readSettings, StartError } from '../src/settings.ts';

describe('settings', () => {
  test('an empty environment listens everywhere on 8787 with PGlite in .data', () => {
    expect(readSettings({})).toEqual({ port: 8787, dataDir: '.data' });
  });

  test('an empty variable counts as absent', () => {
    const empty = {
      PORT: '',
      HOST: '',
      DATA_DIR: '',
      DATABASE_URL: '',
      ORIGIN: '',
      PLENARY_SECRET: '',
    };
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  test('each variable reaches its setting', () => {
    expect(
      readSettings({
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: 'elsewhere',
        DATABASE_URL: 'postgresql://u:p@db/plenary',
        ORIGIN: 'https://Plenary.example/',
        PLENARY_SECRET: 's'.repeat(32),
      }),
    ).toEqual({
      port: 0,
      host: '127.0.0.1',
      dataDir: 'elsewhere',
      databaseUrl: 'postgresql://u:p@db/plenary',
      origin: 'https://plenary.example',
      secret: 's'.repeat(32),
    });
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://db/plenary'],
    ['DATABASE_URL', 'db'],
    ['ORIGIN', 'plenary.example'],
    ['ORIGIN', 'https://plenary.example/path'],
    ['ORIGIN', 'ftp://plenary.example'],
    ['PLENARY_SECRET', 'short'],
    ['MAIL_URL', 'smtp://mail.example'],
    ['OIDC_ISSUER', 'login.example'],
  ])('a wrong %s is refused in one sentence that names it', (name, value) => {
    const beside = { MAIL_FROM: 'a@b.example', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 's' };
    const read = () => readSettings({ ...beside, [name]: value });
    expect(read).toThrow(StartError);
    expect(read).toThrow(new RegExp(`^${name} must [^\n]+\\.$`));
  });

  test('a mail service needs a sender, and a provider its client', () => {
    expect(() => readSettings({ MAIL_URL: 'https://mail.example' })).toThrow(/^MAIL_FROM must /);
    // Else the host that a request names would stand in the e-mail to somebody else.
    const mail = { MAIL_URL: 'https://mail.example', MAIL_FROM: 'a@b.example' };
    expect(() => readSettings(mail)).toThrow(/^ORIGIN must be set beside MAIL_URL[^\n]+\.$/);
    const sited = readSettings({ ...mail, ORIGIN: 'https://plenary.example' });
    expect(sited.accounts?.sendMail).toBeTypeOf('function');
    expect(() => readSettings({ OIDC_ISSUER: 'https://login.example' })).toThrow(
      /^OIDC_CLIENT_ID /,
    );
    const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a' };
    expect(readSettings({ ...oidc, OIDC_CLIENT_SECRET: 'b' }).accounts?.oidc).toEqual({
      name: 'login.example',
      issuer: 'https://login.example',
      clientId: 'a',
      clientSecret: 'b',
    });
  });

  test('no message repeats a secret', () => {
    expect(() => readSettings({ PLENARY_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
    expect(() => readSettings({ DATABASE_URL: 'http://u:hunter2@db' })).not.toThrow(/hunter2/);
  });
});
