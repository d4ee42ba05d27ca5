import { migrate } from '../db/migrate.ts';
import { makeServices } from './app.ts';
import { houseCommands } from './cli/house-commands.ts';
import type { Command } from './kernel/command.ts';
import { CALLED } from './kernel/command-line.ts';
import { ConfigProblem, readConfig } from './kernel/config.ts';
import { makeLogger } from './kernel/logging.ts';
import { Problem } from './kernel/problem.ts';
import { gathered } from './kernel/wing.ts';

/**
 * Runs the command that the words name; without one, or with one that nobody knows, prints what there is.
 * How it went is in `process.exitCode`: 2 for what the caller can mend, said in a sentence.
 */
export const runCommand = (words: string[], env: NodeJS.ProcessEnv): Promise<void> =>
  command(words, env).catch((error: unknown) => {
    const understood =
      error instanceof Problem || error instanceof ConfigProblem || (error instanceof TypeError && 'code' in error);
    console.error(understood ? error.message : error);
    process.exitCode = 2;
  });

async function command(words: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const services = makeServices(readConfig(env), makeLogger('warn'));
  try {
    const commands = [...houseCommands(services), ...gathered(services.house, 'commands').flat()];
    const named = commandFor(words, commands);
    if (!named) return explain(words, commands);
    if (named.migrates) await migrate(services.db);
    await named.run(words.slice(named.name.split(' ').length));
  } finally {
    services.sync.stop();
    await services.db.destroy();
  }
}

function commandFor(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const names = [words.slice(0, 2).join(' '), words[0]];
  return commands.find(({ name }) => names.includes(name));
}

function explain(words: readonly string[], commands: readonly Command[]): void {
  const usages = commands.map(({ usage }) => `  ${usage}`);
  console.error([`Usage: ${CALLED} COMMAND`, '', ...usages].join('\n'));
  process.exitCode = words.length === 0 || words[0] === 'help' ? 0 : 2;
}
