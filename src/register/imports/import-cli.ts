import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type z } from 'zod';
import { ACCEPTABLE, importOptionsSchema, type ImportOptions } from './import-contract.ts';
import { CALLED } from '../../kernel/command-line.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { valueKey } from './value-contract.ts';
import { reportText } from './import-report-text.ts';
import type { ImportService } from './import-service.ts';
import { progressBar, type Output } from '../../kernel/tables/progress-bar.ts';

const IMPORT_HELP = `import FILE --area AREA --owner "NAME" [options]

Brings a list of land and buildings into the register. Without --apply it only shows what would happen.

  --area AREA          the area's short name, for instance trafford
  --owner "NAME"       the public body whose list it is; created when it is new
  --format FORMAT      lga, brownfield, geojson or csv; found out when left out
  --list NAME          which of the owner's lists this is; by default the format
  --map "COLUMN=FIELD" what a column holds, for instance "Ref=code" or "#2=code,name"; remembered for next time
  --set FIELD=VALUE    what holds for every row: kind=land, kind=building, state=vacant, …; remembered
  --value "FIELD:WORD=MEANING" what a word of the list counts as, for instance "state:Mothballed=vacant" or
                       "ownership_status:Privately held=private"; remembered for next time
  --organisation NAME  the owner's name as a list of several owners writes it; remembered
  --crs EPSG:NUMBER    the coordinate system, when the file does not say or says it wrongly; remembered
  --dates dmy|mdy      whether 03/04/2024 has the day or the month first; remembered
  --accept QUESTION    go ahead although asked: ${ACCEPTABLE.join(', ')}
  --report FILE.json   write the whole report to a file
  --apply              store it, all or nothing`;

type Streams = { stdout: Output; stderr: Output };
export type ImportCommand = { path: string; report: string | undefined; options: ImportOptions };

/** Ends of the command: done (0), the file or command is wrong (1), questions are open though `--apply` was given (2). */
export type ExitCode = 0 | 1 | 2;

/** The command as `cli.ts` calls it: prints everything itself and leaves the exit code to the process. */
export async function runImportCommand(service: ImportService, args: string[]): Promise<void> {
  process.exitCode = await runImport(args, service);
}

/**
 * `import …`: reads the arguments, runs the import with a progress bar, prints the report.
 * @param args the arguments after `import`
 * @returns the exit code; problems with the file or the arguments are printed, anything else is thrown
 */
export async function runImport(args: string[], service: ImportService, streams: Streams = process): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    streams.stdout.write(`${IMPORT_HELP}\n`);
    return 0;
  }
  const bar = progressBar(streams.stderr);
  try {
    const { path, report: reportFile, options } = parseImportArgs(args);
    const report = await service.importFile({ path, options, onProgress: bar.show });
    bar.stop();
    if (reportFile !== undefined) await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`);
    streams.stdout.write(`${reportText(report, commandText(args))}\n`);
    return options.apply && !report.applied ? 2 : 0;
  } catch (error) {
    bar.stop();
    if (!(error instanceof ImportProblem)) throw error;
    streams.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** @throws ImportProblem that says which argument is wrong and what to write instead */
export function parseImportArgs(args: string[]): ImportCommand {
  const { values, positionals } = parsed(args);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new ImportProblem(`Name one file to import.\n\n${IMPORT_HELP}`);
  const { report, map = [], set = [], value = [], ...rest } = values;
  const options = importOptionsSchema.safeParse({
    ...rest,
    crs: rest.crs?.toUpperCase(),
    map: mapOf(map),
    set: Object.fromEntries(set.map((text) => pairOf(text, '--set kind=land'))),
    values: valuesOf(value),
  });
  if (!options.success) throw new ImportProblem(problemText(options.error));
  return { path, report, options: options.data };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        area: { type: 'string', default: '' },
        owner: { type: 'string', default: '' },
        format: { type: 'string' },
        list: { type: 'string' },
        organisation: { type: 'string' },
        report: { type: 'string' },
        crs: { type: 'string' },
        dates: { type: 'string' },
        map: { type: 'string', multiple: true },
        set: { type: 'string', multiple: true },
        value: { type: 'string', multiple: true },
        accept: { type: 'string', multiple: true },
        apply: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new ImportProblem(`${error instanceof Error ? error.message : String(error)}\n\n${IMPORT_HELP}`);
  }
}

function mapOf(texts: string[]): Record<string, string[]> {
  const pairs = texts.map((text) => pairOf(text, '--map "Site reference=code"'));
  return Object.fromEntries(
    pairs.map(([column, targets]) => [column, targets.split(',').map((target) => target.trim())]),
  );
}

function valuesOf(texts: string[]): Record<string, Record<string, string>> {
  const example = '--value "state:Mothballed=vacant"';
  const told: Record<string, Record<string, string>> = {};
  for (const text of texts) {
    const [word, meaning] = pairOf(text, example);
    const at = word.indexOf(':');
    if (at < 1)
      throw new ImportProblem(`"${text}" does not say which field the word stands in. Write it like ${example}.`);
    const field = word.slice(0, at).trim();
    told[field] = { ...told[field], [valueKey(word.slice(at + 1))]: meaning };
  }
  return told;
}

/** The last equals sign parts the two: headers may have one of their own. */
function pairOf(text: string, example: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1)
    throw new ImportProblem(`"${text}" lacks one of its two sides. Write it like ${example}.`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function problemText(error: z.ZodError): string {
  return error.issues.map((issue) => `--${String(issue.path[0] ?? '')}: ${issue.message}`).join('\n');
}

/** The command as it was typed, quoted where a shell needs it, for copying. */
function commandText(args: string[]): string {
  const quoted = args
    .filter((arg) => arg !== '--apply')
    .map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `"${arg.replace(/["\\$`]/g, '\\$&')}"`));
  return [`${CALLED} import`, ...quoted].join(' ');
}
