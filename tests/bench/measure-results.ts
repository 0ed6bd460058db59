import { sql } from 'kysely';
import { fold } from '../../src/db/fold.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { questionResults } from '../../src/db/question-results.ts';
import { createStudy, findStudy, setStudyStatus } from '../../src/db/studies.ts';
import { currentTallies } from '../../src/db/current-tallies.ts';
import { answerCoder } from '../../src/survey/answer-code.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import { ENGLISH_NAMES } from '../../src/survey/segment.ts';
import { tallyDocument } from '../../src/survey/tally-results.ts';
import { answers, definition, median, roles, seeded } from './survey.ts';

/** Prints what results cost at one size, as JSON. The document is worked out anew each time. */
const [url = '', asked = '1000'] = process.argv.slice(2);
const size = Number(asked);
const { db, close } = openPostgres(url, { max: 2, patience: 600_000 });
await migrate(db);
const made = await createStudy(db, { definition, now: new Date() });
await setStudyStatus(db, made.id, 'open', new Date());
const study = (await findStudy(db, made.id))!;

// Only the ledger is read here, so only the ledger is filled, from a thousand different people.
const { encode } = answerCoder(definition);
const random = seeded(7);
const codes = Array.from({ length: 5000 }, () => encode(answers(random)));
await sql`
  insert into ledger (study_id, sign, locale, voice, round, code)
  select ${study.id}::uuid, 1, 'en', 'individual', 1 + n % 2, codes.list[1 + n % ${codes.length}]
  from generate_series(1, ${size}) n,
    (select array(select jsonb_array_elements_text(
      cast(cast(${JSON.stringify(codes)} as text) as jsonb))) as list) codes`.execute(db);
// As a server does by itself within a minute: without statistics it sorts the study for each chunk.
await sql`analyze ledger`.execute(db);

const start = performance.now();
await fold(db, study, new Date());
const foldTime = performance.now() - start;

async function document(parameters: Record<string, string>): Promise<number> {
  const query = readResultsQuery(study.definition, parameters);
  if (typeof query === 'string') throw new Error(query);
  const begun = performance.now();
  const head = (await currentTallies(db, study))!;
  const { tallies } = await questionResults(db, study, query, head);
  const reader = { language: 'en' as const, names: ENGLISH_NAMES };
  const { slices } = tallyDocument(study.definition, query, reader, tallies, new Map());
  if (slices[0].n === 0) throw new Error('nothing was counted');
  return performance.now() - begun;
}

async function measure(next: () => Record<string, string>, times: number): Promise<number> {
  for (let warm = 0; warm < 5; warm++) await document(next());
  const measured: number[] = [];
  for (let round = 0; round < times; round++) measured.push(await document(next()));
  return median(measured);
}

const divided = await measure(() => ({ question: 'topics', by: 'role' }), 15);
const pairs = roles.flatMap((role, place) =>
  roles.slice(place + 1).map((other) => `${role},${other}`),
);
// What has been counted once is remembered, so that each time is for another pair of roles.
const crossed =
  size > 100_000
    ? 0
    : await measure(() => ({ question: 'topics', where: `role:${pairs.pop()!};@round:1` }), 3);
const resident = process.memoryUsage().rss;
console.log(JSON.stringify({ size, divided, crossed, fold: foldTime, resident }));
await close();
