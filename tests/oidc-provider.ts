import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An OpenID Connect provider that signs in whoever `email` names, without asking. */
export interface TestProvider {
  issuer: string;
  /** Who is signed in there. */
  email: string;
  close(): void;
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/**
 * Serves an OpenID Connect provider (discovery, authorisation code with PKCE, signed identity,
 * user info) on a port of its own. It refuses a code that is used twice, and one whose verifier
 * or client does not fit.
 */
export async function startProvider(client: { id: string; secret: string }): Promise<TestProvider> {
  const keys = await crypto.subtle.generateKey(
    { ...ALGORITHM, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const publicKey = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const codes = new Map<string, { challenge: string | null; nonce: string | null }>();
  const provider: TestProvider = { issuer: '', email: '', close: () => server.close() };
  const person = () => {
    const { email } = provider;
    return { sub: `sub-${email}`, email, email_verified: true, name: `The ${email}` };
  };

  const signed = async (nonce: string | null) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...person(), iss: provider.issuer, aud: client.id, iat: now, exp: now + 60 };
    const parts = [
      { alg: 'RS256', kid: 'one' },
      { ...claims, ...(nonce !== null && { nonce }) },
    ];
    const text = parts
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const bytes = await crypto.subtle.sign(ALGORITHM, keys.privateKey, Buffer.from(text));
    return `${text}.${Buffer.from(bytes).toString('base64url')}`;
  };

  const exchange = async (body: URLSearchParams, authorization: string) => {
    const code = body.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const basic = Buffer.from(authorization.slice('Basic '.length), 'base64').toString();
    const secret = body.get('client_secret') ?? basic.split(':')[1];
    const fits = asked?.challenge === (await challengeOf(body.get('code_verifier') ?? ''));
    if (!asked || !fits || secret !== client.secret) return null;
    const token = { access_token: 'access', token_type: 'Bearer', expires_in: 60 };
    return { ...token, id_token: await signed(asked.nonce) };
  };

  const answer = async (url: URL, body: string, authorization: string): Promise<unknown> => {
    const { issuer } = provider;
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        };
      case '/keys':
        return { keys: [{ ...publicKey, alg: 'RS256', kid: 'one', use: 'sig' }] };
      case '/token':
        return exchange(new URLSearchParams(body), authorization);
      default:
        return person();
    }
  };

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', provider.issuer);
      if (url.pathname === '/authorize') {
        const back = new URL(url.searchParams.get('redirect_uri')!);
        const code = crypto.randomUUID();
        const asked = ['code_challenge', 'nonce'].map((name) => url.searchParams.get(name));
        codes.set(code, { challenge: asked[0]!, nonce: asked[1]! });
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state')!);
        return response.writeHead(302, { location: back.href }).end();
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const found = await answer(url, text, request.headers.authorization ?? '');
      const type = { 'content-type': 'application/json' };
      return response
        .writeHead(found === null ? 400 : 200, type)
        .end(JSON.stringify(found ?? { error: 'invalid_grant' }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString('base64url');
}
