import { randomUUID } from 'node:crypto';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { migrate } from '../../src/db/migrate.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, setStudyStatus } from '../../src/db/studies.ts';
import { createToken } from '../../src/db/tokens.ts';
import type { PlanStability } from '../../src/survey/needs/plan-document.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { template } from '../../src/survey/templates.ts';
import { startPostgres } from '../postgres.ts';
import { builtServer } from './built-server.ts';
import type { BenchLine } from './run.ts';
import { median } from './survey.ts';

const SIZE = Number(process.env['BENCH_PEOPLE'] ?? 5000);

/**
 * The stability of a curriculum: 500 plans of samples of 5,000 respondents with rankings of 12
 * contents, two ratings of each, and hours, while `/healthz` goes on answering.
 */
export async function bench(): Promise<BenchLine[]> {
  const database = await startPostgres();
  const { db, close } = openPostgres(database.url, { max: 4 });
  try {
    await migrate(db);
    const { id, token } = await prepare(db);
    const server = await builtServer({
      DATABASE_URL: database.url,
      PLENARY_SECRET: 'a secret for benchmarks, 32 chars',
    });
    try {
      const head = { authorization: `Bearer ${token}` };
      const address = `${server.url}/api/studies/${id}/plan`;
      const needs = await timed(() =>
        fetch(`${server.url}/api/studies/${id}/needs`, { headers: head }),
      );
      await fetch(address, { headers: head });
      const idle = median(await healthTimes(server.url, 50));
      const start = performance.now();
      const busy: number[] = [];
      for (;;) {
        const reply = await fetch(`${address}/stability`, { method: 'POST', headers: head });
        const { state } = (await reply.json()) as PlanStability;
        if (!reply.ok) throw new Error(`status ${reply.status}`);
        if (state === 'done') break;
        busy.push(...(await healthTimes(server.url, 20)));
      }
      const seconds = (performance.now() - start) / 1000;
      const again = await timed(() =>
        fetch(`${address}/stability`, { method: 'POST', headers: head }),
      );
      return [
        {
          name: `needs of ${SIZE} people, first time`,
          ratio: null,
          detail: `${needs.toFixed(0)} ms`,
        },
        {
          name: `500 plans for ${SIZE} people`,
          ratio: null,
          detail: `${seconds.toFixed(1)} s off the request path`,
        },
        {
          name: '/healthz meanwhile',
          ratio: median(busy) / idle,
          detail: `median ${median(busy).toFixed(1)} ms, worst ${Math.max(...busy).toFixed(0)} ms (as against idle)`,
        },
        {
          name: 'the same plan again',
          ratio: null,
          detail: `${again.toFixed(0)} ms: nothing is worked out twice`,
        },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await close();
    await database.stop();
  }
}

async function prepare(db: Parameters<typeof migrate>[0]): Promise<{ id: string; token: string }> {
  const definition = template('smart-city-programme-manager')!;
  const now = new Date();
  const study = await createStudy(db, { definition, now });
  await setStudyStatus(db, study.id, 'open', now);
  const people = generate(definition, { n: SIZE, tables: 0, seed: 11 }).filter(
    ({ finished, voice }) => finished && voice === 'individual',
  );
  await storeResponses(
    db,
    { ...study, status: 'open' },
    people.map(({ answers, shown, locale }) => ({
      id: randomUUID(),
      answers,
      shown,
      locale,
      voice: 'individual' as const,
      table: null,
      round: 1,
      event: null,
      mark: null,
      at: now,
    })),
  );
  await setStudyStatus(db, study.id, 'closed', now);
  const { token } = await createToken(db, { name: 'Benchmark', role: 'designer' }, now);
  return { id: study.id, token };
}

async function healthTimes(url: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) times.push(await timed(() => fetch(`${url}/healthz`)));
  return times;
}

async function timed(run: () => Promise<Response>): Promise<number> {
  const start = performance.now();
  await (await run()).arrayBuffer();
  return performance.now() - start;
}
