import type { Problem } from '../../kernel/problem.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Place } from '../bookings/booking-contract.ts';
import { optionsOn } from './option-store.ts';
import { ASKED_STATES, type RoomOption, type RoomRequest } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { keep, movedOn, note, type RequestScenes } from './request-scene.ts';

type Deps = Pick<RequestDeps, 'db' | 'newId' | 'rooms'> & { scenes: RequestScenes };

/** The list of rooms of a request: in which order their owners are asked. */
export function requestRoomList({ db, newId, rooms, scenes }: Deps) {
  return {
    placeOf,
    firstOption,

    /** Puts another room at the end of the list, before the request is sent or while others are asked. */
    async addRoom(actor: string, id: string, spaceId: string): Promise<RoomRequest['state']> {
      const place = await placeOf(spaceId);
      return scenes.inTurn(id, async (scene) => {
        const { request, options } = scene;
        if (!['draft', 'incomplete', 'with_broker', ...ASKED_STATES].includes(request.state)) throw movedOn();
        if (options.some((one) => one.spaceId === spaceId)) return request.state;
        if (place.areaId !== request.areaId)
          throw wrong('space', 'Choose a room of the same area. For another area send a request of its own.');
        if (options.length >= request.terms.most_options)
          throw wrong(
            'space',
            `There are ${request.terms.most_options} rooms on the list, which is as many as a request may name. Take one off first.`,
          );
        await optionsOn(scene.unit.trx).add({
          ...firstOption(request, place),
          rank: Math.max(0, ...options.map(({ rank }) => rank)) + 1,
        });
        const after = await keep(scene, {});
        if (request.state !== 'draft')
          note(after, 'room_added', { personId: actor, brought: null }, { after: { spaceId } });
        return request.state;
      });
    },

    /** Takes a room off the list that nobody has been asked for yet. */
    takeOff: (id: string, optionId: string): Promise<void> =>
      scenes.inTurn(id, async (scene) => {
        const option = scene.options.find((one) => one.id === optionId);
        if (!option) throw notFound('room');
        if (option.state !== 'waiting') throw movedOn();
        if (scene.request.state === 'draft' && scene.options.length === 1)
          throw conflict('This is the only room on the list. Add another first, or throw the request away.');
        await optionsOn(scene.unit.trx).remove(optionId);
      }),

    /** Makes a room the one that is asked next. */
    putFirst: (id: string, optionId: string): Promise<void> =>
      scenes.inTurn(id, async ({ unit, options }) => {
        const chosen = options.find((one) => one.id === optionId);
        if (!chosen || chosen.state !== 'waiting') throw movedOn();
        const others = options.filter(({ state, id: other }) => state === 'waiting' && other !== optionId);
        const ranks = [...others, chosen].map(({ rank }) => rank).toSorted((one, other) => one - other);
        for (const [at, option] of [chosen, ...others].entries())
          await optionsOn(unit.trx).save({ ...option, rank: ranks[at] ?? option.rank });
      }),
  };

  function firstOption({ id: requestId }: RoomRequest, { spaceId, assetId, ownerId }: Place): RoomOption {
    return {
      id: newId(),
      requestId,
      rank: 1,
      spaceId,
      assetId,
      ownerId,
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
    };
  }

  /** @throws Problem 404 */
  async function placeOf(spaceId: string): Promise<Place> {
    const [place] = await rooms.spaces.places(db, [spaceId]);
    if (!place || place.hidden) throw notFound('room');
    return place;
  }
}

const wrong = (field: string, message: string): Problem => invalid([{ field, message }]);
