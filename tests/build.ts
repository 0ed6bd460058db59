import { runCommand } from './stage.ts';

/** Vitest's global set-up for what needs built files: builds them when a source is newer. */
export default async function setup(): Promise<void> {
  const { ok, output } = await runCommand('node', ['web/build.ts', '--if-stale']);
  if (!ok) throw new Error(`The build failed:\n${output}`);
}
