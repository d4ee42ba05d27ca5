import { migrate } from '../db/migrate.ts';
import { makeServices } from './app.ts';
import { houseCommands } from './cli/house-commands.ts';
import type { Command } from './kernel/command.ts';
import { CALLED } from './kernel/command-line.ts';
import { ConfigProblem, readConfig } from './kernel/config.ts';
import { makeLogger } from './kernel/logging.ts';
import { Problem } from './kernel/problem.ts';
import { gathered } from './kernel/wing.ts';

/** Runs the command that the words name; without one, or with one that nobody knows, prints what there is. */
async function main(words: string[]): Promise<void> {
  const services = makeServices(readConfig(process.env), makeLogger('warn'));
  try {
    const commands = [...houseCommands(services), ...gathered(services.house, 'commands').flat()];
    const command = commandFor(words, commands);
    if (!command) return explain(words, commands);
    if (command.migrates) await migrate(services.db);
    await command.run(words.slice(command.name.split(' ').length));
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

// Reports, copies and a new database are for whoever runs the site alone.
process.umask(0o077);
main(process.argv.slice(2)).catch((error: unknown) => {
  const understood =
    error instanceof Problem || error instanceof ConfigProblem || (error instanceof TypeError && 'code' in error);
  console.error(understood ? error.message : error);
  process.exitCode = 2;
});
