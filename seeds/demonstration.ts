import type { Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import { deskAssetsOn } from '../src/register/assets/asset-edit-list-store.ts';
import { compactOn } from '../src/groups/compact/compact-store.ts';
import { joined, middleOf, type Outline } from '../src/kernel/geo.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import type { GroupDetails } from '../src/groups/groups/group-contract.ts';
import type { RegisterWriting } from '../src/register/assets/asset-register.ts';
import type { NewPhoto } from '../src/register/assets/photo-store.ts';
import { DEMONSTRATION_PEOPLE } from '../src/ground/people/demonstration-people.ts';
import type { NewRight } from '../src/ground/people/people-service.ts';
import { UNTOLD } from '../src/rooms/spaces/space-contract.ts';
import { spacesOn } from '../src/rooms/spaces/space-store.ts';
import { openRooms, openTerms } from './demonstration-rooms.ts';
import { marlbeckAssets, type DemoAsset } from './marlbeck/assets.ts';
import { marlbeckBasemap, marlbeckBoundary, marlbeckPostcodes, marlbeckWards } from './marlbeck/geography.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';
import { scene } from './marlbeck/pictures.ts';
import { askForPassport } from './passport.ts';

const ACTOR = 'demonstration';
/** The library whose doors the demonstration’s caretaker opens. */
const KEPT_LIBRARY = 'NCC-L-0300';
const DEMONSTRATION_GROUP: GroupDetails = {
  name: 'Harbour Growers',
  public_name: null,
  legal_form: 'unconstituted',
  size: '10_to_30',
  telephone: null,
  purpose: 'We grow vegetables and flowers on neglected corners, and share what we harvest.',
  audience: 'Anybody in Marlbeck who likes to get their hands dirty',
};

/**
 * Loads the invented borough of Marlbeck into a new database, whole or not at all. Does nothing where there is an area already.
 * @param say is told before it begins: it takes a while
 */
export async function seedDemonstration(services: Services, say?: (words: string) => void): Promise<void> {
  if ((await services.areas.all()).length > 0) return;
  say?.('Drawing the demonstration borough of Marlbeck, about half a minute on a slow machine …');
  try {
    await services.inOneTransaction((unit) => seed(services, unit));
  } catch (error) {
    // Another process may have been seeding the same database.
    if ((await services.areas.all()).length === 0) throw error;
  }
}

async function seed(services: Services, unit: UnitOfWork): Promise<void> {
  const area = await services.areas.createIn(
    unit,
    { slug: 'marlbeck', name: 'Marlbeck', timezone: 'Europe/London', holidays: 'england-and-wales' },
    parts(),
  );
  const owners: Owner[] = [];
  for (const { name, kind, uri } of marlbeckOwners)
    owners.push(await services.areas.ownerNamed(unit.trx, area.id, name, kind, uri));
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
  await openTerms(services, unit, area.id, ACTOR);
  await addPeople(services, unit, area, owners);
  await joinCompact(services, unit, area, owners);
}

/** The council, the health trust and the schools have joined the compact; the others have not yet. */
async function joinCompact({ newId, clock }: Services, unit: UnitOfWork, area: Area, owners: Owner[]): Promise<void> {
  const joined: [kind: Owner['kind'], minute: string, officer: string][] = [
    ['council', 'Cabinet, 3 March 2026, minute 41', 'Head of Property'],
    ['nhs', 'Trust board, 14 May 2026, item 9', 'Director of Estates'],
    ['school', 'Governors, 22 June 2026, item 6', 'Business Manager'],
  ];
  for (const [kind, minuteRef, officer] of joined) {
    const owner = owners.find((one) => one.kind === kind);
    if (!owner) continue;
    await compactOn(unit.trx).add(
      { id: newId(), areaId: area.id, ownerId: owner.id, minuteRef, officer, from: '2026-07-01', until: null },
      { by: ACTOR, at: clock().toISOString() },
    );
    unit.record({
      kind: 'compact_joined',
      areaId: area.id,
      subjectKind: 'owner',
      subjectId: owner.id,
      actor: ACTOR,
      publicText: `${owner.name} joined the compact: ${minuteRef}.`,
    });
  }
}

/** One person a role, so that each home can be tried. */
async function addPeople(services: Services, unit: UnitOfWork, area: Area, owners: Owner[]): Promise<void> {
  const { people, groups, newId } = services;
  const [council] = owners;
  const [library] = await deskAssetsOn(unit.trx).called(area.id, KEPT_LIBRARY);
  const scorer: NewRight = { role: 'scorer', scope: 'area', scopeId: area.id, areaId: area.id, endsOn: null };
  const rights: Partial<Record<string, NewRight>> = {
    'asset broker': { role: 'broker', scope: 'area', scopeId: area.id, areaId: area.id, endsOn: null },
    'area administrator': {
      role: 'area_administrator',
      scope: 'area',
      scopeId: area.id,
      areaId: area.id,
      endsOn: null,
    },
    'ward councillor': { role: 'ward_councillor', scope: 'area', scopeId: area.id, areaId: area.id, endsOn: null },
    'scorer of the benefit test': scorer,
    'second scorer of the benefit test': scorer,
    ...(council && {
      'representative of an owner': {
        role: 'owner_representative',
        scope: 'owner',
        scopeId: council.id,
        areaId: area.id,
        endsOn: null,
      },
    }),
    ...(library && {
      'caretaker of a library': {
        role: 'caretaker',
        scope: 'asset',
        scopeId: library.id,
        areaId: area.id,
        endsOn: null,
      },
    }),
  };
  for (const { email, name, role } of DEMONSTRATION_PEOPLE) {
    const person = await people.personWith(unit, email, name, ACTOR);
    const right = rights[role];
    if (right) await people.grant(unit, person.id, right, ACTOR);
    if (role === 'leads a community group')
      await askForPassport(
        services,
        unit,
        area,
        await groups.createIn(unit, area, { ...DEMONSTRATION_GROUP, submission: newId() }, person.id),
        person.id,
      );
  }
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
      const size = await photos.keep(id, Buffer.from(scene(picture.scene)));
      return { id, assetId, position, alt: picture.alt, credit: 'Drawing for the demonstration', ...size };
    }),
  );
}

function recordOf({ owner, history, spaces, pictures, release, ...asset }: DemoAsset) {
  return { ...asset, release: release ? { ...release, by: 'An officer of the council', on: '2026-09-01' } : null };
}

function parts() {
  const [outline] = marlbeckBoundary().features.map(({ geometry }) => geometry as Outline);
  const boundary = outline && joined([outline]);
  if (!boundary) throw new Error('Marlbeck has no boundary.');
  const wards = marlbeckWards().features.map(({ geometry, properties }) => ({
    code: String(properties?.['area_code']),
    name: String(properties?.['area_name']),
    shape: geometry,
    centre: middleOf(geometry as Outline),
  }));
  return { boundary, wards, postcodes: postcodeLines(), basemap: JSON.stringify(marlbeckBasemap()) };
}

async function* postcodeLines() {
  for (const row of marlbeckPostcodes())
    yield { postcode: row.postcode, point: { lon: row.lon, lat: row.lat }, wardCode: row.ward_code };
}
