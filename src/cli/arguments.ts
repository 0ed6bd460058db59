import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

/** Reads a command's arguments; options that it doesn't know are a UsageError. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split(/\n|\. /)[0]! : String(error);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}

/** The one positional argument that a command needs. */
export function onlyOne(positionals: readonly string[], what: string): string {
  const [first, second] = positionals;
  if (first === undefined) throw new UsageError(`Name ${what}.`);
  if (second !== undefined) throw new UsageError(`Name one thing only, not "${second}" as well.`);
  return first;
}

/** One of several words, or a UsageError that lists them. */
export function oneWord<Word extends string>(
  value: string,
  words: readonly Word[],
  option: string,
): Word {
  const word = words.find((candidate) => candidate === value);
  if (word) return word;
  throw new UsageError(`${option} is one of ${words.join(', ')}, not "${value.slice(0, 40)}".`);
}
