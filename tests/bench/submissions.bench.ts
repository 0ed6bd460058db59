import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { appendResponses } from '../../src/db/append-responses.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPglite } from '../../src/db/open-pglite.ts';
import { type OpenDatabase, openPostgres } from '../../src/db/open-postgres.ts';
import type { Database } from '../../src/db/schema.ts';
import { createStudy, findStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { startPostgres } from '../postgres.ts';
import { builtServer } from './built-server.ts';
import type { BenchLine } from './run.ts';
import { definition, median, newResponse, percentile, seeded } from './survey.ts';

const run = promisify(execFile);
const SECONDS = 4;
const ROUNDS = 3;
/** Clients of pgbench, whatever the connections of ours. */
const PEERS = 32;
const secret = 'a secret for benchmarks, 32 characters';

interface Round {
  rate: number;
  times: number[];
  failures: Record<string, number>;
}

/**
 * Durable submissions a second over HTTP, each validated, stored and committed, against pgbench
 * running the very statement of one submission on the same server. The load comes from this
 * machine, too.
 */
export async function bench(): Promise<BenchLine[]> {
  return [...(await onPostgres()), ...(await onPglite())];
}

async function openStudy({ db }: OpenDatabase): Promise<Study> {
  const study = await createStudy(db, { definition, now: new Date() });
  await setStudyStatus(db, study.id, 'open', new Date());
  return (await findStudy(db, study.id))!;
}

async function onPostgres(): Promise<BenchLine[]> {
  const database = await startPostgres({ fsync: 'on', synchronous_commit: 'on' });
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const opened = openPostgres(database.url);
  try {
    await migrate(opened.db);
    const study = await openStudy(opened);
    const script = join(folder, 'submission.sql');
    writeFileSync(script, await statementOf(database.url, study));
    const server = await builtServer({ DATABASE_URL: database.url, PLENARY_SECRET: secret });
    const lines: BenchLine[] = [];
    for (const clients of [32, 128]) {
      const rounds: { http: Round; sql: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const sql = await pgbench(database.url, script);
        rounds.push({ sql, http: await load(server.url, study.joinCode, clients) });
      }
      lines.push(
        lineOf(`PostgreSQL, ${clients} connections`, rounds, `pgbench with ${PEERS} clients`),
      );
    }
    await server.stop();
    return lines;
  } finally {
    await opened.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPglite(): Promise<BenchLine[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  try {
    const opened = await openPglite({ dataDir });
    await migrate(opened.db);
    const study = await openStudy(opened);
    const random = seeded(1);
    const start = performance.now();
    let stored = 0;
    while (performance.now() - start < SECONDS * 1000) {
      await appendResponses(opened.db, study, [newResponse(random)]);
      stored++;
    }
    const sql = stored / ((performance.now() - start) / 1000);
    await opened.close();
    const server = await builtServer({ DATA_DIR: dataDir });
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ sql, http: await load(server.url, study.joinCode, 32) });
    }
    await server.stop();
    return [lineOf('embedded database, 32 connections', rounds, 'one statement after the other')];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function lineOf(
  name: string,
  rounds: readonly { http: Round; sql: number }[],
  peer: string,
): BenchLine {
  const ratio = median(rounds.map(({ http, sql }) => http.rate / sql));
  const rate = median(rounds.map(({ http }) => http.rate));
  const sql = median(rounds.map((round) => round.sql));
  const p95 = median(rounds.map(({ http }) => percentile(http.times, 0.95)));
  const failures = rounds.flatMap(({ http }) => Object.entries(http.failures));
  const failed = failures.length > 0 ? `; FAILED ${JSON.stringify(failures)}` : '';
  return {
    name,
    ratio,
    detail: `${rate.toFixed(0)}/s over HTTP (p95 ${p95.toFixed(0)} ms), ${peer} ${sql.toFixed(0)}/s${failed}`,
  };
}

async function load(url: string, joinCode: string, clients: number): Promise<Round> {
  const script = fileURLToPath(new URL('load.ts', import.meta.url));
  const args = [script, url, joinCode, String(clients), String(SECONDS)];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Round;
}

/** The statement of one submission as the product sends it, with a new id each time. */
async function statementOf(url: string, study: Study): Promise<string> {
  const client = postgres(url, { max: 1 });
  let sent: { sql: string; parameters: readonly unknown[] } | null = null;
  const db = new Kysely<Database>({
    dialect: new PostgresJSDialect({ postgres: client }),
    log: ({ query }) => {
      sent ??= query;
    },
  });
  const response = newResponse(seeded(2));
  await appendResponses(db, study, [response]);
  await db.destroy();
  await client.end();
  const { sql, parameters } = sent! as { sql: string; parameters: readonly unknown[] };
  // A new id for each transaction, made by pgbench itself.
  const id = `00000000-0000-4000-' || :a::text || '-' || :b::text || :c::text || '`;
  // pgbench takes every colon with a letter or digit behind it for a variable.
  const plain = (value: unknown) =>
    String(value)
      .replace(/T\d\d:\d\d:\d\d\.\d+Z/g, '')
      .replaceAll(':', ': ');
  const quoted = (value: unknown) =>
    `('${plain(value).replaceAll("'", "''").replaceAll(response.id, id)}')`;
  const text = sql.replace(/\$(\d+)/g, (_, place: string) => quoted(parameters[Number(place) - 1]));
  return [
    String.raw`\set a random(1000, 9999)`,
    String.raw`\set b random(100000, 999999)`,
    String.raw`\set c random(100000, 999999)`,
    `${text.replace(/\s*\n\s*/g, ' ')};`,
    '',
  ].join('\n');
}

async function pgbench(url: string, script: string): Promise<number> {
  let program = 'pgbench';
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error('pgbench is missing: install postgresql-contrib.');
  }
  const args = ['-n', '-M', 'prepared', '-f', script, '-c', String(PEERS), '-j', '2'];
  const { stdout } = await run(program, [...args, '-T', String(SECONDS), url]);
  return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
}
