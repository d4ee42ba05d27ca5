import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CALLED } from '../../kernel/command-line.ts';
import { Problem } from '../../kernel/problem.ts';
import { normalised } from '../../kernel/tables/header-text.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { progressBar, type Output } from '../../kernel/tables/progress-bar.ts';
import { readRoomFile } from './room-file.ts';
import {
  ROOM_LIMITS,
  ROOM_TARGETS,
  roomOptionsSchema,
  type RoomColumns,
  type RoomFile,
  type RoomProgress,
  type RoomReport,
  type RoomTarget,
} from './room-import-contract.ts';
import { guessedColumns } from './room-columns.ts';
import type { RoomImportService } from './room-import-service.ts';
import { roomReportText } from './room-import-text.ts';

const ROOM_IMPORT_HELP = `import-rooms FILE --area AREA --owner "NAME" [options]

Brings a list of rooms into the register: buildings that are new, their rooms, capacities and prices. Without --apply it only shows
what would happen. Up to ${ROOM_LIMITS.rooms.toLocaleString('en-GB')} rooms and ${ROOM_LIMITS.fileBytes / 1024 / 1024} MB at once.

  --area AREA              the area's short name, for instance trafford
  --owner "NAME"           the public body whose rooms they are; created when it is new
  --asset-column COLUMN    the column that holds the building, when its name does not say so
  --map "COLUMN=WHAT"      what a column holds, for instance "Venue=building" or "#4=capacity": ${ROOM_TARGETS.slice(0, 20).join(', ')}, …
  --room "NAME"            what the room is called where no column says it
  --open "Mon-Fri 09:00-21:00; Sat 10:00-16:00"
                           opening hours for rooms that have none; the owner decides about each wish
  --apply                  store it, all or nothing`;

type Streams = { stdout: Output; stderr: Output };
type Service = Pick<RoomImportService, 'check' | 'apply'>;
type Command = {
  path: string;
  area: string;
  owner: string;
  map: readonly string[];
  assetColumn: string | undefined;
  room: string;
  open: string;
  apply: boolean;
};

/** `import-rooms …`. @returns the exit code: done (0), or the file or the command is wrong (1) */
export async function runRoomImport(
  args: string[],
  service: Service,
  { stdout, stderr }: Streams = process,
): Promise<0 | 1> {
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(`${ROOM_IMPORT_HELP}\n`);
    return 0;
  }
  const bar = progressBar(stderr);
  try {
    const report = await bringIn(parsed(args), service, bar.show);
    bar.stop();
    stdout.write(`${roomReportText(report, again(args))}\n`);
    return 0;
  } catch (error) {
    bar.stop();
    if (!(error instanceof Problem)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function bringIn(
  { path, area, owner, map, assetColumn, room, open, apply }: Command,
  service: Service,
  onProgress: (progress: RoomProgress) => void,
): Promise<RoomReport> {
  const { file, lines } = await readRoomFile(path, basename(path));
  const told = [
    ...map.map(pairOf),
    ...(assetColumn === undefined ? [] : [{ column: assetColumn, target: 'building' as const }]),
  ];
  const options = roomOptionsSchema.safeParse({ columns: columnsTold(file, told), room, open });
  if (!options.success)
    throw new ImportProblem(
      options.error.issues.map((issue) => `--${String(issue.path[0] ?? '')}: ${issue.message}`).join('\n'),
    );
  const wish = { file, lines, area, owner, options: options.data, actor: 'import of rooms', onProgress };
  return apply ? service.apply(wish) : service.check(wish);
}

function parsed(args: string[]): Command {
  const { values, positionals } = parsedArgs(args);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new ImportProblem(`Name one file to import.\n\n${ROOM_IMPORT_HELP}`);
  if (!values.area) throw new ImportProblem('Name the area, for instance --area trafford.');
  if (!values.owner?.trim()) throw new ImportProblem('Name the owner, for instance --owner "Trafford Council".');
  return {
    path,
    area: values.area,
    owner: values.owner.trim(),
    map: values.map ?? [],
    assetColumn: values['asset-column'],
    room: values.room ?? '',
    open: values.open ?? '',
    apply: values.apply ?? false,
  };
}

function parsedArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        area: { type: 'string' },
        owner: { type: 'string' },
        'asset-column': { type: 'string' },
        map: { type: 'string', multiple: true },
        room: { type: 'string' },
        open: { type: 'string' },
        apply: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new ImportProblem(`${error instanceof Error ? error.message : String(error)}\n\n${ROOM_IMPORT_HELP}`);
  }
}

/** The last equals sign parts the two: headers may have one of their own. */
function pairOf(text: string): { column: string; target: RoomTarget } {
  const at = text.lastIndexOf('=');
  const target = ROOM_TARGETS.find((one) => one === text.slice(at + 1).trim());
  if (at < 1 || !target)
    throw new ImportProblem(
      `Write --map "${text}" like --map "Venue=building". A column may hold: ${ROOM_TARGETS.join(', ')}.`,
    );
  return { column: text.slice(0, at).trim(), target };
}

/** What the names of the columns say, with what was told on top. */
function columnsTold({ header }: RoomFile, told: readonly { column: string; target: RoomTarget }[]): RoomColumns {
  const columns: Partial<Record<RoomTarget, number>> = { ...guessedColumns(header) };
  for (const { column, target } of told) {
    const place = /^#(\d+)$/.exec(column)?.[1];
    const at =
      place === undefined ? header.findIndex((name) => normalised(name) === normalised(column)) : Number(place) - 1;
    if (at < 0 || at >= header.length)
      throw new ImportProblem(`There is no column "${column}". The columns are: ${header.join(', ')}.`);
    for (const other of ROOM_TARGETS) if (columns[other] === at) delete columns[other];
    if (target !== 'ignore') columns[target] = at;
  }
  return columns;
}

/** The command as it was typed, quoted where a shell needs it. */
const again = (args: readonly string[]): string =>
  [
    `${CALLED} import-rooms`,
    ...args
      .filter((arg) => arg !== '--apply')
      .map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `"${arg.replace(/["\\$`]/g, '\\$&')}"`)),
  ].join(' ');
