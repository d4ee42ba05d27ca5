import type { Area, Owner } from '../areas/area-contract.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Db } from '../kernel/database.ts';
import type { NewId } from '../kernel/ids.ts';
import { conflict, invalid, notFound } from '../kernel/problem.ts';
import type { Upload } from '../kernel/upload.ts';
import { guessedColumns } from './room-columns.ts';
import { readRoomFile } from './room-file.ts';
import { ROOM_TARGETS, roomOptionsSchema, type RoomColumns, type RoomFile, type RoomImport, type RoomOptions } from './room-import-contract.ts';
import type { RoomImportService } from './room-import-service.ts';
import { roomImportsOn } from './room-import-store.ts';

type Deps = {
  db: Db; clock: Clock; newId: NewId; service: RoomImportService;
  ownerOf(areaId: string, name: string): Promise<Owner | undefined>;
};
type NewRoomImport = { area: Pick<Area, 'id'>; owner: Owner | null; ownerName: string; upload: Upload | undefined; personId: string };
type Whole = RoomImport & { file: RoomFile };

/** Bringing in a list of rooms by the screen: upload, columns, what would happen, and then for real. One may leave and come back. */
export function roomImportScreens({ db, clock, newId, service, ownerOf }: Deps) {
  const store = roomImportsOn(db);

  return {
    forget: store.forget,

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
      if (name === '') throw invalid([{ field: 'owner_name', message: 'Choose whose rooms they are, or enter the name of a new owner.' }]);
      const file = await readRoomFile(upload.path, upload.name);
      const id = newId();
      const options = roomOptionsSchema.parse({ columns: guessedColumns(file.header) });
      await store.add({ id, areaId: area.id, ownerId: owner?.id ?? null, ownerName: name, personId, fileName: upload.name, file, options, state: 'mapping', report: null, changedAt: clock().toISOString() });
      return id;
    },

    /** Takes what was said about the columns and shows what would happen. @throws Problem 400, ImportProblem or 409 when it is done */
    async check(one: RoomImport, area: Pick<Area, 'slug'>, form: Record<string, unknown>): Promise<void> {
      const { file } = whole(one);
      const options = optionsFrom(form, file);
      const report = await service.check({ file, area: area.slug, owner: one.ownerName, options, actor: one.personId });
      if (!(await store.step(one.id, ['mapping', 'checked'], { options, report, state: 'checked' }, clock()))) throw done();
    },

    /** Brings in what was shown. Pressed twice it happens once. */
    async apply(one: RoomImport, area: Pick<Area, 'id' | 'slug'>): Promise<void> {
      if (one.state === 'applied') return;
      const { file } = whole(one);
      if (one.state !== 'checked') throw conflict('Look first at what would happen: then it can be brought in.');
      await service.apply({ file, area: area.slug, owner: one.ownerName, options: one.options, actor: one.personId }, async ({ trx }, report) => {
        // The file has done its work: nothing of it is kept but what the register now says.
        if (!(await roomImportsOn(trx).step(one.id, ['checked'], { state: 'applied', report, file: null }, clock()))) throw done();
      });
      const owner = await ownerOf(area.id, one.ownerName);
      if (owner) await store.step(one.id, ['applied'], { ownerId: owner.id }, clock());
    },

    async discard(one: RoomImport): Promise<void> {
      if (!(await store.step(one.id, ['mapping', 'checked'], { state: 'discarded', file: null, report: null }, clock()))) throw done();
    },
  };
}
export type RoomImportScreens = ReturnType<typeof roomImportScreens>;

const done = () => conflict('This list is done already. Open it again to see what became of it.');

function whole(one: RoomImport): Whole {
  if (!one.file) throw done();
  return { ...one, file: one.file };
}

/** What the form says each column holds; a thing that two columns are said to hold is asked for again. */
export function optionsFrom(form: Record<string, unknown>, { header }: RoomFile): RoomOptions {
  const said = header.flatMap((_, at) => ROOM_TARGETS.filter((target) => target === form[`column_${at + 1}`] && target !== 'ignore').map((target) => ({ at, target })));
  const twice = said.filter(({ target }, index) => said.findIndex((other) => other.target === target) < index);
  if (twice.length > 0) throw invalid(twice.map(({ at }) => ({ field: `column_${at + 1}`, message: `Choose something else for “${header[at]}”: another column holds that already.` })));
  if (!said.some(({ target }) => target === 'building')) throw invalid([{ field: 'column_1', message: 'Say which column holds the building.' }]);
  const columns: RoomColumns = Object.fromEntries(said.map(({ at, target }) => [target, at]));
  return roomOptionsSchema.parse({ columns, room: form['room'], open: form['open'] });
}
