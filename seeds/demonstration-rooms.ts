import type { UnitOfWork } from '../src/kernel/facts.ts';
import type { Services } from '../src/services.ts';
import { spacesOn } from '../src/rooms/spaces/space-store.ts';
import { marlbeckRooms } from './marlbeck/rooms/bookable-rooms.ts';
import { marlbeckTerms } from './marlbeck/rooms/school-terms.ts';

/** Opens the rooms of one place to groups: facts, hours and prices. @throws Error when a room is told of that the place does not have */
export async function openRooms(
  { newId }: Pick<Services, 'newId'>,
  { trx }: UnitOfWork,
  ownerSlug: string,
  code: string,
  assetId: string,
): Promise<void> {
  const spaces = spacesOn(trx);
  const known = await spaces.inAsset(assetId);
  for (const { name, fields, windows, tariffs } of marlbeckRooms.filter(
    (room) => room.owner === ownerSlug && room.code === code,
  )) {
    const id = known.find((one) => one.name === name)?.id;
    const space = id === undefined ? undefined : await spaces.byId(id);
    if (!space) throw new Error(`There is no ${name} in ${code}.`);
    await spaces.change({ ...space, ...fields });
    await spaces.replaceWindows(
      space.id,
      windows.map((window) => ({ ...window, id: newId() })),
    );
    await spaces.replaceTariffs(
      space.id,
      tariffs.map((tariff) => ({ ...tariff, id: newId() })),
    );
  }
}

export function openTerms(
  { spaceEditing }: Pick<Services, 'spaceEditing'>,
  unit: UnitOfWork,
  areaId: string,
  actor: string,
): Promise<void> {
  return spaceEditing.days.setTermsIn(unit, actor, { areaId, assetId: null }, marlbeckTerms);
}
