import { isSqlite, type Database } from '../../src/kernel/database.ts';
import { filled, servicesOn } from '../register/fill.ts';
import type { Home } from '../support/engines.ts';
import { thousands } from '../support/table.ts';
import { addSpaces } from './invented-rooms.ts';
import { addClaims, addHours, DAY, WEEK, WEEKS } from './room-filling.ts';

/** Raise it when what a filled database holds has changed: older ones are then made anew. */
const EDITION = 1;
/** The register that the rooms are put into: about every third place of it is a building that the public may see. */
const PLACES = 26_000;

export type RoomSizes = { spaces: number; claims: number };

/** A database with so many rooms and claims; the one of an earlier run when there is one. @returns its URL */
export async function filledRooms(home: Home, { spaces, claims }: RoomSizes): Promise<string> {
  const url = await filled(home, PLACES);
  const mark = `rooms_${spaces}_${claims}_${EDITION}`;
  if (home.isFinished(mark)) return url;
  const { db } = servicesOn(url);
  const started = performance.now();
  const tell = (what: string): void =>
    console.log(`  ${what} after ${Math.round((performance.now() - started) / 1000)} s`);
  for (const table of ['claims', 'space_tariffs', 'space_windows', 'space_leaves', 'spaces']) await db(table).delete();
  await addSpaces(db, spaces);
  await addHours(db);
  tell(`${thousands(spaces)} rooms with their hours and prices`);
  await addClaims(db, spaces, Math.round(claims / spaces));
  tell(`${thousands(claims)} claims`);
  await db.raw(isSqlite(db) ? 'analyze' : 'vacuum analyze');
  await db.destroy();
  home.finish(mark);
  return url;
}

/** The Monday on which the first claims are, and how many weeks they last. */
export async function claimedWeeks(db: Database): Promise<{ firstMonday: string; weeks: number }> {
  const first = Number((await db('claims').min({ starts: 'starts' }).first())?.starts);
  const monday = Math.floor((first + 3 * DAY) / WEEK) * WEEK - 3 * DAY;
  return { firstMonday: new Date(monday * 60_000).toISOString().slice(0, 10), weeks: WEEKS };
}
