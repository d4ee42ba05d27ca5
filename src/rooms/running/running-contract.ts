import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { Thing } from '../../ground/people/role-contract.ts';

/** A building as those who run it know it: by its true name. `place` is its address in one line. */
export type Building = { id: string; name: string; place: string; ownerId: string; areaId: string };
export type BuildingInZone = Building & { timeZone: string };
export type BuildingChoice = Pick<Building, 'id' | 'name'>;

/** Ids of what somebody looks after, by their rights. */
export type LookedAfter = {
  areaIds: readonly string[];
  ownerIds: readonly string[];
  assetIds: readonly string[];
  spaceIds: readonly string[];
};

/** What an act to a date is done to. */
export type DateThing = Thing & { areaId: string; ownerId: string; assetId: string; spaceId: string };

/** Now, where a building is: the day, and minutes since 1970. */
export type Now = { day: Day; clock: string; minute: number; zone: string };

export const optionalDay = daySchema.optional().catch(undefined);

/** What stands around every page about running a building. */
export type BuildingFrame = {
  building: BuildingInZone;
  area: { slug: string; name: string };
  owner: { id: string; name: string };
  may: {
    desk: boolean;
    owner: boolean;
    record: boolean;
    rooms: boolean;
    close: boolean;
    arrival: boolean;
    grant: boolean;
    bookings: boolean;
    requests: boolean;
  };
};
