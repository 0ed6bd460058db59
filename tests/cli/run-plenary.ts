import { plenary } from '../../src/cli/plenary.ts';

/** Runs a command line in this process; `env` is all the environment it sees. */
export async function runPlenary(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await plenary(args, {
    env,
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    isTTY: false,
    columns: 80,
  });
  return { code, out, err };
}

/** A file of the public rankings. */
export function rankingFile(name: string): string {
  return new URL(`../fixtures/rankings/${name}`, import.meta.url).pathname;
}
