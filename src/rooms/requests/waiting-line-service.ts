import { dayIn } from '../../kernel/clock.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { Problem } from '../../kernel/problem.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RoomRequest } from './request-contract.ts';
import { optionsOn } from './option-store.ts';
import { suits } from './request-rules.ts';
import { requestsOn } from './request-store.ts';
import type { RequestServices } from './requests.ts';
import type { WaitingPlace } from './waiting-contract.ts';
import { inLine, outcomeOf, spanOfRule, stillWaitedFor } from './waiting-rules.ts';
import { waitingOn } from './waiting-store.ts';

type Deps = RequestDeps & { sending: Pick<RequestServices['sending'], 'send'> };

const LEASE = 'waiting-lists';
const LEASE_MS = 120_000;
const ROOMS_AT_ONCE = 50;

/** The lines of those who wait. What becomes free in a room is asked for on behalf of whoever is next, and held for them. */
export function waitingLineService({
  db,
  clock,
  newId,
  inOneTransaction,
  rooms,
  groups,
  areas,
  sending,
  onError,
}: Deps) {
  return {
    /**
     * Offers what has become free, to one group after the other. One process at a time: whatever is offered is held before the next
     * is looked at. @returns how many were offered something
     */
    async settle(): Promise<number> {
      const holder = newId();
      if (!(await takeLease(db, clock, LEASE, holder, LEASE_MS))) return 0;
      const todays = new Map((await areas()).map(({ id, timeZone }) => [id, dayIn(timeZone, clock())]));
      try {
        await inEveryRoom('offered', holder, async (places, areaId) => {
          for (const place of places) await follow(place, todays.get(areaId) ?? '').catch(onError);
          return 0;
        });
        return await inEveryRoom('waiting', holder, (places, areaId) =>
          offerIn(places, areaId, todays.get(areaId) ?? ''),
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

  async function offerIn(places: readonly WaitingPlace[], areaId: string, today: string): Promise<number> {
    const { locals_first_days: localsFirst } = await rooms.terms(db, areaId, today);
    const waiting = await Promise.all(
      places.map(async (place) => ({ ...place, local: (await groups.byId(db, place.groupId))?.areaId === areaId })),
    );
    let offered = 0;
    for (const place of inLine(waiting, localsFirst, today))
      offered += (await offer(place, today).catch(onError)) ? 1 : 0;
    return offered;
  }

  /** An offer under way: sent off if that was cut short, and over when its request is. Dates that it did not have stay waited for. */
  async function follow(place: WaitingPlace, today: string): Promise<void> {
    const request = place.requestId === null ? undefined : await requestsOn(db).byId(place.requestId);
    if (!request) return void (await waitingOn(db).move({ ...place, state: 'waiting', requestId: null }, 'offered'));
    if (request.state === 'draft') return void (await send(place, request.id));
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

  async function offer(place: WaitingPlace, today: string): Promise<boolean> {
    const group = await groups.byId(db, place.groupId);
    if (!group || group.closedAt || place.lastOn < today) {
      await waitingOn(db).move({ ...place, state: group?.closedAt ? 'left' : 'lapsed' }, 'waiting');
      return false;
    }
    const look = await rooms.look(db, place, place.spaceId);
    if (look instanceof Problem || !suits(look, place.wish) || look.contested.length > 0) return false;
    const wish =
      place.wish.dates === 'all'
        ? place.wish
        : { ...place.wish, recurrence: { kind: 'dates' as const, dates: look.dates.map(({ date }) => date) } };
    const requestId = newId();
    const begun = await inOneTransaction(async ({ trx, record }) => {
      if (!(await begin(trx, place, { id: requestId, wish }, today))) return false;
      record({
        kind: 'waiting_offered',
        areaId: place.areaId,
        subjectKind: 'waiting_place',
        subjectId: place.id,
        actor: 'system',
        after: { spaceId: place.spaceId, groupId: place.groupId, requestId },
      });
      return true;
    });
    return begun && send(place, requestId);
  }

  async function begin(
    trx: RequestDeps['db'],
    place: WaitingPlace,
    { id, wish }: Pick<RoomRequest, 'id' | 'wish'>,
    today: string,
  ): Promise<boolean> {
    const { firstOn, lastOn } = spanOfRule(wish.recurrence);
    const [space] = await rooms.spaces.places(trx, [place.spaceId]);
    if (!space) return false;
    const now = clock().toISOString();
    await requestsOn(trx).add({
      id,
      areaId: place.areaId,
      groupId: place.groupId,
      state: 'draft',
      wish,
      missing: [],
      terms: await rooms.terms(trx, place.areaId, today),
      receivedOn: today,
      completeOn: null,
      completeAt: null,
      dueOn: null,
      startsOn: firstOn,
      endsOn: lastOn,
      channel: place.channel,
      readBack: place.readBack,
      reason: null,
      submission: newId(),
      createdBy: place.createdBy,
      createdAt: now,
      changedAt: now,
      version: 1,
    });
    await optionsOn(trx).add({
      id: newId(),
      requestId: id,
      rank: 1,
      spaceId: place.spaceId,
      assetId: space.assetId,
      ownerId: space.ownerId,
      state: 'waiting',
      askedOn: null,
      dueOn: null,
      warnedAt: null,
      asked: null,
      answeredOn: null,
      answeredBy: null,
      reason: null,
      note: null,
      lapsesOn: null,
      bookingId: null,
    });
    return waitingOn(trx).move({ ...place, state: 'offered', requestId: id }, 'waiting');
  }

  /** Where somebody was quicker in the last moment, the group goes on waiting. */
  async function send(place: WaitingPlace, requestId: string): Promise<boolean> {
    const sent = await sending.send({ personId: 'system', brought: null }, requestId).then(
      () => true,
      (problem: unknown) => {
        if (problem instanceof Problem) return false;
        throw problem;
      },
    );
    if (sent) return true;
    await waitingOn(db).move({ ...place, state: 'waiting', requestId: null }, 'offered');
    await requestsOn(db).removeDraft(requestId);
    return false;
  }
}
export type WaitingLineService = ReturnType<typeof waitingLineService>;
