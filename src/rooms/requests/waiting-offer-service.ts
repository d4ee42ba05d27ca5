import { Problem } from '../../kernel/problem.ts';
import { optionsOn } from './option-store.ts';
import type { RoomRequest } from './request-contract.ts';
import type { RequestCore, Rooms } from './request-deps.ts';
import { suits } from './request-rules.ts';
import { requestsOn } from './request-store.ts';
import { requestSteps } from './request-services.ts';
import type { WaitingPlace } from './waiting-contract.ts';
import { inLine, spanOfRule } from './waiting-rules.ts';
import { waitingOn } from './waiting-store.ts';

type Deps = RequestCore & { onError(error: unknown): void };

/** What became free is asked for on behalf of whoever is next in a line, and held for them. */
export function waitingOffers(deps: Deps) {
  const { db, clock, newId, inOneTransaction, rooms, groups, onError } = deps;
  const { sending } = requestSteps({ ...deps, rooms: soonOver(rooms) });
  return { offerIn, send };

  /** Offers what is free to those who wait in a room, one after the other. @returns how many were offered something, and whose turn failed */
  async function offerIn(
    places: readonly WaitingPlace[],
    areaId: string,
    today: string,
  ): Promise<{ offered: number; failed: string[] }> {
    const { locals_first_days: localsFirst } = await rooms.terms(db, areaId, today);
    const waiting = await Promise.all(
      places.map(async (place) => ({ ...place, local: (await groups.byId(db, place.groupId))?.areaId === areaId })),
    );
    const ended = { offered: 0, failed: new Array<string>() };
    for (const place of inLine(waiting, localsFirst, today))
      try {
        if (await offer(place, today)) ended.offered++;
      } catch (error) {
        onError(error);
        ended.failed.push(place.id);
      }
    return ended;
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
    trx: RequestCore['db'],
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
      caseNumber: null,
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
export type WaitingOffers = ReturnType<typeof waitingOffers>;

/** What a waiting list offers is for whoever comes next, so that it is over sooner than other offers: after the area's hours, to the end of that day. */
const soonOver = (rooms: Rooms): Rooms => ({
  ...rooms,
  async terms(db, areaId, day) {
    const terms = await rooms.terms(db, areaId, day);
    return { ...terms, offer_lapses_days: Math.max(1, Math.ceil(terms.waiting_offer_hours / 24)) };
  },
});
