import { notFound } from '../../kernel/problem.ts';
import type { ActName, Who } from '../../ground/people/role-contract.ts';
import { buildingsOn } from './building-store.ts';
import type { Building, BuildingChoice, BuildingInZone, DateThing, LookedAfter } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';

/** What an act to a building is done to; `spaceId` is a room of it that somebody looks after by a right on the room alone. */
export type BuildingThing = { areaId: string; ownerId: string; assetId: string; spaceId: string | null };

/** Whether an act may be done to a room of a building. */
export type Reach = (building: Pick<Building, 'id' | 'ownerId' | 'areaId'>, roomId: string) => boolean;

/** Whether and how far somebody may look into a building: all of it, or the rooms they have a right on. */
export function lookingService({ db, areas, may, held }: Pick<RunningDeps, 'db' | 'areas' | 'may' | 'held'>) {
  return {
    building,
    dateThing,

    /** What an act to a building is done to, for whoever asks. @throws Problem 404 when there is no such building */
    async thing(who: Who | null, act: ActName, assetId: string): Promise<BuildingThing> {
      const { id, ownerId, areaId } = await building(assetId);
      const [spaceId = null] = who ? await buildingsOn(db).within(id, held(who, act).spaceIds) : [];
      return { areaId, ownerId, assetId: id, spaceId };
    },

    /** Buildings with rooms among what somebody looks after, by name. */
    buildingsOf: (after: LookedAfter): Promise<BuildingChoice[]> => buildingsOn(db).choices(after, []),

    /** Any one thing that somebody may do an act to; empty when there is none. */
    anyThing(who: Who | null, act: ActName): Partial<BuildingThing> {
      const { areaIds, ownerIds, assetIds, spaceIds } = who ? held(who, act) : NOTHING;
      const first = { areaId: areaIds[0], ownerId: ownerIds[0], assetId: assetIds[0], spaceId: spaceIds[0] };
      return Object.fromEntries(Object.entries(first).filter(([, id]) => id !== undefined));
    },

    /**
     * Asks once for many rooms how far somebody's rights for an act reach. A right on a room reaches the rooms that share its walls:
     * whoever opens a part of a hall opens it for those who booked the whole, and the other way round.
     */
    async reach(who: Who, act: ActName): Promise<Reach> {
      const family = new Set(await buildingsOn(db).family(held(who, act).spaceIds));
      return ({ id, ownerId, areaId }, roomId) => family.has(roomId) || may(who, act, { areaId, ownerId, assetId: id });
    },
  };

  /** @throws Problem 404 */
  async function building(id: string): Promise<BuildingInZone> {
    const found = await buildingsOn(db).byId(id);
    const area = found && (await areas.all()).find((one) => one.id === found.areaId);
    if (!found || !area) throw notFound('building');
    return { ...found, timeZone: area.timeZone };
  }

  /** What an act to a date is done to: of the rooms that share the walls of the booked one, the one on which whoever asks has a right. */
  async function dateThing(
    who: Who | null,
    act: ActName,
    date: { areaId: string; ownerId: string; assetId: string; spaceId: string },
  ): Promise<DateThing> {
    const mine = who ? held(who, act).spaceIds : [];
    if (mine.length === 0 || mine.includes(date.spaceId)) return date;
    const family = await buildingsOn(db).family([date.spaceId]);
    return { ...date, spaceId: family.find((id) => mine.includes(id)) ?? date.spaceId };
  }
}
export type LookingService = ReturnType<typeof lookingService>;

const NOTHING: LookedAfter = { areaIds: [], ownerIds: [], assetIds: [], spaceIds: [] };
