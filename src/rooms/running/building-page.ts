import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Access, ActName, Who } from '../../ground/people/role-contract.ts';
import type { LookingService } from './looking-service.ts';
import type { BuildingFrame } from './running-contract.ts';

export type FrameDeps = {
  looking: LookingService;
  access: Access;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};

/** Makes the function that gathers what stands around every page about running a building. */
export function buildingFrames({
  looking,
  access,
  areas,
}: FrameDeps): (who: Who | null, id: string) => Promise<BuildingFrame> {
  return async (who, id) => {
    const building = await looking.building(id);
    const area = (await areas.all()).find((one) => one.id === building.areaId);
    const owner = (await areas.owners()).find((one) => one.id === building.ownerId);
    if (!area || !owner) throw notFound('building');
    const place = { areaId: area.id, ownerId: owner.id, assetId: id };
    const may = (act: ActName, thing: object = place): boolean => access.may(who, act, thing);
    return {
      building,
      area: { slug: area.slug, name: area.name },
      owner: { id: owner.id, name: owner.name },
      may: {
        desk: may('desk.open', { areaId: area.id }),
        owner: may('owner.open', { areaId: area.id, ownerId: owner.id }),
        record: may('asset.read'),
        rooms: may('space.edit'),
        close: may('closure.manage'),
        arrival: may('arrival.write'),
        grant: may('keepers.grant'),
        bookings: may('booking.read'),
        requests: may('room.read'),
      },
    };
  };
}
