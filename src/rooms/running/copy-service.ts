import type { Closure } from '../bookings/closure-contract.ts';
import { invalid, type Mistake } from '../../kernel/problem.ts';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { daysBetween } from './building-calendar-rules.ts';
import { buildingsOn } from './building-store.ts';
import type { Closed, ClosingService } from './closing-service.ts';
import { daysOf, gapsBetween, stretchesOf } from './closure-days-rules.ts';
import {
  MOST_COPIED,
  type CloseWhich,
  type CopyRow,
  type ShownClosure,
  type WantedClosure,
} from './closure-form-contract.ts';
import { closureWaysOn } from './closure-way-store.ts';
import { inNextYear, type Calendars } from './copy-rules.ts';
import type { BuildingInZone } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';
import { nowIn, startOf } from './tonight-rules.ts';

export type CopyPlan = { year: string; years: readonly string[]; rows: CopyRow[] };
/** What somebody has typed over the proposals, by the closure that is copied. */
export type Typed = ReadonlyMap<string, { from: string; to: string; take: boolean }>;
type Source = { closure: Closure; shown: ShownClosure };

const MINUTE_MS = 60_000;
const LONGEST_DAYS = 400;

/** Taking last year's closed days over into this year: proposed, looked at, changed, and only then closed. */
export function copyService({
  db,
  clock,
  areas,
  closures,
  schoolTerms,
  closing,
}: RunningDeps & { closing: ClosingService }) {
  return {
    /** The year to copy to, and what last year's closures would become in it. Nothing is written. */
    async plan(building: BuildingInZone, year: string | undefined, typed: Typed | null): Promise<CopyPlan> {
      const { day: today } = nowIn(building.timeZone, clock());
      const [thisYear, nextYear] = [today.slice(0, 4), String(Number(today.slice(0, 4)) + 1)];
      const { target, sources } = await chosen(building, [thisYear, nextYear], year);
      const calendars = await calendarsFor(building, target);
      const there = await closures.inAsset(building.id, {
        starts: yearStart(Number(target), building.timeZone),
        ends: yearStart(Number(target) + 2, building.timeZone),
      });
      const rows: CopyRow[] = [];
      for (const source of sources) rows.push(await rowFor(building, source, { calendars, there, today, typed }));
      return { year: target, years: [thisYear, nextYear], rows };
    },

    /** Closes what is ticked. @throws Problem 400 for days that make no sense, 409 when something is in the way and all were wanted */
    async close(
      who: Who,
      building: BuildingInZone,
      year: string,
      typed: Typed,
      how: { which: CloseWhich; submission: string },
    ): Promise<Closed> {
      const sources = (await sourcesOf(building, year)).filter(({ closure }) => typed.get(closure.id)?.take);
      const { day: today } = nowIn(building.timeZone, clock());
      const mistakes: Mistake[] = [];
      const wanted = sources.map((source) => {
        const { from = '', to = '' } = typed.get(source.closure.id) ?? {};
        if (!areDays(from, to))
          mistakes.push({
            field: `from_${source.closure.id}`,
            message: `Enter a first and a last day for ${source.shown.room ?? 'the whole building'}, or take the tick away.`,
          });
        return wantedFor(source, areDays(from, to) ? daysBetween(from, to).filter((day) => day >= today) : []);
      });
      if (sources.length === 0) mistakes.push({ field: '', message: 'Tick at least one line.' });
      if (mistakes.length > 0) throw invalid(mistakes);
      const closed = await closing.closeAll(who, building, wanted, how);
      return { days: sum(closed, 'days'), leftOut: sum(closed, 'leftOut') };
    },
  };

  /** The year that is asked for; unless one is, the first of which there is something to copy. */
  async function chosen(
    building: BuildingInZone,
    years: readonly [string, string],
    asked: string | undefined,
  ): Promise<{ target: string; sources: Source[] }> {
    const [thisYear, nextYear] = years;
    const target = years.find((one) => one === asked) ?? thisYear;
    const sources = await sourcesOf(building, target);
    if (sources.length > 0 || target === asked) return { target, sources };
    const later = await sourcesOf(building, nextYear);
    return later.length > 0 ? { target: nextYear, sources: later } : { target, sources };
  }

  async function sourcesOf(building: BuildingInZone, target: string): Promise<Source[]> {
    const names = new Map((await buildingsOn(db).rooms(building.id)).map(({ id, name }) => [id, name]));
    const [starts, ends] = [Number(target) - 1, Number(target)].map((year) => yearStart(year, building.timeZone));
    const found = await closures.inAsset(building.id, { starts: starts ?? 0, ends: ends ?? 0 });
    // What ran on from the year before belongs to that year.
    return found
      .filter((one) => one.starts >= (starts ?? 0) && (one.spaceId === null || names.has(one.spaceId)))
      .slice(0, MOST_COPIED)
      .map((closure) => ({
        closure,
        shown: {
          id: closure.id,
          room: closure.spaceId === null ? null : (names.get(closure.spaceId) ?? null),
          ...daysOf(closure, building.timeZone),
          reason: closure.reason,
          publicText: closure.publicText,
        },
      }));
  }

  async function calendarsFor(building: BuildingInZone, target: string): Promise<Calendars> {
    const area = (await areas.all()).find(({ id }) => id === building.areaId);
    const holidays = (year: number) =>
      closureWaysOn(db).bankHolidays(area?.holidays ?? '', `${year}-01-01`, `${year}-12-31`);
    const gaps = gapsBetween(await schoolTerms(building.areaId, building.id), `${target}-01-01`);
    return { before: await holidays(Number(target) - 1), after: await holidays(Number(target)), gaps };
  }

  type Around = { calendars: Calendars; there: readonly Closure[]; today: Day; typed: Typed | null };

  async function rowFor(
    building: BuildingInZone,
    source: Source,
    { calendars, there, today, typed }: Around,
  ): Promise<CopyRow> {
    const { how, ...proposed } = inNextYear(source.shown, calendars);
    const { from, to } = typed?.get(source.closure.id) ?? proposed;
    const row = { source: source.shown, how, from, to, obstacles: [], free: 0 };
    if (!areDays(from, to)) return { ...row, take: true, state: 'wrong' };
    const days = daysBetween(from, to).filter((day) => day >= today);
    if (days.length === 0) return { ...row, take: false, state: 'past' };
    const wanted = wantedFor(source, days);
    if (isClosed(wanted, there, building.timeZone)) return { ...row, take: false, state: 'closed_already' };
    const { obstacles, free } = await closing.previewOf(building, wanted);
    return {
      ...row,
      take: typed?.get(source.closure.id)?.take ?? true,
      state: obstacles.length > 0 ? 'in_the_way' : 'free',
      obstacles,
      free: free.length,
    };
  }
}
export type CopyService = ReturnType<typeof copyService>;

