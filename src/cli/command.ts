/** Where a command reads its settings and writes; `columns` is the width of the terminal. */
export interface CommandIo {
  env: Record<string, string | undefined>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  isTTY: boolean;
  columns: number;
}

/** A command: its arguments without its own name; resolves to the exit code. */
export type Command = (args: string[], io: CommandIo) => Promise<number>;

/** A wrong call of a command: one sentence, shown with a pointer to `--help`; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
