import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { needChromium } from './chromium.ts';
import { startPostgres, type TestServer } from './postgres.ts';
import { root } from './source-files.ts';
import { endEverything, runCommand } from './stage.ts';

/** What a stage adds to the last line, with the text of each failure. */
interface Count {
  passed: number;
  failures: string[];
  note?: string;
}

interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const total: Count = { passed: 0, failures: [] };
const temporary = mkdtempSync(join(tmpdir(), 'plenary-test-'));
let database: TestServer | undefined;

function report(name: string, count: Count, seconds: number): void {
  total.passed += count.passed;
  total.failures.push(...count.failures);
  const failed = count.failures.length ? `, ${count.failures.length} FAILED` : '';
  const note = count.note ? `  ${count.note}` : '';
  const time = `${seconds.toFixed(1)} s`;
  console.log(`${name.padEnd(34)} ${count.passed} passed${failed}  (${time})${note}`);
  for (const failure of count.failures) console.log(`\n✗ ${name}: ${failure.trimEnd()}\n`);
}

/** Runs one command as one test. */
async function check(name: string, command: string, args: string[], env = {}): Promise<boolean> {
  const { ok, output, seconds } = await runCommand(command, args, { env });
  report(name, ok ? { passed: 1, failures: [] } : { passed: 0, failures: [output] }, seconds);
  return ok;
}

/** Runs one vitest project and counts its tests; a file or run that breaks outside of a test counts as one failure. */
async function vitest(project: string, env: Record<string, string>): Promise<void> {
  const file = join(temporary, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=json', `--outputFile=${file}`];
  const { ok, output, seconds } = await runCommand('vitest', args, { env, minutes: 30 });
  report(project, counted(file, ok, output), seconds);
}

function counted(file: string, ok: boolean, output: string): Count {
  let json: VitestReport;
  try {
    json = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return { passed: 0, failures: [`no report was written\n${output}`] };
  }
  const failures = json.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const place = name.startsWith(root) ? name.slice(root.length) : name;
    const failed = assertionResults
      .filter((one) => one.status === 'failed')
      .map((one) => `${place} > ${one.fullName}\n${one.failureMessages.join('\n')}`);
    return status === 'failed' && failed.length === 0 ? [`${place}\n${message}`] : failed;
  });
  if (failures.length === 0 && json.numPassedTests === 0) failures.push(`no test ran\n${output}`);
  if (failures.length === 0 && !ok) failures.push(`the run failed\n${output}`);
  const skipped = json.numPendingTests;
  return {
    passed: json.numPassedTests,
    failures,
    ...(skipped ? { note: `${skipped} skipped` } : {}),
  };
}

/** What Cloudflare would be sent: bundles without a network, and prints the compressed size. */
async function workerSize(): Promise<void> {
  const folder = join(temporary, 'worker');
  const { ok, output, seconds } = await runCommand(
    'wrangler',
    ['deploy', '--dry-run', '--metafile', `--outdir=${folder}`],
    {
      env: { WRANGLER_SEND_METRICS: 'false', WRANGLER_SEND_ERROR_REPORTS: 'false', CI: '1' },
    },
  );
  if (!ok) return report('worker', { passed: 0, failures: [output] }, seconds);
  const bundle = readFileSync(join(folder, 'worker.js'));
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const note = `bundle ${kilobytes(bundle.length)}, gzip ${kilobytes(gzipSync(bundle).length)}`;
  const { inputs } = JSON.parse(readFileSync(join(folder, 'bundle-meta.json'), 'utf8')) as {
    inputs: Record<string, unknown>;
  };
  const unfit = Object.keys(inputs).filter((input) => /@electric-sql|src\/node\.ts/.test(input));
  const failures = unfit.map((input) => `${input} is in the bundle of the Worker`);
  report('worker', { passed: failures.length ? 0 : 1, failures, note }, seconds);
}

/** One configuration a runtime: Node, browser, browser tests, Workers. */
const typed = [
  'tsconfig.json',
  'web/tsconfig.json',
  'tests/browser/tsconfig.json',
  'src/worker.tsconfig.json',
];

async function everything(): Promise<void> {
  // Each uses every core by itself: at the same time they take longer.
  await check('format', 'oxfmt', ['--check']);
  await check('lint', 'oxlint', ['--type-aware']);
  for (const project of typed) await check(`types ${project}`, 'tsc', ['-p', project]);
  if (process.argv.includes('--static')) return;
  if (!(await check('build', 'node', ['web/build.ts']))) return;
  await workerSize();
  await vitest('unit', {});
  await vitest('pglite', {});
  const started = process.env['TEST_DATABASE_URL'] ? undefined : startPostgres();
  const failed = await started
    ?.then((server) => void (database = server))
    .catch((error: Error) => error);
  if (failed) {
    report('postgres', { passed: 0, failures: [failed.message] }, 0);
    return;
  }
  const env = { TEST_DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? database!.url };
  await vitest('postgres', env);
  // Servers that are started, stopped and waited for leave a core half idle.
  const servers = async () => {
    for (const project of ['node', 'workers']) await vitest(project, env);
  };
  await Promise.all([vitest('faults', env), servers()]);
  const chromium = await needChromium();
  if ('missing' in chromium) report('browser', { passed: 0, failures: [chromium.missing] }, 0);
  else await vitest('browser', { ...env, CHROMIUM_PATH: chromium.path });
}

async function finish(): Promise<void> {
  await database?.stop();
  endEverything();
  rmSync(temporary, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void finish().finally(() => process.exit(1)));
}

try {
  await everything();
} catch (error) {
  report('run', { passed: 0, failures: [inspect(error)] }, 0);
} finally {
  await finish();
}
const failed = total.failures.length;
console.log(`\n${total.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || total.passed === 0 ? 1 : 0;
