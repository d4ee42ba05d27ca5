import { rm } from 'node:fs/promises';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ImportScreen, ScreenState } from './import-screen-contract.ts';
import type { ProgressFiles } from '../../kernel/tables/progress-files.ts';
import { importScreensOn } from './import-screen-store.ts';
import { underWay } from '../../kernel/tables/under-way.ts';
import type { ImportService } from './import-service.ts';
import type { ImportReport } from './import-report-contract.ts';

/** An importer on a database connection of its own; `finish` runs as the last thing inside the transaction that applies a file. */
export type ImporterApart = (finish: (unit: UnitOfWork, report: ImportReport) => Promise<void>) => {
  imports: ImportService;
  close(): Promise<void>;
};
type Deps = {
  db: Db;
  clock: () => Date;
  newId: NewId;
  apart: ImporterApart;
  progress: ProgressFiles;
  pathOf(id: string): string;
  onError(error: unknown): void;
};
type From = { states: ScreenState[]; run?: string | null };

const FAILED = 'Something went wrong on our side. Nothing of the file was stored. Please try again in a few minutes.';

/** Thrown inside the transaction when another run has taken over: nothing of this one stays. */
class Overtaken extends Error {}

/** Checks and applies files in the background of this process, each on its own connection, so that the site goes on answering. */
export function importWork({ db, clock, newId, apart, progress, pathOf, onError }: Deps) {
  const running = underWay({ newId, progress, onError });

  return {
    /**
     * Starts a piece of work, unless somebody was quicker.
     * @param from where the screen must stand for that
     */
    start: (screen: ImportScreen, mode: 'checking' | 'applying', from: From): Promise<void> =>
      running.start(
        screen.id,
        (run) => importScreensOn(db).step(screen.id, from, { state: mode, run, problem: null }, clock()),
        (run, tell) => perform(screen, mode, run, tell),
      ),
    isHere: running.isHere,
    idle: running.idle,
  };

  async function perform(
    screen: ImportScreen,
    mode: 'checking' | 'applying',
    run: string,
    tell: (one: Parameters<NonNullable<Parameters<ImportService['importFile']>[0]['onProgress']>>[0]) => void,
  ): Promise<void> {
    const mine = { states: [mode], run };
    const importer = apart((unit, report) => finish(unit, screen, report, mine));
    try {
      const report = await importer.imports.importFile({
        path: pathOf(screen.id),
        fileName: screen.fileName,
        options: { ...screen.options, apply: mode === 'applying' },
        onProgress: tell,
      });
      if (report.applied) await rm(pathOf(screen.id), { force: true });
      else await importScreensOn(db).step(screen.id, mine, { state: 'checked', report, run: null }, clock());
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (!(error instanceof Problem)) onError(error);
      await importScreensOn(db).step(
        screen.id,
        mine,
        { state: 'failed', run: null, problem: error instanceof Problem ? error.message : FAILED },
        clock(),
      );
    } finally {
      await importer.close();
    }
  }

  /** In the import's own transaction: the screen becomes "applied" together with the register, or neither does. */
  async function finish(
    { trx, record }: UnitOfWork,
    screen: ImportScreen,
    report: ImportReport,
    mine: From,
  ): Promise<void> {
    if (!(await importScreensOn(trx).step(screen.id, mine, { state: 'applied', report, run: null }, clock())))
      throw new Overtaken();
    const subject = screen.ownerId
      ? { subjectKind: 'owner', subjectId: screen.ownerId }
      : { subjectKind: 'area', subjectId: screen.areaId };
    record({
      kind: 'list_imported',
      areaId: screen.areaId,
      ...subject,
      actor: screen.personId,
      after: { import: report.id, file: report.file.name, sha256: report.file.sha256, counts: report.counts },
    });
  }
}
export type ImportWork = ReturnType<typeof importWork>;
