import { dayIn, minuteNow, nextDayBegins } from '../../kernel/clock.ts';
import { factsFollowed, type News } from '../../kernel/fact-follow-store.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestsOn } from './request-store.ts';
import type { WaitingPlace } from './waiting-contract.ts';
import { MAY_CONCERN_WAITING } from '../opening-facts.ts';
import { nextLookAt } from './waiting-look-rules.ts';
import { waitingLooksOn } from './waiting-look-store.ts';
import type { WaitingOffers } from './waiting-offer-service.ts';
import { outcomeOf, spanOfRule, stillWaitedFor } from './waiting-rules.ts';
import { waitingOn } from './waiting-store.ts';

type Deps = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'areas' | 'onError'> & { offering: WaitingOffers };

const LEASE = 'waiting-lists';
const LEASE_MS = 120_000;
const ROOMS_AT_ONCE = 50;

/** The lines of those who wait. What becomes free in a room is asked for on behalf of whoever is next, and held for them. */
export function waitingLineService({ db, clock, newId, areas, offering, onError }: Deps) {
  const followed = factsFollowed(db, 'waiting lists');
  const looks = waitingLooksOn(db);
  return {
    /**
     * Looks at those for whom something has changed since, or for whom time has passed, and offers what they can have, to one group
     * after the other. One process at a time: whatever is offered is held before the next is looked at.
     * @returns how many were offered something
     */
    async offerDue(): Promise<number> {
      const holder = newId();
      const news = await followed.news();
      if (!news && !(await looks.isAny(clock().toISOString()))) return 0;
      if (!(await takeLease(db, clock, LEASE, holder, LEASE_MS))) return 0;
      try {
        if (news) await takeIn(news);
        const zones = new Map((await areas()).map(({ id, timeZone }) => [id, timeZone]));
        const zoneOf = (areaId: string): string => zones.get(areaId) ?? 'UTC';
        await inEveryRoom('offered', holder, async (places, areaId) => {
          for (const place of places) await follow(place, zoneOf(areaId)).catch(onError);
          return 0;
        });
        return await inEveryRoom('waiting', holder, (places, areaId) => offerIn(places, areaId, zoneOf(areaId)));
      } finally {
        await giveBackLease(db, LEASE, holder);
      }
    },
  };

  async function takeIn(news: News): Promise<void> {
    for await (const some of followed.about(news, MAY_CONCERN_WAITING))
      for (const kind of new Set(some.map(({ subjectKind }) => subjectKind)))
        await looks.again(
          kind,
          some.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId),
        );
    await followed.done(news);
  }

  /** Goes through the rooms in which somebody who stands in this way is to be looked at, a few at a time, and keeps the lease meanwhile. */
  async function inEveryRoom(
    state: 'waiting' | 'offered',
    holder: string,
    work: (places: WaitingPlace[], areaId: string) => Promise<number>,
  ): Promise<number> {
    let [done, after] = [0, ''];
    for (;;) {
      const page = await looks.rooms(state, clock().toISOString(), after, ROOMS_AT_ONCE);
      for (const { spaceId, areaId } of page) {
        const places = await waitingOn(db).forRoom(spaceId, state);
        await looks.begin(places.map(({ id }) => id));
        done += await work(places, areaId);
      }
      after = page.at(-1)?.spaceId ?? '';
      if (page.length < ROOMS_AT_ONCE || !(await takeLease(db, clock, LEASE, holder, LEASE_MS))) return done;
    }
  }

  /** Everybody in a room's line, in its order. Who failed by a mistake of ours is looked at again in the next round. */
  async function offerIn(places: readonly WaitingPlace[], areaId: string, zone: string): Promise<number> {
    const { offered, failed } = await offering.offerIn(places, areaId, dayIn(zone, clock()));
    const left = places.filter(({ id }) => !failed.includes(id));
    await putOff(left, zone);
    return offered;
  }

  async function putOff(places: readonly WaitingPlace[], zone: string): Promise<void> {
    const [first] = places;
    if (!first) return;
    const holdEnds = await looks.holdEnds(first.spaceId, minuteNow(clock));
    await looks.next(
      places.map(({ id }) => id),
      nextLookAt(holdEnds, nextDayBegins(zone, clock())),
    );
  }

  /** An offer under way: sent off if that was cut short, and over when its request is. Dates that it did not have stay waited for. */
  async function follow(place: WaitingPlace, zone: string): Promise<void> {
    const request = place.requestId === null ? undefined : await requestsOn(db).byId(place.requestId);
    if (!request) return void (await waitingOn(db).move({ ...place, state: 'waiting', requestId: null }, 'offered'));
    if (request.state === 'draft') return void (await offering.send(place, request.id));
    const outcome = outcomeOf(request);
    if (outcome === null) return putOff([place], zone);
    const had = request.wish.recurrence.kind === 'dates' ? request.wish.recurrence.dates : [];
    const left = outcome === 'taken' ? stillWaitedFor(place.wish, had, dayIn(zone, clock())) : null;
    await waitingOn(db).move(
      left
        ? { ...place, wish: left, ...spanOfRule(left.recurrence), state: 'waiting', requestId: null }
        : { ...place, state: outcome },
      'offered',
    );
  }
}
