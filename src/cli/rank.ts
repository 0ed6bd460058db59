import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { BallotFileError } from '../ranking/ballot-file.ts';
import type { BallotFile } from '../ranking/ballot-file.ts';
import { tallyBallots } from '../ranking/ballots.ts';
import { rankingDocument } from '../ranking/ranking-document.ts';
import { readBallots } from '../ranking/read-ballots.ts';
import type { UnrankedMode } from '../ranking/ranking.ts';
import { rankingVariants } from '../ranking/variants.ts';
import { rankTable } from './rank-table.ts';

/** Where a command writes; `columns` is the width of the terminal. */
export type CommandIo = {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  isTTY: boolean;
  columns: number;
};

const usage = `Usage: plenary rank FILE [--unranked bottom|ignore] [--json [--variants]]

Reads ballots from a PrefLib file (soc, soi, toc, toi) or a CSV file (one row per ballot, one
numeric rank column per item; equal numbers tie, an empty cell is unranked) and ranks the items
by every method.

  --unranked bottom   unranked items are tied below the ranked ones (default)
  --unranked ignore   an unranked item says nothing
  --json              everything as JSON
  --variants          with --json: less usual forms of the methods, too
  --help              this text
`;

/** Command-line runs can wait longer than a page for a proof. */
const patientBudget = { effort: 5_000_000, milliseconds: 20_000 };

/**
 * The command `plenary rank`. Returns the exit code: 0, or 2 for a file or an option that can't be
 * used, with one line `file:line: reason` on standard error.
 *
 * @example
 * await rank(['votes.soi', '--json'], { stdout, stderr, isTTY: false, columns: 80 }) // => 0
 */
export async function rank(args: string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.stderr(`plenary rank: ${options}\n`);
    return 2;
  }
  if (options.help) {
    io.stdout(usage);
    return 0;
  }
  const file = await loadBallots(options.file).catch((error: unknown) => {
    if (error instanceof BallotFileError) return error;
    throw error;
  });
  if (file instanceof BallotFileError) {
    io.stderr(`${file.message}\n`);
    return 2;
  }
  const { items, ballots } = file;
  const tally = tallyBallots(items.length, ballots);
  const { unranked } = options;
  const document = rankingDocument(tally, items, { unranked, ballots, kemeny: patientBudget });
  if (!options.json) {
    io.stdout(rankTable(document, { title: file.title, blank: file.blank, columns: io.columns }));
    return 0;
  }
  const variants = options.variants
    ? { variants: rankingVariants(tally, items, unranked, ballots) }
    : {};
  io.stdout(`${JSON.stringify({ ...document, ...variants })}\n`);
  return 0;
}

type Options = {
  help: boolean;
  file: string;
  unranked: UnrankedMode;
  json: boolean;
  variants: boolean;
};

/** The options, or what is wrong with them. */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        unranked: { type: 'string', default: 'bottom' },
        json: { type: 'boolean', default: false },
        variants: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    const { unranked, json, variants, help } = values;
    if (unranked !== 'bottom' && unranked !== 'ignore') {
      return `--unranked must be bottom or ignore, not "${unranked}"`;
    }
    if (positionals.length !== 1 && !help) return 'name one file (see --help)';
    return { help, file: positionals[0] ?? '', unranked, json, variants };
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0]! : 'bad options';
  }
}

async function loadBallots(path: string): Promise<BallotFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'ENOENT' ? 'there is no such file' : `it can't be read (${String(code)})`;
    throw new BallotFileError(path, 1, reason);
  }
  return readBallots(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), path);
}
