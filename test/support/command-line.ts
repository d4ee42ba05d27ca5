import { format } from 'node:util';
import { runCommand } from '../../src/commands.ts';
import type { Ended } from './processes.ts';
import { aFolder } from './temp-files.ts';

/**
 * Runs the command line in this process, which saves it a start: the same but for who ends. `cli` of processes.ts is for what several
 * processes do at once; that the built program goes by its name is shown by test/processes/production.test.ts.
 */
export async function command(databaseUrl: string, ...words: string[]): Promise<Ended> {
  return commandWith({}, databaseUrl, ...words);
}

/** The same with more environment variables. */
export async function commandWith(
  env: Record<string, string>,
  databaseUrl: string,
  ...words: string[]
): Promise<Ended> {
  const said: string[] = [];
  const { log, error } = console;
  const before = process.exitCode;
  console.log = console.error = (...all: unknown[]) => void said.push(`${format(...all)}\n`);
  process.exitCode = 0;
  try {
    await runCommand(words, {
      DATABASE_URL: databaseUrl,
      DATA_DIR: aFolder('data'),
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...env,
    });
    return { code: Number(process.exitCode), signal: null, output: said.join('') };
  } finally {
    Object.assign(console, { log, error });
    process.exitCode = before;
  }
}
