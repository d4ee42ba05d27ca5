import { dayIn } from '../kernel/clock.ts';
import { giveBackLease, takeLease } from '../kernel/lease.ts';
import { conflict, notFound, Problem } from '../kernel/problem.ts';
import type { Area } from '../areas/area-contract.ts';
import { outsideName } from '../groups/group-contract.ts';
import { wantedDates } from './waiting-dates.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RoomRequest } from './request-contract.ts';
import { optionsOn } from './option-store.ts';
import { suits } from './request-rules.ts';
import type { Actor } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import type { RequestServices } from './requests.ts';
import type { ShownPlace, WaitingPlace } from './waiting-contract.ts';
import { waitingJoinedMail } from './waiting-mail-words.ts';
import { inLine, outcomeOf, spanOfRule, stillWaitedFor, waitedFor } from './waiting-rules.ts';
import { waitingOn } from './waiting-store.ts';

type Deps = RequestDeps & { sending: Pick<RequestServices['sending'], 'send'> };

const LEASE = 'waiting-lists';
const LEASE_MS = 120_000;

/** Waiting for dates of a room that are taken. What becomes free is asked for on behalf of whoever is next, and held for them. */
export function waitingService(deps: Deps) {
  const { db, clock, newId, inOneTransaction, rooms, groups, areas, tell, baseUrl, sending, onError } = deps;
  return {
    /** Puts a request that nobody has been sent yet on the list of its first room. @throws Problem 409 when the room can be had */
    async join(actor: Actor, requestId: string): Promise<WaitingPlace> {
      const known = await waitingOn(db).bySubmission(actor.personId, requestId);
      if (known) return known;
      const [request, [first]] = [await requestsOn(db).byId(requestId), await optionsOn(db).of(requestId)];
      if (!request || !first) throw notFound('request');
      if (request.state !== 'draft') throw conflict('This request has been sent already. Its owner answers it.');
      const { missed } = await wantedDates(rooms, db, request, first.spaceId, dayIn(await zoneOf(request.areaId), clock()));
      if (missed.length === 0) throw conflict('Nothing is in the way: send the request. Waiting lists are for dates that others have.');
      const place = placeFrom(request, first.spaceId, waitedFor(request.wish, missed), actor);
      const mail = waitingJoinedMail(await roomOf(place.spaceId), `${baseUrl}/waiting/${place.id}`, request.terms.waiting_offer_hours);
      await inOneTransaction(async (unit) => {
        await waitingOn(unit.trx).add(place);
        await requestsOn(unit.trx).removeDraft(requestId);
        unit.record({ kind: 'waiting_joined', areaId: place.areaId, subjectKind: 'waiting_place', subjectId: place.id, actor: actor.personId, channel: actor.brought?.channel ?? null, after: { spaceId: place.spaceId, groupId: place.groupId, firstOn: place.firstOn, lastOn: place.lastOn } });
        const group = await groups.byId(unit.trx, place.groupId);
        if (group) for (const person of (await groups.people(unit.trx, group.id)).filter(({ role }) => role !== 'group_member')) await tell(unit, group, person, mail);
      });
      return place;
    },

    /** Leaves the list. What was offered is taken back on the page of its request. */
    leave: (actor: Actor, id: string): Promise<void> => inOneTransaction(async (unit) => {
      const place = await waitingOn(unit.trx).byId(id);
      if (!place) throw notFound('place');
      if (!(await waitingOn(unit.trx).move({ ...place, state: 'left' }, 'waiting'))) return;
      unit.record({ kind: 'waiting_left', areaId: place.areaId, subjectKind: 'waiting_place', subjectId: id, actor: actor.personId, channel: actor.brought?.channel ?? null });
    }),

    /** @throws Problem 404 */
    async thing(id: string): Promise<{ areaId: string; groupId: string }> {
      const place = await waitingOn(db).byId(id);
      if (!place) throw notFound('place');
      return { areaId: place.areaId, groupId: place.groupId };
    },
    /** @throws Problem 404 */
    async show(id: string): Promise<ShownPlace> {
      const place = await waitingOn(db).byId(id);
      if (!place) throw notFound('place');
      return shown(place);
    },
    ofGroups: async (groupIds: readonly string[]): Promise<ShownPlace[]> => Promise.all((await waitingOn(db).ofGroups(groupIds)).map(shown)),
    zoneOf,

    /**
     * Offers what has become free, to one group after the other. One process at a time: whatever is offered is held before the next
     * is looked at. @returns how many were offered something
     */
    async settle(): Promise<number> {
      const holder = newId();
      if (!(await takeLease(db, clock, LEASE, holder, LEASE_MS))) return 0;
      try {
        let offered = 0;
        for (const area of await areas()) offered += await settleIn(area);
        return offered;
      } finally {
        await giveBackLease(db, LEASE, holder);
      }
    },
  };

  async function settleIn(area: Area): Promise<number> {
    const today = dayIn(area.timeZone, clock());
    for (const place of await waitingOn(db).inArea(area.id)) if (place.state === 'offered') await follow(place, today).catch(onError);
    const { locals_first_days: localsFirst } = await rooms.terms(db, area.id, today);
    let offered = 0;
    for (const place of inLine(await waitingIn(area.id), localsFirst, today)) offered += (await offer(place, today).catch(onError)) ? 1 : 0;
    return offered;
  }

  async function waitingIn(areaId: string): Promise<(WaitingPlace & { local: boolean })[]> {
    const found: (WaitingPlace & { local: boolean })[] = [];
    for (const place of (await waitingOn(db).inArea(areaId)).filter(({ state }) => state === 'waiting')) found.push({ ...place, local: (await groups.byId(db, place.groupId))?.areaId === areaId });
    return found;
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
    await waitingOn(db).move(left ? { ...place, wish: left, ...spanOfRule(left.recurrence), state: 'waiting', requestId: null } : { ...place, state: outcome }, 'offered');
  }

  async function offer(place: WaitingPlace, today: string): Promise<boolean> {
    const group = await groups.byId(db, place.groupId);
    if (!group || group.closedAt || place.lastOn < today) {
      await waitingOn(db).move({ ...place, state: group?.closedAt ? 'left' : 'lapsed' }, 'waiting');
      return false;
    }
    const look = await rooms.look(db, place, place.spaceId);
    if (look instanceof Problem || !suits(look, place.wish) || look.contested.length > 0) return false;
    const wish = place.wish.dates === 'all' ? place.wish : { ...place.wish, recurrence: { kind: 'dates' as const, dates: look.dates.map(({ date }) => date) } };
    const requestId = newId();
    const begun = await inOneTransaction(async ({ trx, record }) => {
      if (!(await begin(trx, place, { id: requestId, wish }, today))) return false;
      record({ kind: 'waiting_offered', areaId: place.areaId, subjectKind: 'waiting_place', subjectId: place.id, actor: 'system', after: { spaceId: place.spaceId, groupId: place.groupId, requestId } });
      return true;
    });
    return begun && send(place, requestId);
  }

  async function begin(trx: RequestDeps['db'], place: WaitingPlace, { id, wish }: Pick<RoomRequest, 'id' | 'wish'>, today: string): Promise<boolean> {
    const { firstOn, lastOn } = spanOfRule(wish.recurrence);
    const [space] = await rooms.spaces.places(trx, [place.spaceId]);
    if (!space) return false;
    const now = clock().toISOString();
    await requestsOn(trx).add({
      id, areaId: place.areaId, groupId: place.groupId, state: 'draft', wish, missing: [], terms: await rooms.terms(trx, place.areaId, today), receivedOn: today, completeOn: null, completeAt: null, dueOn: null,
      startsOn: firstOn, endsOn: lastOn, channel: place.channel, readBack: place.readBack, reason: null, submission: newId(), createdBy: place.createdBy, createdAt: now, changedAt: now, version: 1,
    });
    await optionsOn(trx).add({
      id: newId(), requestId: id, rank: 1, spaceId: place.spaceId, assetId: space.assetId, ownerId: space.ownerId, state: 'waiting', askedOn: null, dueOn: null, warnedAt: null, asked: null, answeredOn: null, answeredBy: null,
      reason: null, note: null, lapsesOn: null, bookingId: null,
    });
    return waitingOn(trx).move({ ...place, state: 'offered', requestId: id }, 'waiting');
  }

  /** Where somebody was quicker in the last moment, the group goes on waiting. */
  async function send(place: WaitingPlace, requestId: string): Promise<boolean> {
    const sent = await sending.send({ personId: 'system', brought: null }, requestId).then(() => true, (problem: unknown) => {
      if (problem instanceof Problem) return false;
      throw problem;
    });
    if (sent) return true;
    await waitingOn(db).move({ ...place, state: 'waiting', requestId: null }, 'offered');
    await requestsOn(db).removeDraft(requestId);
    return false;
  }

  function placeFrom(request: RoomRequest, spaceId: string, wish: WaitingPlace['wish'], actor: Actor): WaitingPlace {
    const { areaId, groupId, channel, receivedOn, readBack, id } = request;
    return { id: newId(), areaId, spaceId, groupId, state: 'waiting', wish, ...spanOfRule(wish.recurrence), joinedAt: clock().toISOString(), createdBy: actor.personId, channel, receivedOn, readBack, requestId: null, submission: id };
  }

  async function shown(place: WaitingPlace): Promise<ShownPlace> {
    const [group, before] = [await groups.byId(db, place.groupId), (await waitingOn(db).forRoom(place.spaceId)).filter((one) => one.joinedAt < place.joinedAt && one.firstOn <= place.lastOn && one.lastOn >= place.firstOn)];
    return { place, room: await roomOf(place.spaceId), group: group ? outsideName(group) : 'A group', ahead: before.length };
  }

  async function roomOf(spaceId: string): Promise<string> {
    const [place] = await rooms.spaces.places(db, [spaceId]);
    return place ? `${place.spaceName}, ${place.assetName}` : 'A room';
  }

  async function zoneOf(areaId: string): Promise<string> {
    return (await areas()).find(({ id }) => id === areaId)?.timeZone ?? 'UTC';
  }
}
export type WaitingService = ReturnType<typeof waitingService>;
