import { insertAll, type Db } from '../../kernel/database.ts';
import type { OpeningWindow, Tariff } from './space-contract.ts';

/** An opening window as its table holds it; minutes since midnight. */
export type WindowRow = {
  id: string;
  space_id: string;
  weekday: OpeningWindow['weekday'];
  from_minute: number;
  to_minute: number;
  season_from: string | null;
  season_to: string | null;
  term: OpeningWindow['term'];
  approval: OpeningWindow['approval'];
  published_open: boolean | number;
  staffed: boolean | number;
  note: string | null;
};
/** A price as its table holds it. */
export type TariffRow = {
  id: string;
  space_id: string;
  audience: Tariff['audience'];
  basis: Tariff['basis'];
  pence: number;
  from_day: string | null;
};

/** The two lists that belong to a space: the windows in which it is open, and its prices. */
export function hoursAndPricesOn(db: Db) {
  return {
    /** Opening hours and prices of spaces that have none yet. */
    async addLists(
      spaces: readonly { id: string; windows: readonly OpeningWindow[]; tariffs: readonly Tariff[] }[],
    ): Promise<void> {
      await insertAll(
        db,
        'space_windows',
        spaces.flatMap(({ id, windows }) => windows.map((window) => windowRow(id, window))),
      );
      await insertAll(
        db,
        'space_tariffs',
        spaces.flatMap(({ id, tariffs }) => tariffs.map((tariff) => tariffRow(id, tariff))),
      );
    },
    async replaceWindows(spaceId: string, windows: readonly OpeningWindow[]): Promise<void> {
      await db('space_windows').where({ space_id: spaceId }).delete();
      await insertAll(
        db,
        'space_windows',
        windows.map((window) => windowRow(spaceId, window)),
      );
    },
    async replaceTariffs(spaceId: string, tariffs: readonly Tariff[]): Promise<void> {
      await db('space_tariffs').where({ space_id: spaceId }).delete();
      await insertAll(
        db,
        'space_tariffs',
        tariffs.map((tariff) => tariffRow(spaceId, tariff)),
      );
    },
  };
}

const windowRow = (spaceId: string, window: OpeningWindow): WindowRow => ({
  id: window.id,
  space_id: spaceId,
  weekday: window.weekday,
  from_minute: window.from,
  to_minute: window.to,
  season_from: window.seasonFrom,
  season_to: window.seasonTo,
  term: window.term,
  approval: window.approval,
  published_open: window.publishedOpen,
  staffed: window.staffed,
  note: window.note,
});
const tariffRow = (spaceId: string, { id, audience, basis, pence, from }: Tariff): TariffRow => ({
  id,
  space_id: spaceId,
  audience,
  basis,
  pence,
  from_day: from,
});

/** An opening window, out of its table. */
export const windowFrom = (row: WindowRow): OpeningWindow => ({
  id: row.id,
  weekday: row.weekday,
  from: row.from_minute,
  to: row.to_minute,
  seasonFrom: row.season_from,
  seasonTo: row.season_to,
  term: row.term,
  approval: row.approval,
  publishedOpen: Boolean(row.published_open),
  staffed: Boolean(row.staffed),
  note: row.note,
});
/** A price, out of its table. */
export const tariffFrom = (row: TariffRow): Tariff => ({
  id: row.id,
  audience: row.audience,
  basis: row.basis,
  pence: row.pence,
  from: row.from_day,
});