function areDays(from: string, to: string): boolean {
  if (!daySchema.safeParse(from).success || !daySchema.safeParse(to).success || to < from) return false;
  return (Date.parse(to) - Date.parse(from)) / (24 * 60 * MINUTE_MS) < LONGEST_DAYS;
}

const wantedFor = ({ closure, shown }: Source, days: readonly Day[]): WantedClosure => ({
  spaceId: closure.spaceId,
  days,
  hours: shown.hours,
  reason: closure.reason,
  publicText: closure.publicText,
});

/** Whether closures that are there already cover all of it: copied before, or closed by hand. */
function isClosed(wanted: WantedClosure, there: readonly Closure[], zone: string): boolean {
  const covering = there.filter(({ spaceId }) => spaceId === null || spaceId === wanted.spaceId);
  return stretchesOf(wanted, zone).every((part) =>
    covering.some(({ starts, ends }) => starts <= part.starts && ends >= part.ends),
  );
}

/** The minute since 1970 in which a year begins. */
const yearStart = (year: number, zone: string): number =>
  Math.floor(Date.parse(startOf(`${year}-01-01`, zone)) / MINUTE_MS);

const sum = (closed: readonly Closed[], key: keyof Closed): number =>
  closed.reduce((total, one) => total + one[key], 0);
