import type { Db } from '../../kernel/database.ts';
import { importOptionsSchema } from './import-contract.ts';
import type { ImportScreen, ScreenState } from './import-screen-contract.ts';
import type { ImportCounts } from './import-report-contract.ts';

type Scope = { areaId: string } | { ownerId: string };
type Change = Partial<Pick<ImportScreen, 'options' | 'state' | 'run' | 'report' | 'problem'>>;
const FINISHED: ScreenState[] = ['applied', 'discarded'];

/** Imports that people are in the middle of, and those that are done. */
export function importScreensOn(db: Db) {
  return {
    async byId(id: string): Promise<ImportScreen | undefined> {
      const row = await db('import_screens').where({ id }).first();
      return row && fromRow(row);
    },
    async add(screen: ImportScreen): Promise<void> {
      await db('import_screens').insert(toRow(screen));
    },
    /**
     * Changes a screen if it still stands where the caller believes it does.
     * @param from the states it may be in, and the run under way, if one is meant to be taken over
     * @returns whether it did: of two that try, one gets true
     */
    async step(
      id: string,
      from: { states: ScreenState[]; run?: string | null },
      change: Change,
      now: Date,
    ): Promise<boolean> {
      const rows = db('import_screens').where({ id }).whereIn('state', from.states);
      if (from.run !== undefined) rows.where({ run: from.run });
      return (await rows.update({ ...columnsOf(change), changed_at: now.toISOString() })) === 1;
    },
    /** Removes screens that nobody has touched since an instant. @returns their ids */
    async forget(before: Date): Promise<string[]> {
      const untouched = () => db('import_screens').where('changed_at', '<', before.toISOString());
      const ids: string[] = await untouched().pluck('id');
      if (ids.length === 0) return [];
      await untouched().delete();
      // Somebody may have come back to one of them in between.
      const still: string[] = await db('import_screens').whereIn('id', ids).pluck('id');
      return ids.filter((id) => !still.includes(id));
    },
    /** Which of these there are. */
    async known(ids: readonly string[]): Promise<string[]> {
      return db('import_screens')
        .whereIn('id', [...ids])
        .pluck('id');
    },
    /** Those not finished, the latest first. */
    async open(of: Scope, limit = 10): Promise<{ id: string; fileName: string; owner: string; changedAt: string }[]> {
      const rows = await db('import_screens')
        .where('areaId' in of ? { area_id: of.areaId } : { owner_id: of.ownerId })
        .whereNotIn('state', FINISHED)
        .orderBy('changed_at', 'desc')
        .limit(limit)
        .select('id', 'file_name', 'owner_name', 'changed_at');
      return rows.map((row) => ({
        id: row.id,
        fileName: row.file_name,
        owner: row.owner_name,
        changedAt: row.changed_at,
      }));
    },
    /** What was imported, by screen or by command line, the latest first. */
    async recent(
      of: Scope,
      limit: number,
    ): Promise<{ id: string; at: string; owner: string; list: string; counts: ImportCounts }[]> {
      const rows = await db('imports')
        .join('owners', 'owners.id', 'imports.owner_id')
        .where('areaId' in of ? { 'owners.area_id': of.areaId } : { 'owners.id': of.ownerId })
        .orderBy('imports.started_at', 'desc')
        .limit(limit)
        .select('imports.id', 'imports.started_at', 'imports.list', 'imports.counts', 'owners.name');
      return rows.map((row) => ({
        id: row.id,
        at: row.started_at,
        owner: row.name,
        list: row.list,
        counts: JSON.parse(row.counts),
      }));
    },
  };
}

type Row = Record<string, unknown>;

const toRow = (screen: ImportScreen): Row => ({
  id: screen.id,
  area_id: screen.areaId,
  owner_id: screen.ownerId,
  owner_name: screen.ownerName,
  person_id: screen.personId,
  file_name: screen.fileName,
  file_bytes: screen.fileBytes,
  preview: JSON.stringify(screen.preview),
  created_at: screen.createdAt,
  changed_at: screen.changedAt,
  ...columnsOf(screen),
});

function columnsOf({ options, state, run, report, problem }: Change): Row {
  const columns: Row = { state, run, problem };
  if (options !== undefined) columns['options'] = JSON.stringify(options);
  if (report !== undefined) columns['report'] = report && JSON.stringify(report);
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function fromRow(row: Record<string, string>): ImportScreen {
  const text = (column: string): string => row[column] ?? '';
  return {
    id: text('id'),
    areaId: text('area_id'),
    ownerId: row['owner_id'] ?? null,
    ownerName: text('owner_name'),
    personId: text('person_id'),
    fileName: text('file_name'),
    fileBytes: Number(row['file_bytes']),
    preview: JSON.parse(text('preview')),
    options: importOptionsSchema.parse(JSON.parse(text('options'))),
    state: text('state') as ScreenState,
    run: row['run'] ?? null,
    report: row['report'] ? { values: [], ...JSON.parse(row['report']) } : null,
    problem: row['problem'] ?? null,
    createdAt: text('created_at'),
    changedAt: text('changed_at'),
  };
}
