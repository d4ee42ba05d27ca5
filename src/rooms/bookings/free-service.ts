import { minuteNow } from '../../kernel/clock.ts';
import { dated, datesOf, endMinute, minuteOf } from '../../kernel/recurrence.ts';
import type { Dated, Day, Recurrence } from '../../kernel/recurrence-contract.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { BookableSpace, Term } from '../spaces/space-contract.ts';
import { judgeFor, momentIn } from './booking-scene.ts';
import type { Check } from './booking-form-contract.ts';
import type { NotFree } from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import type { Judge } from './booking-plan-rules.ts';
import { claimsOf, type WishedClaim } from './claim-contract.ts';
import { claimsOn } from './claim-store.ts';
import { notFreeBy } from './not-free-rules.ts';

/** What somebody who asks is told of one room: how many of the dates are free, and why the others are not. */
export type FreeDates = { spaceId: string; dates: number; free: number; notFree: NotFree[] };
type Looked = {
  space: BookableSpace;
  days: readonly Day[];
  notFree: Map<Day, NotFree['why']>;
  claims: WishedClaim[];
  on: Times['on'];
};

/** More rooms times dates than this are not looked up at once. */
const MOST_LOOKS = 8_000;

/** Which dates are free, for several rooms at once and without booking anything. */
export function freeService(deps: BookingDeps) {
  const { db, clock, areas, spaces } = deps;
  return {
    /** Rooms in the order they were named. @throws Problem 404 when one of them is not there */
    async freeDates({ space_ids: ids, recurrence, from, to, people }: Check): Promise<FreeDates[]> {
      const [days, times] = [daysOnce(recurrence), timesOnce(from, to)];
      const places = await spaces.places(db, ids);
      const found = new Map((await spaces.bookable(db, ids)).map((space) => [space.id, space]));
      const judges = new Map<string, { judge: Judge; zone: string }>();
      const looked: Looked[] = [];
      for (const id of ids) {
        const [space, areaId] = [
          found.get(id),
          places.find(({ spaceId, hidden }) => spaceId === id && !hidden)?.areaId,
        ];
        if (!space || areaId === undefined) throw notFound('room');
        if (!judges.has(areaId)) judges.set(areaId, await judging(areaId, people));
        const { judge, zone } = judges.get(areaId) ?? (await judging(areaId, people));
        looked.push(look(space, days(space.terms), times(zone), judge));
      }
      if (looked.reduce((sum, { days }) => sum + days.length, 0) > MOST_LOOKS)
        throw invalid([{ field: 'recurrence', message: 'Ask for fewer rooms or fewer dates at once.' }]);
      const clashes = await claimsOn(db).clashes(
        looked.flatMap(({ claims }) => claims),
        minuteNow(clock),
      );
      const inTheWay = new Map(clashes.map((clash) => [clash.holder, clash]));
      return looked.map(({ space, days, notFree, on }) => {
        const obstacles = days.flatMap((date): NotFree[] => {
          const [refusal, clash] = [notFree.get(date), inTheWay.get(`${space.id} ${date}`)];
          if (refusal) return [{ date, from, to, why: refusal }];
          return clash ? [notFreeBy(clash, { ...on(date), from, to })] : [];
        });
        return { spaceId: space.id, dates: days.length, free: days.length - obstacles.length, notFree: obstacles };
      });
    },
  };

  async function judging(areaId: string, people: number): Promise<{ judge: Judge; zone: string }> {
    const area = await areas.byId(db, areaId);
    if (!area) throw notFound('room');
    return { judge: judgeFor(deps, people, await momentIn(deps, db, area)), zone: area.timeZone };
  }
}

/** The days of a rule, worked out once for all rooms with the same school terms. */
function daysOnce(recurrence: Recurrence): (terms: readonly Term[]) => readonly Day[] {
  const known = new Map<string, readonly Day[]>();
  return (terms) => {
    const key = JSON.stringify(terms);
    const found =
      known.get(key) ?? datesOf(recurrence, (day) => terms.some(({ from, to }) => from <= day && day <= to));
    known.set(key, found);
    return found;
  };
}

/** The minutes of the day from and to, and the instants of a date. */
type Times = { minutes: { from: number; to: number }; on(date: Day): Dated };

/** Worked out once for all rooms of a zone. */
function timesOnce(from: string, to: string): (zone: string) => Times {
  const known = new Map<string, Map<Day, Dated>>();
  const minutes = { from: minuteOf(from), to: endMinute(from, to) };
  return (zone) => {
    const days = known.get(zone) ?? new Map<Day, Dated>();
    known.set(zone, days);
    return {
      minutes,
      on(date) {
        const found = days.get(date) ?? dated(date, from, to, zone);
        days.set(date, found);
        return found;
      },
    };
  };
}

/** What the rules of one room say to each date, and the claims that the others would need. */
function look(space: BookableSpace, days: readonly Day[], { minutes, on }: Times, judge: Judge): Looked {
  const notFree = new Map<Day, NotFree['why']>();
  const claims: Looked['claims'] = [];
  for (const date of days) {
    const verdict = judge(space, { date, ...minutes });
    if (!verdict.ok) notFree.set(date, verdict.refusal);
    else
      claims.push(...claimsOf(space, { ...on(date), id: `${space.id} ${date}` }, { kind: 'booking', expires: null }));
  }
  return { space, days, notFree, claims, on };
}
