import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { ProgressFiles } from '../../kernel/tables/progress-files.ts';
import { guessedColumns } from './room-columns.ts';
import { readRoomFile } from './room-file.ts';
import { hoursIn } from './room-hours-reading.ts';
import {
  ROOM_TARGETS,
  roomOptionsSchema,
  type RoomColumns,
  type RoomFile,
  type RoomImport,
  type RoomOptions,
  type RoomScreenProgress,
} from './room-import-contract.ts';
import { roomImportsOn, type RoomImportFrom } from './room-import-store.ts';
import type { RoomImportWork } from './room-import-work-service.ts';
import type { KeptLines } from './room-lines-file.ts';

type Deps = { db: Db; clock: Clock; newId: NewId; work: RoomImportWork; progress: ProgressFiles; kept: KeptLines };
type NewRoomImport = {
  area: Pick<Area, 'id'>;
  owner: Owner | null;
  ownerName: string;
  upload: Upload | undefined;
  personId: string;
};

const AT_REST = ['mapping', 'checked', 'failed'] as const;

/** Bringing in a list of rooms by the screen: upload, columns, what would happen, and then for real. One may leave and come back. */
export function roomImportScreens({ db, clock, newId, work, progress, kept }: Deps) {
  const store = roomImportsOn(db);

  return {
    progress: progressOf,

    /** Removes lists that nobody has touched since an instant, and files that a process left behind which died on the way. */
    async forget(before: Date): Promise<number> {
      const gone = await store.forget(before);
      const left = await kept.olderThan(before);
      const known = new Set([...gone, ...(await store.known(left))]);
      const orphans = left.filter((id) => !known.has(id));
      for (const id of [...gone, ...orphans]) await kept.removeAll(id);
      return gone.length + orphans.length;
    },

    /** @throws Problem 404 when there is none, or it was thrown away */
    async byId(id: string): Promise<RoomImport> {
      const one = await store.byId(id);
      if (!one || one.state === 'discarded') throw notFound('list of rooms');
      return one;
    },

    /** Keeps a list and guesses what its columns hold. @throws ImportProblem for a file that is no list */
    async upload({ area, owner, ownerName, upload, personId }: NewRoomImport): Promise<string> {
      if (!upload) throw invalid([{ field: 'file', message: 'Choose the file to import.' }]);
      const name = owner?.name ?? ownerName;
      if (name === '')
        throw invalid([
          { field: 'owner_name', message: 'Choose whose rooms they are, or enter the name of a new owner.' },
        ]);
      const { file, lines } = await readRoomFile(upload.path, upload.name);
      const id = newId();
      await kept.keep(id, lines);
      const options = roomOptionsSchema.parse({ columns: guessedColumns(file.header) });
      await store.add({
        id,
        areaId: area.id,
        ownerId: owner?.id ?? null,
        ownerName: name,
        personId,
        fileName: upload.name,
        file,
        options,
        state: 'mapping',
        run: null,
        problem: null,
        report: null,
        changedAt: clock().toISOString(),
      });
      return id;
    },

    /** Takes what was said about the columns and begins to look what would happen. @throws Problem 400, ImportProblem, or 409 while it is worked on or done */
    async check(one: RoomImport, area: Pick<Area, 'slug'>, form: Record<string, unknown>): Promise<void> {
      const file = fileOf(one);
      const options = optionsFrom(form, file);
      hoursIn(options.open);
      if (
        !(await store.step(
          one.id,
          await restingFrom(one),
          { options, state: 'mapping', run: null, report: null, problem: null },
          clock(),
        ))
      )
        throw busy();
      await work.start({ one: { ...one, options }, file, areaSlug: area.slug }, 'checking', { states: ['mapping'] });
    },

    /** Begins to bring in what was shown. Pressed twice it happens once. */
    async apply(one: RoomImport, area: Pick<Area, 'slug'>): Promise<void> {
      const { stopped } = await progressOf(one);
      if (one.state === 'applied' || (one.state === 'applying' && !stopped)) return;
      if (one.state !== 'checked' && one.state !== 'applying')
        throw conflict('Look first at what would happen: then it can be brought in.');
      await work.start({ one, file: fileOf(one), areaSlug: area.slug }, 'applying', {
        states: [one.state],
        ...(stopped && { run: one.run }),
      });
    },

    async discard(one: RoomImport): Promise<void> {
      if (
        !(await store.step(
          one.id,
          await restingFrom(one),
          { state: 'discarded', run: null, file: null, report: null },
          clock(),
        ))
      )
        throw busy();
      await kept.remove(one.id);
    },
  };

  /** Where a list may be changed: at rest, or left behind by a process that is gone. */
  async function restingFrom(one: RoomImport): Promise<RoomImportFrom> {
    return (await progressOf(one)).stopped ? { states: [one.state], run: one.run } : { states: AT_REST };
  }

  /** How the work stands. A process that was killed leaves it `stopped`: nothing was stored, and it can be started again. */
  async function progressOf({ id, state, run }: RoomImport): Promise<RoomScreenProgress> {
    if (state !== 'checking' && state !== 'applying') return { state, stopped: false, stage: null, percent: 0 };
    const beat = await progress.read(id);
    const { done = 0, total = 1 } = beat?.progress ?? {};
    return {
      state,
      stopped: !beat && !work.isHere(run),
      stage: beat?.progress ? 'comparing' : null,
      percent: Math.min(100, Math.floor((100 * done) / Math.max(1, total))),
    };
  }
}
export type RoomImportScreens = ReturnType<typeof roomImportScreens>;

const busy = () =>
  conflict('This list is being worked on, or it is done already. Open it again to see what became of it.');

function fileOf({ file }: RoomImport): RoomFile {
  if (!file) throw busy();
  return file;
}

/** What the form says each column holds; a thing that two columns are said to hold is asked for again. */
function optionsFrom(form: Record<string, unknown>, { header }: RoomFile): RoomOptions {
  const said = header.flatMap((_, at) =>
    ROOM_TARGETS.filter((target) => target === form[`column_${at + 1}`] && target !== 'ignore').map((target) => ({
      at,
      target,
    })),
  );
  const twice = said.filter(({ target }, index) => said.findIndex((other) => other.target === target) < index);
  if (twice.length > 0)
    throw invalid(
      twice.map(({ at }) => ({
        field: `column_${at + 1}`,
        message: `Choose something else for “${header[at]}”: another column holds that already.`,
      })),
    );
  if (!said.some(({ target }) => target === 'building'))
    throw invalid([{ field: 'column_1', message: 'Say which column holds the building.' }]);
  const columns: RoomColumns = Object.fromEntries(said.map(({ at, target }) => [target, at]));
  return roomOptionsSchema.parse({ columns, room: form['room'], open: form['open'] });
}
