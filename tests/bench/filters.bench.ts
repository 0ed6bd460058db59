import { randomUUID } from 'node:crypto';
import { storeResponses } from '../../src/db/import-responses.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPglite } from '../../src/db/open-pglite.ts';
import { createStudy, findStudy, setStudyStatus } from '../../src/db/studies.ts';
import { resultsOf } from '../../src/http/results-of.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { readResultsQuery, type ResultsParameters } from '../../src/survey/results-query.ts';
import { template } from '../../src/survey/templates.ts';
import type { BenchLine } from './run.ts';

const SIZE = Number(process.env['BENCH_FILTERED'] ?? 20_000);
const BATCH = 500;

/** What is asked in this order: the first asks for everyone, which the others are compared with. */
const ASKED: [name: string, status: 'open' | 'closed', parameters: ResultsParameters][] = [
  ['everyone', 'open', { by: 'role' }],
  ['two segments crossed', 'open', { where: 'role:student;area-type:city' }],
  ['everyone', 'closed', { by: 'experience' }],
  ['two segments crossed', 'closed', { where: 'role:student;area-type:city' }],
  ['without flagged answers, first', 'closed', { quality: 'clean' }],
  ['without flagged answers, another', 'closed', { quality: 'clean', by: 'role' }],
  ['without flagged answers, again', 'closed', { quality: 'clean' }],
];

/** First requests for filtered results of a large study on the embedded database. */
export async function bench(): Promise<BenchLine[]> {
  const { db, close } = await openPglite();
  try {
    await migrate(db);
    const definition = template('smart-city-programme-manager')!;
    const at = new Date();
    const { id } = await createStudy(db, { definition, now: at });
    await setStudyStatus(db, id, 'open', at);
    const answered = generate(definition, { n: SIZE, tables: 0, seed: 4 }).flatMap(
      ({ finished, answers, shown, locale, seconds, sentAt }) => {
        const from = { voice: 'individual' as const, table: null, round: 1, event: null };
        const sent = new Date(at.getTime() + sentAt * 1000);
        const own = { id: randomUUID(), answers, shown, locale, ...from, at: sent };
        return finished ? [{ ...own, flags: { seconds } }] : [];
      },
    );
    const open = (await findStudy(db, id))!;
    for (let start = 0; start < answered.length; start += BATCH) {
      await storeResponses(db, open, answered.slice(start, start + BATCH));
    }
    const lines: BenchLine[] = [];
    let base = 0;
    for (const [name, status, parameters] of ASKED) {
      if ((await findStudy(db, id))!.status !== status) {
        await setStudyStatus(db, id, status, new Date());
      }
      const study = (await findStudy(db, id))!;
      const query = readResultsQuery(definition, parameters);
      if (typeof query === 'string') throw new Error(query);
      const [begun, cpu] = [performance.now(), process.cpuUsage()];
      const { document } = await resultsOf(db, study, query);
      await document();
      const took = performance.now() - begun;
      base ||= took;
      const { user } = process.cpuUsage(cpu);
      lines.push({
        name: `${SIZE} responses, ${status}: ${name}`,
        ratio: took / base,
        detail: `${took.toFixed(0)} ms, ${(user / 1000).toFixed(0)} ms of them computing (time, as against everyone)`,
      });
      // What was begun in the background is not part of the next one.
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
    return lines;
  } finally {
    await close();
  }
}
