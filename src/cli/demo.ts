import { joinUrl } from '../http/qr-code.ts';
import { parameters, PRESET_NAMES } from '../survey/generator/parameters.ts';
import { templateIds } from '../survey/templates.ts';
import { oneWord, readArguments } from './arguments.ts';
import { type CommandIo, UsageError } from './command.ts';
import { demoStudy } from './demo-study.ts';

export const DEMO_HELP = `plenary demo [options]

Starts the server with a study full of synthetic answers, marked as such on every page, to look
around in. The same preset and seed give the same answers; a second run finds the study again.

  --preset PRESET     ${PRESET_NAMES.map((name) => `${name} (${parameters.presets[name].n})`).join(', ')}:
                      the kind of study and its number of people; demo without it
  --seed N            another world; a whole number, ${parameters.seed} without it
  --template ID       ${templateIds.join(', ')}
  --port PORT         where to serve; else PORT, else 8787
  --help              this text

The answers live in DATA_DIR (default .data/demo, apart from your own studies), or in the
PostgreSQL of DATABASE_URL.
`;

/** `plenary demo`: see DEMO_HELP. Serves until SIGTERM or SIGINT. */
export async function demo(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, {
    preset: { type: 'string', default: 'demo' },
    seed: { type: 'string', default: String(parameters.seed) },
    template: { type: 'string', default: templateIds[0]! },
    port: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError('demo takes options only.');
  const preset = oneWord(values.preset, PRESET_NAMES, '--preset');
  const templateId = oneWord(values.template, templateIds, '--template');
  const seed = Number(values.seed);
  if (!/^\d{1,9}$/.test(values.seed)) throw new UsageError('--seed is a whole number from 0.');
  const env: CommandIo['env'] = {
    ...io.env,
    DATA_DIR: io.env['DATA_DIR'] || '.data/demo',
    ...(values.port !== undefined && { PORT: values.port }),
  };
  const { startServer } = await import('../server.ts');
  let pages: (url: string) => string[] = () => [];
  const server = await startServer({
    env,
    log: (line) => io.stdout(`${line}\n`),
    beforeListen: async (db) => {
      const { study, added } = await demoStudy(db, {
        preset,
        seed,
        templateId,
        now: new Date(),
        onMaking: () => io.stdout('Making synthetic answers …\n'),
      });
      pages = (url) => [
        added > 0
          ? `A study with ${added} synthetic answers is ready:`
          : 'The study with synthetic answers is there already:',
        `  answer on a phone:  ${joinUrl(url, study.joinCode)}`,
        `  results, signed in: ${url}/studies/${study.id}/results`,
      ];
      return [];
    },
  });
  const ending = untilSignal();
  for (const line of pages(env['ORIGIN'] || server.url)) io.stdout(`${line}\n`);
  await ending;
  await server.close();
  return 0;
}

/** Resolves at the first signal to end; a second one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let ending = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (ending) process.exit(1);
        ending = true;
        resolve();
      });
    }
  });
}
