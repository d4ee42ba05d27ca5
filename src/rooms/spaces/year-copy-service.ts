import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict, invalid, type Mistake } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { MOST_TERMS } from './calendar-days-contract.ts';
import type { CalendarDaysService } from './calendar-days-service.ts';
import { calendarDaysOn } from './calendar-days-store.ts';
import { withoutId } from './hours-form-rules.ts';
import type { SpaceDeps } from './space-deps.ts';
import { MOST_WINDOWS } from './space-edit-contract.ts';
import type { SpaceHoursService } from './space-hours-service.ts';
import { spacesOn } from './space-store.ts';
import { MOST_COPIED_ROWS, type YearCopyRow } from './year-copy-contract.ts';
import { newWindows, rowOf, windowsIn, yearlyOf, type PlaceYear, type TypedRow } from './year-copy-rules.ts';

type Deps = Pick<SpaceDeps, 'db' | 'clock' | 'inOneTransaction' | 'places'> &
  Pick<SpaceHoursService, 'setHoursIn'> &
  Pick<CalendarDaysService, 'setTermsIn'>;
/** What somebody has typed, by the key of each line. */
export type TypedRows = ReadonlyMap<string, TypedRow>;
/** Whose year: one place's, with its rooms, or an area's, which is terms only. */
export type Whose = { areaId: string; assetId: string | null; timeZone: string };
export type YearPlan = { year: string; years: readonly string[]; rows: readonly YearCopyRow[]; hasOwnTerms: boolean };
export type Copied = { terms: number; seasons: number };

/** Taking terms, of a place or of an area, and rooms' opening hours by season over into the next year: proposed, looked at, changed, and only then written. */
export function yearCopyService({ db, clock, inOneTransaction, places, setHoursIn, setTermsIn }: Deps) {
  return {
    /** What last year's terms and seasons would become. Nothing is written. */
    async plan(whose: Whose, year: string | undefined, typed: TypedRows): Promise<YearPlan> {
      const thisYear = dayIn(whose.timeZone, clock()).slice(0, 4);
      const years = [thisYear, String(Number(thisYear) + 1)];
      const present = await presentIn(db, whose);
      // Unless one is asked for, the first of which there is something to copy.
      const target =
        years.find((one) => one === year) ?? years.find((one) => yearlyOf(present, before(one)).length > 0) ?? thisYear;
      const rows = yearlyOf(present, before(target)).map((one) => rowOf(one, present, typed.get(one.key)));
      return { year: target, years, rows: shown(rows), hasOwnTerms: present.terms.length > 0 };
    },

    /** Writes what is ticked, all of it or nothing. What is there already is not written twice. @throws Problem 400 for what clashes or makes no sense */
    async copy(who: Who, whose: Whose, year: string, typed: TypedRows): Promise<Copied> {
      return inOneTransaction(async (unit) => {
        await lock(unit.trx, whose);
        const present = await presentIn(unit.trx, whose);
        const { after, chosen } = withChosen(
          present,
          yearlyOf(present, before(year))
            .filter(({ key }) => typed.get(key)?.take)
            .map((one) => ({ one, typed: typed.get(one.key) })),
        );
        refuseTooMany(after);
        if (after.terms.length > present.terms.length)
          await setTermsIn(
            unit,
            who.personId,
            whose,
            after.terms.toSorted((one, other) => one.from.localeCompare(other.from)),
          );
        for (const { id } of after.rooms) {
          const space = await spacesOn(unit.trx).byId(id);
          if (space) await setHoursIn(unit, who.personId, space, whose.areaId, windowsIn(after, id));
        }
        return {
          terms: after.terms.length - present.terms.length,
          seasons: chosen.filter(({ kind, state }) => kind === 'season' && state === 'free').length,
        };
      });
    },
  };

  async function lock(trx: Db, { areaId, assetId }: Whose): Promise<void> {
    if (assetId === null) return calendarDaysOn(trx).lock(areaId);
    await places.lock(trx, assetId);
    await spacesOn(trx).lock(assetId);
  }

  async function presentIn(trx: Db, { areaId, assetId }: Whose): Promise<PlaceYear> {
    const ids = assetId === null ? [] : (await spacesOn(trx).inAsset(assetId)).map(({ id }) => id);
    const rooms = await spacesOn(trx).bookable(ids);
    return {
      terms: await calendarDaysOn(trx).terms(areaId, assetId),
      rooms: rooms
        .map(({ id, name, windows }) => ({ id, name, windows: windows.map(withoutId) }))
        .toSorted((one, other) => one.name.localeCompare(other.name)),
    };
  }
}

const before = (year: string): string => String(Number(year) - 1);

/** On a page that would be too long, what is there already comes last. */
function shown(rows: readonly YearCopyRow[]): readonly YearCopyRow[] {
  if (rows.length <= MOST_COPIED_ROWS) return rows;
  return [...rows.filter(({ state }) => state !== 'there'), ...rows.filter(({ state }) => state === 'there')].slice(
    0,
    MOST_COPIED_ROWS,
  );
}

type Chosen = { one: ReturnType<typeof yearlyOf>[number]; typed: TypedRow | undefined };

/** What a place has once the ticked lines are in it. Each is held against those before it, too. @throws Problem 400 */
function withChosen(present: PlaceYear, lines: readonly Chosen[]): { after: PlaceYear; chosen: YearCopyRow[] } {
  const mistakes: Mistake[] = lines.length === 0 ? [{ field: '', message: 'Tick at least one line.' }] : [];
  const chosen: YearCopyRow[] = [];
  let after = present;
  for (const { one, typed } of lines) {
    const row = rowOf(one, after, typed);
    chosen.push(row);
    const field = `from_${row.key}`;
    if (row.state === 'wrong')
      mistakes.push({ field, message: `Enter a first and a last day for ${whatOf(row)}, or take the tick away.` });
    if (row.kind === 'term' && (row.name === '' || row.name.length > 100))
      mistakes.push({ field, message: 'Enter what the term is called, in up to 100 characters.' });
    if (row.state === 'clashes')
      mistakes.push({
        field,
        message: `Change the days of ${whatOf(row)}, or take the tick away: ${row.clashes[0] ?? 'something'} is there.`,
      });
    if (row.state === 'free') after = withRow(after, row);
  }
  if (mistakes.length > 0) throw invalid(mistakes);
  return { after, chosen };
}

function withRow(present: PlaceYear, row: YearCopyRow): PlaceYear {
  const { name, from, to } = row;
  if (row.kind === 'term') return { ...present, terms: [...present.terms, { name, from, to }] };
  return {
    ...present,
    rooms: present.rooms.map((room) =>
      room.id === row.season.spaceId
        ? { ...room, windows: [...room.windows, ...newWindows(row.season, { from, to }, room.windows)] }
        : room,
    ),
  };
}

const whatOf = (row: YearCopyRow): string => (row.kind === 'term' ? row.term.name : `the season of ${row.season.room}`);

/** @throws Problem 409 when a list would be longer than its own form takes */
function refuseTooMany({ terms, rooms }: PlaceYear): void {
  if (terms.length > MOST_TERMS)
    throw conflict(`There would be more than ${MOST_TERMS} terms. Take away some that are long over, then copy again.`);
  const full = rooms.find(({ windows }) => windows.length > MOST_WINDOWS);
  if (full)
    throw conflict(
      `${full.name} would have more than ${MOST_WINDOWS} opening hours. Take away seasons that are long over, then copy again.`,
    );
}
