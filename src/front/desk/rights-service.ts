import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { ROLES, SCOPE_WORDS, type Scope } from '../../ground/people/role-contract.ts';
import { givingRights, isOver, type Giver, type GivingDeps, type RightThing } from './rights-giving-service.ts';
import type { GiveRight, ShownRight } from './rights-contract.ts';
import { areaRightsOn, type StoredRight } from './rights-store.ts';

export type RightsDeps = GivingDeps & {
  owners(): Promise<Owner[]>;
  /** The area's assets that go by a reference. */
  assetsCalled(areaId: string, reference: string): Promise<{ id: string; name: string }[]>;
  /** The rooms of an asset that are let. */
  roomsIn(assetId: string): Promise<{ id: string; name: string }[]>;
};

/** Who may do what in one area. Nothing here reaches beyond the area, its owners and its places. */
export function rightsService(deps: RightsDeps) {
  const { db, inOneTransaction, today, owners, assetsCalled, roomsIn, people } = deps;
  const giving = givingRights(deps);
  const ownersIn = async (areaId: string): Promise<Owner[]> =>
    (await owners()).filter((owner) => owner.areaId === areaId);

  return {
    /** Every right in the area that nobody has ended. */
    async inArea(area: Area): Promise<{ rights: ShownRight[]; owners: Owner[] }> {
      const known = await ownersIn(area.id);
      const rights = await areaRightsOn(db).inArea(
        area.id,
        known.map(({ id }) => id),
      );
      return {
        owners: known,
        rights: rights.map((right) => ({ ...right, on: nameOf(right, area, known), over: isOver(right, today()) })),
      };
    },

    /**
     * Gives a right, makes the person when nobody has the address yet, and tells them by mail; all of it or nothing.
     * @throws Problem 400 for a thing that is not in the area, or a role that is not held on such a thing
     */
    async give(area: Area, wish: GiveRight, giver: Giver): Promise<void> {
      const thing = await thingOf(area, wish);
      if (!(ROLES[wish.role].on as readonly Scope[]).includes(thing.scope))
        throw invalid([
          {
            field: 'on',
            message: `${ROLES[wish.role].words} is a role for ${ROLES[wish.role].on.map((scope) => SCOPE_WORDS[scope]).join(' or ')}. Choose that.`,
          },
        ]);
      await giving.give(area.id, wish, thing, giver);
    },

    /**
     * Ends a right at once.
     * @throws Problem 404 for a right of another area, 409 for the area's last administrator
     */
    async end(area: Area, rightId: string, giver: Giver): Promise<void> {
      const known = await ownersIn(area.id);
      await inOneTransaction(async (unit) => {
        const store = areaRightsOn(unit.trx);
        await store.lock(area.id);
        const rights = await store.inArea(
          area.id,
          known.map(({ id }) => id),
        );
        const right = rights.find(({ id }) => id === rightId);
        if (!right) throw notFound('right');
        if (isLastAdministrator(right, rights, today()))
          throw conflict(
            `${right.name || right.email || 'This person'} is the last administrator of ${area.name}. Make somebody else administrator first.`,
          );
        await people.endRight(unit, rightId, giver.id, area.id);
      });
    },
  };

  async function thingOf(area: Area, { on, asset, room }: GiveRight): Promise<RightThing> {
    if (on === 'area') return { scope: 'area', scopeId: area.id, on: area.name };
    if (on === 'asset' || on === 'space') {
      const [found, other] = asset === '' ? [] : await assetsCalled(area.id, asset);
      if (!found || other)
        throw invalid([
          {
            field: 'asset',
            message: other
              ? 'Several owners use this reference. Enter the last part of the address of the place’s page instead.'
              : `Enter the reference of a place in ${area.name}.`,
          },
        ]);
      if (on === 'asset') return { scope: 'asset', scopeId: found.id, on: found.name };
      const space = (await roomsIn(found.id)).find(({ name }) => name.toLowerCase() === room.toLowerCase());
      if (!space)
        throw invalid([
          { field: 'room', message: `Enter the name of a room of ${found.name} as it is written there.` },
        ]);
      return { scope: 'space', scopeId: space.id, on: `${space.name}, ${found.name}` };
    }
    const owner = (await ownersIn(area.id)).find(({ id }) => on === `owner:${id}`);
    if (!owner)
      throw invalid([{ field: 'on', message: `Choose ${area.name} itself, one of its owners, or one place.` }]);
    return { scope: 'owner', scopeId: owner.id, on: owner.name };
  }
}
export type RightsService = ReturnType<typeof rightsService>;

function isLastAdministrator(right: StoredRight, rights: StoredRight[], today: string): boolean {
  const holds = (one: StoredRight): boolean =>
    one.role === 'area_administrator' && one.scope === 'area' && !isOver(one, today);
  return holds(right) && rights.filter((one) => holds(one) && one.id !== right.id).length === 0;
}

function nameOf({ scope, scopeId, assetName }: StoredRight, area: Area, owners: Owner[]): string {
  if (scope === 'area') return area.name;
  return (scope === 'owner' ? owners.find(({ id }) => id === scopeId)?.name : assetName) ?? 'something that is gone';
}
