import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Mail } from '../../src/http/mail.ts';
import { type FreshApp, freshApp } from '../fresh-app.ts';
import { openSmallStudy, put, validAnswers } from './small-study.ts';

const sent: Mail[] = [];
let fresh: FreshApp;
beforeAll(async () => {
  fresh = await freshApp({
    sendMail: async (mail) => {
      sent.push(mail);
    },
  });
});
afterAll(() => fresh.close());

const change = (id: string, body: unknown) =>
  fresh.designer(`/api/studies/${id}/distribution`, { method: 'PATCH', body });

const page = async (path: string) => {
  const response = await fresh.app.request(path, { headers: { 'accept-language': 'en' } });
  const csp = response.headers.get('content-security-policy')!;
  return { status: response.status, csp, text: await response.text() };
};

describe('how a study reaches people', () => {
  it('is the address on the network for whoever sits at the computer itself, else the one asked at', async () => {
    const lanOrigin = () => 'http://192.0.2.20:8787';
    const app = createApp({
      config: { ...fresh.config, lanOrigin },
      openDb: () => ({ db: fresh.db }),
    });
    const { id } = await openSmallStudy(fresh);
    const headers = { authorization: `Bearer ${fresh.token}` };
    for (const part of ['', '/share', '/poster']) {
      const at = async (origin: string) =>
        (await app.request(`${origin}/studies/${id}${part}`, { headers })).text();
      const [here, there] = await Promise.all([
        at('http://localhost:8787'),
        at('http://plenary.example'),
      ]);
      expect(here).toContain(`192.0.2.20:8787/j`);
      expect(here).not.toContain('localhost:8787/j');
      expect(there).toContain('plenary.example/j');
    }
  });

  it('is changed part by part, and what is left out stays', async () => {
    const { id } = await openSmallStudy(fresh);
    const closesAt = '2026-11-24T18:00:00+01:00';
    expect((await change(id, { closesAt, timeZone: 'Europe/Madrid' })).status).toBe(200);
    const now = await (await change(id, { embedOrigins: ['https://example.org'] })).json();
    expect(now).toEqual({
      opensAt: null,
      closesAt: '2026-11-24T17:00:00.000Z',
      timeZone: 'Europe/Madrid',
      quotas: null,
      access: 'open',
      embedOrigins: ['https://example.org'],
    });
  });

  it.each([
    [{ closesAt: '2026-11-19T00:00:00Z' }, 'closesAt'],
    [{ opensAt: '2026-11-22T00:00:00Z', closesAt: '2026-11-21T00:00:00Z' }, 'closesAt'],
    [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
    [{ quotas: { total: 0 } }, 'quotas.total'],
    [{ quotas: { segment: { question: 'topics', limits: {} } } }, 'quotas.segment.question'],
    [{ quotas: { segment: { question: 'role', limits: { king: 1 } } } }, 'limits.king'],
    [{ embedOrigins: ['https://example.org/path'] }, 'embedOrigins[0]'],
    [{ embedOrigins: ["https://a.org; script-src 'unsafe-inline'"] }, 'embedOrigins[0]'],
    [{ embedOrigins: ['http://example.org'] }, 'embedOrigins[0]'],
    [{ embedOrigins: ['*'] }, 'embedOrigins[0]'],
  ])('refuses %j and says where', async (body, place) => {
    const { id } = await openSmallStudy(fresh);
    const refused = await change(id, body);
    expect(refused.status).toBe(422);
    const { issues } = (await refused.json()) as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path).join()).toContain(place);
  });

  it('is shown on the first page in the study’s zone, and when it has closed', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await change(id, { closesAt: '2026-11-20T17:30:00Z', timeZone: 'Atlantic/Canary' });
    expect((await page(`/j/${joinCode}`)).text).toContain('until 20 November 2026 at 17:30');
    await change(id, { timeZone: 'Europe/Madrid' });
    expect((await page(`/j/${joinCode}`)).text).toContain('until 20 November 2026 at 18:30');
    fresh.setNow(new Date('2026-11-20T17:30:00Z'));
    const closed = await page(`/j/${joinCode}`);
    fresh.setNow(new Date('2026-11-20T09:00:00Z'));
    expect(closed.status).toBe(410);
    expect(closed.text).toContain('It closed on 20 November 2026 at 18:30');
  });

  it('may be in a frame on the sites that are named, and nowhere else', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    expect((await page(`/j/${joinCode}?embed=1`)).csp).toContain("frame-ancestors 'none'");
    await change(id, { embedOrigins: ['https://example.org', 'https://b.example:8443'] });
    const framed = await page(`/j/${joinCode}?embed=1`);
    expect(framed.csp).toMatch(
      /; frame-ancestors https:\/\/example\.org https:\/\/b\.example:8443$/,
    );
    expect(framed.text).toContain('<base target="_top"');
    for (const path of [`/j/${joinCode}`, `/j/${joinCode}/receipt?embed=1`, '/studies?embed=1']) {
      expect((await page(path)).csp).toContain("frame-ancestors 'none'");
    }
  });

  it('shows a friendly page without numbers when there are enough answers', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await change(id, { quotas: { total: 1 } });
    expect((await page(`/j/${joinCode}`)).text).toContain('Consent');
    await put(fresh, randomUUID(), { joinCode });
    const full = await page(`/j/${joinCode}`);
    expect(full.text).toContain('We have enough answers');
    expect(full.text.replace(/<[^>]*>|[A-Z0-9]{3}-[A-Z0-9]{3}/g, '')).not.toMatch(/\d/);
  });

  it('has a QR code as PNG that is right module for module', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const response = await fresh.designer(`/api/studies/${id}/qr.png`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    const { data, size } = encode(`http://localhost/j/${joinCode}`, { border: 4, ecc: 'Q' });
    const width = png.readUInt32BE(16);
    expect([width, png.readUInt32BE(20)]).toEqual([size * 16, size * 16]);
    // The chunk IDAT comes after the signature and the header, which have 33 bytes.
    const pixels = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
    const isDark = (x: number, y: number) =>
      (pixels[y * (width / 8 + 1) + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0;
    const shown = data.map((row, y) => row.map((_, x) => isDark(x * 16 + 8, y * 16 + 8)));
    expect(shown).toEqual(data);
  });
});

