import type { Area } from '../areas/area-contract.ts';
import type { RoomTerms } from '../compact/compact-contract.ts';
import { dayIn } from '../kernel/clock.ts';
import type { Db } from '../kernel/database.ts';
import { notFound } from '../kernel/problem.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import type { BookingDeps, BookingGroup, Moment } from './booking-deps.ts';
import type { Place, PriceList } from './booking-contract.ts';
import type { Judge } from './booking-plan-rules.ts';

/** Everything around a booking that decides about it. */
export type Context = { area: Area; group: BookingGroup; places: Place[]; spaces: Map<string, BookableSpace>; terms: RoomTerms; moment: Moment; now: number };

const MINUTE_MS = 60_000;

/** The present minute since 1970; what has begun counts as past. */
export const minuteNow = (clock: BookingDeps['clock']): number => Math.floor(clock().getTime() / MINUTE_MS);

/** @throws Problem 404 when the group or one of the rooms is not there */
export async function contextOf(deps: BookingDeps, db: Db, groupId: string, spaceIds: readonly string[]): Promise<Context> {
  const wanted = [...new Set(spaceIds)];
  const group = await deps.groups.byId(db, groupId);
  const [places, found] = [await deps.spaces.places(db, wanted), await deps.spaces.bookable(db, wanted)];
  const area = places[0] && (await deps.areas.byId(db, places[0].areaId));
  if (!group || !area || places.length < wanted.length || found.length < wanted.length) throw notFound(group ? 'room' : 'group');
  const moment = await momentIn(deps, db, area);
  return { area, group, places, spaces: new Map(found.map((space) => [space.id, space])), terms: await deps.terms(db, area.id, moment.today), moment, now: minuteNow(deps.clock) };
}

/** Today and the time of day in an area, and its days off. */
export async function momentIn({ areas, clock }: BookingDeps, db: Db, area: Area): Promise<Moment> {
  const now = clock();
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('en-GB', { timeZone: area.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now).split(':').map(Number);
  return { today: dayIn(area.timeZone, now), minute: hours * 60 + minutes, daysOff: await areas.daysOff(db, area.id) };
}

export const judgeFor = ({ mayBook }: BookingDeps, people: number, moment: Moment): Judge => (space, wanted) => mayBook(space, wanted, people, moment);

/** Keeps a space's prices as they are today. The deposit is never higher than the area's terms allow. */
export const priceListOf = ({ tariffs, openingCostPence, hirersLiability, depositPence }: BookableSpace, { most_deposit_pence: most }: RoomTerms): PriceList =>
  ({ tariffs, openingCostPence, hirersLiability, depositPence: Math.min(depositPence, most) });

