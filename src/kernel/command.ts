import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Something that an administrator does on the command line. */
export type Command = {
  /** One or two words. */
  name: string;
  usage: string;
  /** Whether the database is brought up to date first. */
  migrates?: true;
  /** @throws Problem that says what to do */
  run(args: string[]): Promise<void>;
};

/** Values of `--name value` in the arguments. @throws TypeError for anything else */
export function options(args: string[], names: readonly string[]): Record<string, string> {
  const config: ParseArgsConfig = {
    args,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    allowPositionals: false,
  };
  return { ...parseArgs(config).values } as Record<string, string>;
}
