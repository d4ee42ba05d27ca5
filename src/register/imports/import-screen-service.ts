import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { filesBefore } from '../../kernel/old-files.ts';
import type { Upload } from '../../kernel/upload.ts';
import { type Decisions, importOptionsSchema } from './import-contract.ts';
import type { ImportScreen, MappingForm, ScreenProgress } from './import-screen-contract.ts';
import { previewOf } from './import-screen-file.ts';
import type { ProgressFiles } from '../../kernel/tables/progress-files.ts';
import { optionsFrom } from './import-screen-rules.ts';
import { importScreensOn } from './import-screen-store.ts';
import type { ImportWork } from './import-work-service.ts';

type Deps = {
  db: Db;
  clock: () => Date;
  newId: NewId;
  dir: string;
  work: ImportWork;
  progress: ProgressFiles;
  decisions(areaSlug: string, ownerName: string): Promise<Map<string, Decisions>>;
};
export type NewImport = {
  area: Pick<Area, 'id' | 'slug'>;
  owner: Owner | null;
  ownerName: string;
  list: string | null;
  upload: Upload | undefined;
  personId: string;
};

/** Where the uploads of one installation lie. */
export const uploadPath =
  (dir: string) =>
  (id: string): string =>
    join(dir, `${id}.list`);

/** Bringing a list in by the screen: upload, columns, a dry run, and then for real. One may leave at any point and come back. */
export function importScreens({ db, clock, newId, dir, work, progress, decisions }: Deps) {
  const screens = importScreensOn(db);
  const pathOf = uploadPath(dir);

  return {
    open: screens.open,
    recent: screens.recent,

    /** @throws Problem 404 when there is none, or it was thrown away */
    async byId(id: string): Promise<ImportScreen> {
      const screen = await screens.byId(id);
      if (!screen || screen.state === 'discarded') throw notFound('import');
      return screen;
    },

    progress: progressOf,

    /**
     * Keeps a file and looks into it.
     * @throws ImportProblem for a file that is no list, Problem 400 for none
     */
    async upload({ area, owner, ownerName, list, upload, personId }: NewImport): Promise<string> {
      if (!upload) throw invalid([{ field: 'file', message: 'Choose the file to import.' }]);
      const name = owner?.name ?? ownerName;
      if (name === '')
        throw invalid([{ field: 'owner_name', message: 'Choose whose list it is, or enter the name of a new owner.' }]);
      const preview = await previewOf(upload.path, upload.name, await decisions(area.slug, name), list);
      const id = newId();
      await mkdir(dir, { recursive: true });
      await copyFile(upload.path, pathOf(id));
      const { set, dates, crs, organisation, values } = preview.remembered;
      const options = importOptionsSchema.parse({
        area: area.slug,
        owner: name,
        list,
        set,
        dates,
        crs,
        organisation,
        values,
      });
      const now = clock().toISOString();
      await screens.add({
        id,
        areaId: area.id,
        ownerId: owner?.id ?? null,
        ownerName: name,
        personId,
        fileName: upload.name,
        fileBytes: upload.bytes,
        preview,
        options,
        state: 'mapping',
        run: null,
        report: null,
        problem: null,
        createdAt: now,
        changedAt: now,
      });
      return id;
    },

    /**
     * Takes what was said about the columns and starts a dry run.
     * @throws Problem 400 for a mapping that cannot be, 409 while the import is being applied
     */
    async check(screen: ImportScreen, form: MappingForm): Promise<void> {
      const { options, mistakes } = optionsFrom(form, screen.options, screen.preview);
      if (mistakes.length > 0) throw invalid(mistakes);
      const from = { states: ['mapping' as const, 'checked' as const, 'failed' as const] };
      if (!(await screens.step(screen.id, from, { options, state: 'mapping', report: null, problem: null }, clock())))
        throw conflict('This import is being worked on, or it is done. Open it again.');
      await work.start({ ...screen, options }, 'checking', { states: ['mapping'] });
    },

    /** Applies what the dry run showed. Pressed twice it happens once. @throws Problem 409 while a question is open */
    async apply(screen: ImportScreen): Promise<void> {
      if (screen.state === 'applying' || screen.state === 'applied') return;
      if (screen.state !== 'checked' || !screen.report || screen.report.questions.length > 0)
        throw conflict('Check the list first and answer what is asked: then it can be applied.');
      await work.start(screen, 'applying', { states: ['checked'] });
    },

    /** Starts again what a killed process left behind. */
    async resume(screen: ImportScreen): Promise<void> {
      const { stopped } = await progressOf(screen);
      if (stopped && (screen.state === 'checking' || screen.state === 'applying'))
        await work.start(screen, screen.state, { states: [screen.state], run: screen.run });
    },

    /** @throws Problem 409 while it is being applied */
    async discard(screen: ImportScreen): Promise<void> {
      const { stopped } = await progressOf(screen);
      const from = stopped
        ? { states: [screen.state], run: screen.run }
        : { states: ['mapping' as const, 'checked' as const, 'failed' as const] };
      if (!(await screens.step(screen.id, from, { state: 'discarded', run: null, report: null }, clock())))
        throw conflict('This import is being worked on. Wait until it is done.');
      await rm(pathOf(screen.id), { force: true });
    },

    /**
     * Removes uploads that nobody has touched since an instant, whatever became of them: the register and the record have what counts.
     * Also files that a process left behind which died on the way.
     */
    async forget(before: Date): Promise<number> {
      const gone = await screens.forget(before);
      const left = (await filesBefore(dir, before)).map((name) => ({
        path: join(dir, name),
        id: name.replace(/\.\w+$/, ''),
      }));
      const known = new Set([...gone, ...(await screens.known(left.map(({ id }) => id)))]);
      const orphans = left.filter(({ id }) => !known.has(id)).map(({ path }) => path);
      for (const path of [...gone.flatMap((id) => [pathOf(id), join(dir, `${id}.progress`)]), ...orphans])
        await rm(path, { force: true });
      return gone.length + orphans.length;
    },
  };

  /** How the work stands. A process that was killed leaves it `stopped`: nothing was stored, and it can be started again. */
  async function progressOf(screen: ImportScreen): Promise<ScreenProgress> {
    if (screen.state !== 'checking' && screen.state !== 'applying')
      return { state: screen.state, stopped: false, stage: null, percent: 0 };
    const beat = await progress.read(screen.id);
    const { stage = null, done = 0, total = 1 } = beat?.progress ?? {};
    return {
      state: screen.state,
      stopped: !beat && !work.isHere(screen.run),
      stage,
      percent: Math.min(100, Math.floor((100 * done) / Math.max(1, total))),
    };
  }
}
export type ImportScreens = ReturnType<typeof importScreens>;
