import { rank } from '../../src/cli/rank.ts';
import type { RankingDocument } from '../../src/ranking/ranking-document.ts';
import type { RankingVariants } from '../../src/ranking/variants.ts';

/** The folder of the public ranking files. */
export const rankings = new URL('../fixtures/rankings/', import.meta.url).pathname;

/** Runs `plenary rank` in this process. */
export async function plenaryRank(
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await rank(args, {
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    isTTY: false,
    columns: 80,
  });
  return { code, out, err };
}

/** The JSON of `plenary rank` for one of the public ranking files, with the variants. */
export async function rankedFile(
  name: string,
  mode: string,
): Promise<RankingDocument & { variants: RankingVariants }> {
  const args = [`${rankings}${name}`, '--unranked', mode, '--json', '--variants'];
  const { code, out, err } = await plenaryRank(...args);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as RankingDocument & { variants: RankingVariants };
}
