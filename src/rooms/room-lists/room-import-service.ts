import type { UnitOfWork } from '../../kernel/facts.ts';
import { DEFAULT_LIMITS } from '../../register/imports/import-contract.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { guessedColumns } from './room-columns.ts';
import { hoursIn } from './room-hours-reading.ts';
import { batchImport } from './room-import-steps.ts';
import type {
  RoomColumns,
  RoomFile,
  RoomLines,
  RoomOptions,
  RoomProgress,
  RoomReport,
  RoomRow,
  RoomTarget,
} from './room-import-contract.ts';
import type { RoomImportDeps } from './room-import-deps.ts';
import { roomReport } from './room-report-tally.ts';
import { roomReader, type RoomReading } from './room-row-reading.ts';

export type RoomImportWish = {
  file: RoomFile;
  lines: RoomLines;
  area: string;
  owner: string;
  options: RoomOptions;
  actor: string;
  onProgress?: ((progress: RoomProgress) => void) | undefined;
};

/** Lines that are brought in together: enough that the database is asked seldom, and few enough to be kept in memory. */
const BATCH = 200;

/** Undoes a dry run: the same work as for real, thrown away at the end. */
class Undone extends Error {
  readonly report: RoomReport;

  constructor(report: RoomReport) {
    super('This was a dry run.');
    this.report = report;
  }
}

/** Bringing in a list of rooms: which building, which room, what is new about it. */
export function roomImportService({ area: areaCalled, inOneTransaction }: RoomImportDeps) {
  return {
    columnsOf,

    /** What would happen. Nothing is stored. @throws ImportProblem for a list that cannot be read as one of rooms */
    async check(wish: RoomImportWish): Promise<RoomReport> {
      try {
        return await run(wish, (report) => Promise.reject(new Undone({ ...report, applied: false })));
      } catch (error) {
        if (error instanceof Undone) return error.report;
        throw error;
      }
    },

    /** Brings the list in, whole or not at all. @param after what else is to be stored with it */
    apply: (
      wish: RoomImportWish,
      after: (unit: UnitOfWork, report: RoomReport) => Promise<void> = () => Promise.resolve(),
    ): Promise<RoomReport> => run(wish, (report, unit) => after(unit, report)),
  };

  async function run(
    wish: RoomImportWish,
    end: (report: RoomReport, unit: UnitOfWork) => Promise<void>,
  ): Promise<RoomReport> {
    const { file, area: slug, owner, options, actor } = wish;
    const area = await areaCalled(slug);
    if (!area)
      throw new ImportProblem(`There is no area "${slug}". Its short name is what stands after "area create --slug".`);
    const columns = columnsOf(file, options);
    refuseWithoutBuilding(file, columns);
    const windows = hoursIn(options.open);
    return inOneTransaction({ area, ownerName: owner, actor, source: file.name }, async (register, unit) => {
      const tally = roomReport();
      await throughLines(
        wish,
        { columns, room: options.room, area, reachM: DEFAULT_LIMITS.reachM },
        tally,
        batchImport({ register, unit, windows, tally }),
      );
      const report = {
        applied: true,
        area: area.slug,
        owner,
        file: file.name,
        ...tally.result(),
        columns: columnsTold(file, columns),
      };
      await end(report, unit);
      return report;
    });
  }
}
export type RoomImportService = ReturnType<typeof roomImportService>;

/** What the columns hold: what was said about them, else what their names say. */
function columnsOf({ header }: RoomFile, { columns }: RoomOptions): RoomColumns {
  const told = Object.entries(columns) as [RoomTarget, number][];
  if (told.length === 0) return guessedColumns(header);
  return Object.fromEntries(told.filter(([, at]) => at < header.length));
}

/** @throws ImportProblem */
function refuseWithoutBuilding({ header }: RoomFile, { building }: RoomColumns): void {
  if (building === undefined)
    throw new ImportProblem(
      `Say which column holds the building: without it nobody knows where a room is. On the command line: --asset-column "Venue". The columns are: ${header.join(', ')}.`,
    );
}

/** Goes through the list line by line, and brings in what can be taken batch by batch. */
async function throughLines(
  { file, lines, onProgress }: RoomImportWish,
  reading: RoomReading,
  tally: ReturnType<typeof roomReport>,
  bringIn: (rows: readonly RoomRow[]) => Promise<void>,
): Promise<void> {
  const read = roomReader(reading);
  let batch: RoomRow[] = [];
  let done = 0;
  for await (const line of lines()) {
    const row = read(line);
    if ('why' in row)
      tally.room({
        line: row.line,
        building: '',
        room: row.room,
        what: 'rejected',
        changes: [],
        missing: [],
        notLet: false,
        notes: [row.why],
      });
    else batch.push(row);
    done++;
    if (batch.length < BATCH) continue;
    await bringIn(batch);
    batch = [];
    onProgress?.({ stage: 'comparing', done, total: file.count });
  }
  if (batch.length > 0) await bringIn(batch);
  onProgress?.({ stage: 'comparing', done, total: file.count });
}

function columnsTold({ header }: RoomFile, columns: RoomColumns): RoomReport['columns'] {
  const holds = (at: number): RoomTarget | null =>
    (Object.entries(columns) as [RoomTarget, number][]).find(([, place]) => place === at)?.[0] ?? null;
  return header.map((name, at) => ({ header: name, target: holds(at) }));
}
