import { dayIn } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/problem.ts';
import type { InTheWay } from '../bookings/closure-contract.ts';
import { buildingsOn } from './building-store.ts';
import { blockedDays, gapsBetween, readClosure, stretchesOf } from './closure-days-rules.ts';
import type { ClosureChoices, ClosureForm, Obstacle, WantedClosure } from './closure-form-contract.ts';
import { closureWaysOn, type WayRow } from './closure-way-store.ts';
import type { BuildingInZone } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';
import { nowIn, plusDays } from './tonight-rules.ts';

/** What a form would close, and what is in its way. */
export type ClosurePreview = {
  wanted: WantedClosure;
  room: string | null;
  obstacles: Obstacle[];
  /** Days in whose way nothing is. */ free: string[];
};

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
/** Bank holidays that can be chosen lie within these. */
const YEARS_AHEAD = 3;

/** A look before closing: what a form can choose from, what it would close, and what is in the way. Nothing is written. */
export function closingPreviews({ db, clock, areas, closures, schoolTerms }: RunningDeps) {
  return { choices, readIn, preview, previewOf };

  /** What a form would close, and what is in the way. @throws Problem 400 for a form that does not make sense */
  async function preview(building: BuildingInZone, form: ClosureForm): Promise<ClosurePreview> {
    return previewOf(building, await readIn(building, form));
  }

  /** What a form can choose from: rooms, years whose bank holidays are known, holidays between terms. */
  async function choices(building: BuildingInZone): Promise<ClosureChoices> {
    const { day: today, clock: time } = nowIn(building.timeZone, clock());
    const area = (await areas.all()).find(({ id }) => id === building.areaId);
    const holidays = area
      ? await closureWaysOn(db).bankHolidays(area.holidays, today, plusDays(today, YEARS_AHEAD * 366))
      : [];
    const years = [...new Set(holidays.map((day) => day.slice(0, 4)))].map((year) => ({
      year,
      days: holidays.filter((day) => day.startsWith(year)),
    }));
    return {
      rooms: await buildingsOn(db).rooms(building.id),
      years,
      gaps: gapsBetween(await schoolTerms(building.areaId, building.id), today),
      today,
      clock: time,
    };
  }

  async function readIn(building: BuildingInZone, form: ClosureForm): Promise<WantedClosure> {
    const { wanted, mistakes } = readClosure(form, await choices(building));
    if (mistakes.length > 0) throw invalid(mistakes);
    return wanted;
  }

  async function previewOf(building: BuildingInZone, wanted: WantedClosure): Promise<ClosurePreview> {
    const stretches = stretchesOf(wanted, building.timeZone);
    const found: InTheWay[] = [];
    for (const stretch of stretches)
      found.push(...(await closures.preview({ assetId: building.id, spaceId: wanted.spaceId, ...stretch })));
    const rows = await closureWaysOn(db).dates([...new Set(found.map(({ occurrenceId }) => occurrenceId))]);
    const blocked = blockedDays(wanted, rows, building.timeZone);
    const room =
      wanted.spaceId === null
        ? null
        : ((await buildingsOn(db).rooms(building.id)).find(({ id }) => id === wanted.spaceId)?.name ?? null);
    return {
      wanted,
      room,
      obstacles: rows.map((row) => obstacle(row, building.timeZone, clock())),
      free: wanted.days.filter((day) => !blocked.has(day)),
    };
  }
}

function obstacle({ state, starts, ends: _ends, noticeDays, ...row }: WayRow, zone: string, now: Date): Obstacle {
  const until = starts - noticeDays * DAY_MINUTES;
  const instant = new Date(until * MINUTE_MS);
  return {
    ...row,
    asked: ['requested', 'offered', 'default_offered'].includes(state),
    ownerMayUntil: instant >= now ? dayIn(zone, instant) : null,
  };
}
