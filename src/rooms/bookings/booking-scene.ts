import type { Area } from '../../ground/areas/area-contract.ts';
import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import { dayIn, minuteNow, minuteOfDay } from '../../kernel/clock.ts';
import { together, type Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import type { Place, PriceList } from './booking-contract.ts';
import type { BookingDeps, BookingReads } from './booking-deps.ts';
import type { Judge } from './booking-plan-rules.ts';
import type { Context, Moment } from './draft-contract.ts';

/** @param besides what else is looked at when it is known where the room is @throws Problem 404 when the group or one of the rooms is not there */
export async function contextOf(
  deps: BookingReads,
  db: Db,
  groupId: string,
  spaceIds: readonly string[],
  besides: (place: Place) => Promise<unknown> = () => Promise.resolve(),
): Promise<Context> {
  const wanted = [...new Set(spaceIds)];
  const [group, places, found, areas] = await together(db, () => [
    deps.groups.byId(db, groupId),
    deps.spaces.places(db, wanted),
    deps.spaces.bookable(db, wanted),
    deps.areas.all(db),
  ]);
  const [place] = places;
  const area = areas.find(({ id }) => id === place?.areaId);
  if (!group || !area || !place || places.length < wanted.length || found.length < wanted.length)
    throw notFound(group ? 'room' : 'group');
  const [moment, terms] = await together(db, () => [
    momentIn(deps, db, area),
    deps.terms(db, area.id, dayIn(area.timeZone, deps.clock())),
    besides(place),
  ]);
  return {
    area,
    group,
    places,
    spaces: new Map(found.map((space) => [space.id, space])),
    terms,
    moment,
    now: minuteNow(deps.clock),
  };
}

/** Today and the time of day in an area, and its days off. */
export async function momentIn(
  { areas, clock }: Pick<BookingDeps, 'areas' | 'clock'>,
  db: Db,
  area: Area,
): Promise<Moment> {
  const now = clock();
  return {
    today: dayIn(area.timeZone, now),
    minute: minuteOfDay(area.timeZone, now),
    daysOff: await areas.daysOff(db, area.id),
  };
}

/** Judges dates in any rooms; what is the same for all dates of a room is worked out once. */
export function judgeFor({ ruleOf }: Pick<BookingDeps, 'ruleOf'>, people: number, moment: Moment): Judge {
  const rules = new Map<BookableSpace, ReturnType<typeof ruleOf>>();
  return (space, wanted) => {
    const rule = rules.get(space) ?? ruleOf(space, people, moment);
    rules.set(space, rule);
    return rule(wanted);
  };
}

/** Keeps a space's prices as they are today. The deposit is never higher than the area's terms allow. */
export const priceListOf = (
  { tariffs, openingCostPence, hirersLiability, depositPence }: BookableSpace,
  { most_deposit_pence: most }: RoomTerms,
): PriceList => ({ tariffs, openingCostPence, hirersLiability, depositPence: Math.min(depositPence, most) });
