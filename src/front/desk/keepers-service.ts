import type { Clock } from '../../kernel/clock.ts';
import { countAttempt } from '../../kernel/limits.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import { givingRights, isOver, type Giver, type GivingDeps, type RightThing } from './rights-giving-service.ts';
import { KEEPER_ROLES, type GiveKeeper, type ShownRight } from './rights-contract.ts';
import { areaRightsOn, type StoredRight } from './rights-store.ts';

/** The building whose caretakers somebody chooses. */
export type KeptBuilding = { id: string; name: string; areaId: string };
type KeepersDeps = GivingDeps & { clock: Clock; roomsIn(assetId: string): Promise<{ id: string; name: string }[]> };

/** Each right writes a mail to whatever address was typed. */
const GIVEN = { name: 'keepers-given', most: 100, minutes: 24 * 60 };

/** Caretakers and viewers of one building and its rooms. No other right can be given or ended here. */
export function keepersService(deps: KeepersDeps) {
  const { db, clock, inOneTransaction, today, people, roomsIn } = deps;
  const giving = givingRights(deps);

  return {
    rooms: roomsIn,
    /** Everybody with a right on the building or a room of it. */
    async of({ id }: KeptBuilding): Promise<ShownRight[]> {
      return (await areaRightsOn(db).onPlace(id)).map((right) => ({
        ...right,
        on: right.assetName ?? 'something that is gone',
        over: isOver(right, today()),
      }));
    },

    /** Gives the right and writes to them. Giving it twice gives it once. @throws Problem 400 for a room of another building or a day that is past */
    async give(building: KeptBuilding, wish: GiveKeeper, giver: Giver): Promise<void> {
      const thing = await thingOf(building, wish.on);
      await countAttempt(db, clock, GIVEN, giver.id);
      await giving.give(building.areaId, wish, thing, giver);
    },

    /** Ends a right at once. @throws Problem 404 for a right that is not a caretaker's or viewer's of this building */
    end: ({ id, areaId }: KeptBuilding, rightId: string, giver: Giver): Promise<void> =>
      inOneTransaction(async (unit) => {
        const right = (await areaRightsOn(unit.trx).onPlace(id)).find((one) => one.id === rightId);
        if (!right || !isKeeper(right)) throw notFound('right');
        await people.endRight(unit, rightId, giver.id, areaId);
      }),
  };

  async function thingOf(building: KeptBuilding, on: string): Promise<RightThing> {
    if (on === 'building') return { scope: 'asset', scopeId: building.id, on: building.name };
    const room = (await roomsIn(building.id)).find(({ id }) => id === on);
    if (!room) throw invalid([{ field: 'on', message: 'Choose the building or one of its rooms.' }]);
    return { scope: 'space', scopeId: room.id, on: `${room.name}, ${building.name}` };
  }
}
export type KeepersService = ReturnType<typeof keepersService>;

const isKeeper = ({ role }: Pick<StoredRight, 'role'>): boolean => KEEPER_ROLES.some((one) => one === role);
