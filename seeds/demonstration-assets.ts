import type { Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import type { RegisterWriting } from '../src/register/assets/asset-register-service.ts';
import type { NewPhoto } from '../src/register/assets/photo-store.ts';
import { UNTOLD } from '../src/rooms/spaces/space-contract.ts';
import { spacesOn } from '../src/rooms/spaces/space-store.ts';
import { ACTOR } from './demonstration-actor.ts';
import { openRooms } from './demonstration-rooms.ts';
import { marlbeckAssets, type DemoAsset } from './marlbeck/assets.ts';
import { drawing } from './marlbeck/drawing.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';

/** Puts every place on the register with its history, its spaces and its pictures. @param owners in the order of `marlbeckOwners` */
export async function fillRegister(services: Services, unit: UnitOfWork, area: Area, owners: Owner[]): Promise<void> {
  const writing = await services.register.writing({ unit, area, owners, actor: ACTOR });
  for (const [index, owner] of owners.entries()) {
    const slug = marlbeckOwners[index]?.slug;
    await addAssets(
      services,
      unit,
      writing,
      area,
      owner,
      marlbeckAssets.filter((asset) => asset.owner === slug),
    );
  }
  await writing.finish();
}

async function addAssets(
  services: Services,
  unit: UnitOfWork,
  writing: RegisterWriting,
  area: Area,
  owner: Owner,
  told: DemoAsset[],
): Promise<void> {
  const added = await writing.add(owner, told.map(recordOf), { source: null, list: null });
  const photos: NewPhoto[] = [];
  for (const [index, demo] of told.entries()) {
    const assetId = added[index]?.id;
    if (!assetId) continue;
    unit.record(
      ...demo.history.map(({ on, text, state }) => ({
        kind: state ? ('state_changed' as const) : ('asset_noted' as const),
        at: `${on}T09:00:00.000Z`,
        areaId: area.id,
        subjectKind: 'asset',
        subjectId: assetId,
        actor: ACTOR,
        after: state ?? null,
        publicText: text,
      })),
    );
    await addSpaces(services, unit, assetId, demo);
    await openRooms(services, unit, demo.owner, demo.code, assetId);
    photos.push(...(await drawPhotos(services, assetId, demo)));
  }
  if (photos.length > 0) await writing.addPhotos(photos);
}

/** Whole spaces first, then their parts, which name them. */
async function addSpaces({ newId }: Services, unit: UnitOfWork, assetId: string, { spaces }: DemoAsset): Promise<void> {
  const ids = new Map(spaces.map(({ name }) => [name, newId()]));
  const ordered = [...spaces.filter(({ parent }) => !parent), ...spaces.filter(({ parent }) => parent)];
  await spacesOn(unit.trx).add(
    ordered.map(({ parent, ...space }) => ({
      ...UNTOLD,
      ...space,
      bookable: false,
      id: ids.get(space.name) ?? newId(),
      assetId,
      parentId: (parent && ids.get(parent)) || null,
    })),
  );
  await spacesOn(unit.trx).dividesAsset(assetId);
}

async function drawPhotos({ newId, photos }: Services, assetId: string, { pictures }: DemoAsset): Promise<NewPhoto[]> {
  return Promise.all(
    pictures.map(async (picture, position) => {
      const id = newId();
      const size = await photos.keep(id, Buffer.from(drawing(picture.scene)));
      return { id, assetId, position, alt: picture.alt, credit: 'Drawing for the demonstration', ...size };
    }),
  );
}

function recordOf({ owner, history, spaces, pictures, release, ...asset }: DemoAsset) {
  return { ...asset, release: release ? { ...release, by: 'An officer of the council', on: '2026-09-01' } : null };
}