describe('personal links', () => {
  const addresses =
    'Ana <ana@city.example>; ben@city.example\nCARL@city.example, dan@city.example e@city.example';

  it('are made for addresses as people paste them, each once', async () => {
    const { id } = await openSmallStudy(fresh);
    const make = (body: unknown) => fresh.designer(`/api/studies/${id}/invitations`, { body });
    expect(await (await make({ addresses })).json()).toEqual({ added: 5 });
    expect(await (await make({ addresses: 'ana@city.example new@city.example' })).json()).toEqual({
      added: 1,
    });
    expect((await make({ addresses: 'nobody' })).status).toBe(422);
    expect((await make({ addresses: 'a@b.example\u0000x@c.example' })).status).toBe(422);
  });

  it('are not made for so few that answers could be told apart', async () => {
    const { id } = await openSmallStudy(fresh);
    const make = (links: number) =>
      fresh.designer(`/api/studies/${id}/invitations`, { body: { links } });
    expect((await make(4)).status).toBe(422);
    expect((await make(5)).status).toBe(201);
  });

  it('come as CSV in which no cell is a formula, used or not', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    const wild = '=cmd@city.example +1@city.example -2@city.example @x@city.example';
    const made = await fresh.designer(`/api/studies/${id}/invitations`, {
      body: { addresses: `${addresses} ${wild.split(' ').slice(0, 3).join(' ')}` },
    });
    expect(made.status).toBe(201);
    const csv = async () => (await fresh.designer(`/api/studies/${id}/invitations.csv`)).text();
    const before = await csv();
    expect(before.trim().split('\r\n')).toHaveLength(9);
    expect(before).not.toMatch(/(^|[,\n])"?[=+\-@]/);
    const token = /\/i\/([0-9A-Z]{16})/.exec(before)![1];
    expect((await put(fresh, randomUUID(), { joinCode, invitation: token })).status).toBe(201);
    expect(await csv()).toBe(before);
    await fresh.designer(`/api/studies/${id}/invitations`, { method: 'DELETE' });
    expect((await page(`/j/${joinCode}/i/${token}`)).text).toContain('You need a personal link');
  });

  it('are counted by use only while both groups are large enough', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await fresh.designer(`/api/studies/${id}/invitations`, { body: { links: 10 } });
    const csv = await (await fresh.designer(`/api/studies/${id}/invitations.csv`)).text();
    const tokens = [...csv.matchAll(/\/i\/([0-9A-Z]{16})/g)].map(([, token]) => token!);
    const used: (number | null)[] = [];
    for (const invitation of tokens.slice(0, 7)) {
      await put(fresh, randomUUID(), { joinCode, invitation });
      const counts = (await (await fresh.designer(`/api/studies/${id}/invitations`)).json()) as {
        used: number | null;
      };
      used.push(counts.used);
    }
    expect(used).toEqual([null, null, null, null, 5, null, null]);
  });

  it('are sent to those who have not used theirs, and nobody hears to whom', async () => {
    const { id, joinCode } = await openSmallStudy(fresh);
    await fresh.designer(`/api/studies/${id}/invitations`, { body: { addresses } });
    const send = async () => {
      sent.length = 0;
      const reply = await fresh.designer(`/api/studies/${id}/invitations/send`, {
        body: { subject: 'Your view', text: 'Please answer: {link}' },
      });
      return (await reply.json()) as unknown;
    };
    expect(await send()).toEqual({ complete: true });
    expect(sent.map(({ to }) => to).toSorted()).toEqual([
      'ana@city.example',
      'ben@city.example',
      'carl@city.example',
      'dan@city.example',
      'e@city.example',
    ]);
    const bens = sent.find(({ to }) => to.startsWith('ben'))!.text.match(/http\S+/)![0];
    expect((await page(new URL(bens).pathname)).text).toContain('Consent');
    const invitation = bens.split('/').at(-1)!;
    await put(fresh, randomUUID(), { joinCode, invitation, answers: validAnswers });
    expect((await page(new URL(bens).pathname)).text).toContain('This link has been used');
    expect(await send()).toEqual({ complete: true });
    expect(sent.map(({ to }) => to)).not.toContain('ben@city.example');
    expect(sent).toHaveLength(4);
    const bad = { subject: 'Hi\r\nBcc: all@city.example', text: 'x' };
    const refused = await fresh.designer(`/api/studies/${id}/invitations/send`, { body: bad });
    expect(refused.status).toBe(422);
  });
});
