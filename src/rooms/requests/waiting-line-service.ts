import { dayIn } from '../../kernel/clock.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestsOn } from './request-store.ts';
import type { WaitingPlace } from './waiting-contract.ts';
import type { WaitingOffers } from './waiting-offer-service.ts';
import { outcomeOf, spanOfRule, stillWaitedFor } from './waiting-rules.ts';
import { waitingOn } from './waiting-store.ts';

type Deps = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'areas' | 'onError'> & { offering: WaitingOffers };

const LEASE = 'waiting-lists';
const LEASE_MS = 120_000;
const ROOMS_AT_ONCE = 50;

/** The lines of those who wait. What becomes free in a room is asked for on behalf of whoever is next, and held for them. */
export function waitingLineService({ db, clock, newId, areas, offering, onError }: Deps) {
  return {
    /**
     * Offers what has become free, to one group after the other. One process at a time: whatever is offered is held before the next
     * is looked at. @returns how many were offered something
     */
    async offerDue(): Promise<number> {
      const holder = newId();
      if (!(await waitingOn(db).isAnybody())) return 0;
      if (!(await takeLease(db, clock, LEASE, holder, LEASE_MS))) return 0;
      const todays = new Map((await areas()).map(({ id, timeZone }) => [id, dayIn(timeZone, clock())]));
      try {
        await inEveryRoom('offered', holder, async (places, areaId) => {
          for (const place of places) await follow(place, todays.get(areaId) ?? '').catch(onError);
          return 0;
        });
        return await inEveryRoom('waiting', holder, (places, areaId) =>
          offering.offerIn(places, areaId, todays.get(areaId) ?? ''),
        );
      } finally {
        await giveBackLease(db, LEASE, holder);
      }
    },
  };

  /** Goes through all rooms in which somebody waits or has been offered something, a few at a time, and keeps the lease meanwhile. */
  async function inEveryRoom(
    state: 'waiting' | 'offered',
    holder: string,
    work: (places: WaitingPlace[], areaId: string) => Promise<number>,
  ): Promise<number> {
    let [done, after] = [0, ''];
    for (;;) {
      const page = await waitingOn(db).rooms(state, after, ROOMS_AT_ONCE);
      for (const { spaceId, areaId } of page) done += await work(await waitingOn(db).forRoom(spaceId, state), areaId);
      after = page.at(-1)?.spaceId ?? '';
      if (page.length < ROOMS_AT_ONCE || !(await takeLease(db, clock, LEASE, holder, LEASE_MS))) return done;
    }
  }

  /** An offer under way: sent off if that was cut short, and over when its request is. Dates that it did not have stay waited for. */
  async function follow(place: WaitingPlace, today: string): Promise<void> {
    const request = place.requestId === null ? undefined : await requestsOn(db).byId(place.requestId);
    if (!request) return void (await waitingOn(db).move({ ...place, state: 'waiting', requestId: null }, 'offered'));
    if (request.state === 'draft') return void (await offering.send(place, request.id));
    const outcome = outcomeOf(request);
    if (outcome === null) return;
    const had = request.wish.recurrence.kind === 'dates' ? request.wish.recurrence.dates : [];
    const left = outcome === 'taken' ? stillWaitedFor(place.wish, had, today) : null;
    await waitingOn(db).move(
      left
        ? { ...place, wish: left, ...spanOfRule(left.recurrence), state: 'waiting', requestId: null }
        : { ...place, state: outcome },
      'offered',
    );
  }
}
export type WaitingLineService = ReturnType<typeof waitingLineService>;
