import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ProgressFiles } from '../../kernel/tables/progress-files.ts';
import { underWay } from '../../kernel/tables/under-way.ts';
import type { RoomImport, RoomFile } from './room-import-contract.ts';
import type { RoomImportService } from './room-import-service.ts';
import { roomImportsOn, type RoomImportFrom } from './room-import-store.ts';
import type { KeptLines } from './room-lines-file.ts';

/** An importer of rooms on a database connection of its own, so that the site's stays free for those who read. */
export type RoomImporterApart = () => { rooms: Pick<RoomImportService, 'check' | 'apply'>; close(): Promise<void> };
type Deps = {
  db: Db;
  clock: () => Date;
  newId: NewId;
  apart: RoomImporterApart;
  progress: ProgressFiles;
  kept: KeptLines;
  ownerOf(areaId: string, name: string): Promise<{ id: string } | undefined>;
  onError(error: unknown): void;
};
type Job = { one: RoomImport; file: RoomFile; areaSlug: string };

const FAILED = 'Something went wrong on our side. Nothing of the list was stored. Please try again in a few minutes.';

/** Thrown inside the transaction when another run has taken over: nothing of this one stays. */
class Overtaken extends Error {}

/** Looks through lists of rooms and brings them in, in the background. */
export function roomImportWork({ db, clock, newId, apart, progress, kept, ownerOf, onError }: Deps) {
  const running = underWay({ newId, progress, onError });
  return {
    isHere: running.isHere,
    idle: running.idle,
    start: (job: Job, mode: 'checking' | 'applying', from: RoomImportFrom): Promise<void> =>
      running.start(
        job.one.id,
        (run) => roomImportsOn(db).step(job.one.id, from, { state: mode, run, problem: null }, clock()),
        (run, tell) => perform(job, mode, { states: [mode], run }, tell),
      ),
  };

  async function perform(
    job: Job,
    mode: 'checking' | 'applying',
    mine: RoomImportFrom,
    tell: Parameters<Parameters<typeof running.start>[2]>[1],
  ): Promise<void> {
    const { one } = job;
    const importer = apart();
    try {
      await (mode === 'applying' ? applied(job, importer.rooms, mine, tell) : checked(job, importer.rooms, mine, tell));
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (!(error instanceof Problem)) onError(error);
      await roomImportsOn(db).step(
        one.id,
        mine,
        { state: 'failed', run: null, problem: error instanceof Problem ? error.message : FAILED },
        clock(),
      );
    } finally {
      await importer.close();
    }
  }

  async function checked(
    job: Job,
    rooms: Pick<RoomImportService, 'check'>,
    mine: RoomImportFrom,
    tell: (one: { stage: 'checking' | 'comparing'; done: number; total: number }) => void,
  ): Promise<void> {
    const report = await rooms.check({ ...wishOf(job), onProgress: tell });
    await roomImportsOn(db).step(job.one.id, mine, { report, state: 'checked', run: null }, clock());
  }

  /** The list becomes "applied" together with the register, or neither does. */
  async function applied(
    job: Job,
    rooms: Pick<RoomImportService, 'apply'>,
    mine: RoomImportFrom,
    tell: (one: { stage: 'checking' | 'comparing'; done: number; total: number }) => void,
  ): Promise<void> {
    const { one } = job;
    await rooms.apply({ ...wishOf(job), onProgress: tell }, async ({ trx }, report) => {
      // The list has done its work: nothing of it is kept but what the register now says.
      if (!(await roomImportsOn(trx).step(one.id, mine, { state: 'applied', report, file: null, run: null }, clock())))
        throw new Overtaken();
    });
    await kept.remove(one.id);
    const owner = await ownerOf(one.areaId, one.ownerName);
    if (owner) await roomImportsOn(db).step(one.id, { states: ['applied'] }, { ownerId: owner.id }, clock());
  }

  function wishOf({ one, file, areaSlug }: Job) {
    return {
      file,
      lines: kept.linesOf(one.id),
      area: areaSlug,
      owner: one.ownerName,
      options: one.options,
      actor: one.personId,
    };
  }
}
export type RoomImportWork = ReturnType<typeof roomImportWork>;
