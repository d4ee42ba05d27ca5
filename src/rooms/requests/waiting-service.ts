import { dayIn } from '../../kernel/clock.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { wantedDates } from './waiting-date-steps.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RoomRequest } from './request-contract.ts';
import { optionsOn } from './option-store.ts';
import type { Actor } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import type { ShownPlace, WaitingPlace } from './waiting-contract.ts';
import { waitingJoinedMail } from './waiting-mail-words.ts';
import { spanOfRule, waitedFor } from './waiting-rules.ts';
import { waitingOn } from './waiting-store.ts';

/** Waiting for dates of a room that are taken: joining the line, leaving it, seeing where one stands. */
export function waitingService({
  db,
  clock,
  newId,
  inOneTransaction,
  rooms,
  groups,
  areas,
  tell,
  baseUrl,
}: RequestDeps) {
  return {
    /** Puts a request that nobody has been sent yet on the list of its first room. @throws Problem 409 when the room can be had */
    async join(actor: Actor, requestId: string): Promise<WaitingPlace> {
      const known = await waitingOn(db).bySubmission(actor.personId, requestId);
      if (known) return known;
      const [request, [first]] = [await requestsOn(db).byId(requestId), await optionsOn(db).of(requestId)];
      if (!request || !first) throw notFound('request');
      if (request.state !== 'draft') throw conflict('This request has been sent already. Its owner answers it.');
      const { missed } = await wantedDates(
        rooms,
        db,
        request,
        first.spaceId,
        dayIn(await zoneOf(request.areaId), clock()),
      );
      if (missed.length === 0)
        throw conflict(
          'Nothing is in the way: send the request. Waiting lists are for dates that others have, and on which the room is closed.',
        );
      const place = placeFrom(request, first.spaceId, waitedFor(request.wish, missed), actor);
      const mail = waitingJoinedMail(
        await roomOf(place.spaceId),
        `${baseUrl}/waiting/${place.id}`,
        request.terms.waiting_offer_hours,
      );
      await inOneTransaction(async (unit) => {
        await waitingOn(unit.trx).add(place);
        await requestsOn(unit.trx).removeDraft(requestId);
        unit.record({
          kind: 'waiting_joined',
          areaId: place.areaId,
          subjectKind: 'waiting_place',
          subjectId: place.id,
          actor: actor.personId,
          channel: actor.brought?.channel ?? null,
          after: { spaceId: place.spaceId, groupId: place.groupId, firstOn: place.firstOn, lastOn: place.lastOn },
        });
        const group = await groups.byId(unit.trx, place.groupId);
        if (group)
          for (const person of (await groups.people(unit.trx, group.id)).filter(({ role }) => role !== 'group_member'))
            await tell(unit, group, person, mail);
      });
      return place;
    },

    /** Leaves the list. What was offered is taken back on the page of its request. */
    leave: (actor: Actor, id: string): Promise<void> =>
      inOneTransaction(async (unit) => {
        const place = await waitingOn(unit.trx).byId(id);
        if (!place) throw notFound('place');
        if (!(await waitingOn(unit.trx).move({ ...place, state: 'left' }, 'waiting'))) return;
        unit.record({
          kind: 'waiting_left',
          areaId: place.areaId,
          subjectKind: 'waiting_place',
          subjectId: id,
          actor: actor.personId,
          channel: actor.brought?.channel ?? null,
        });
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
    ofGroups: async (groupIds: readonly string[]): Promise<ShownPlace[]> =>
      Promise.all((await waitingOn(db).ofGroups(groupIds)).map(shown)),
    zoneOf,
  };

  function placeFrom(request: RoomRequest, spaceId: string, wish: WaitingPlace['wish'], actor: Actor): WaitingPlace {
    const { areaId, groupId, channel, receivedOn, readBack, id } = request;
    return {
      id: newId(),
      areaId,
      spaceId,
      groupId,
      state: 'waiting',
      wish,
      ...spanOfRule(wish.recurrence),
      joinedAt: clock().toISOString(),
      createdBy: actor.personId,
      channel,
      receivedOn,
      readBack,
      requestId: null,
      submission: id,
    };
  }

  async function shown(place: WaitingPlace): Promise<ShownPlace> {
    const [group, before] = [
      await groups.byId(db, place.groupId),
      (await waitingOn(db).forRoom(place.spaceId, 'waiting')).filter(
        (one) => one.joinedAt < place.joinedAt && one.firstOn <= place.lastOn && one.lastOn >= place.firstOn,
      ),
    ];
    return {
      place,
      room: await roomOf(place.spaceId),
      group: group ? outsideName(group) : 'A group',
      ahead: before.length,
    };
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
