import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import { boxOf, inBox, inside, type Box, type LonLat, type Outline } from '../../kernel/geo.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict } from '../../kernel/problem.ts';
import { districtOf, isFullPostcode, postcodeOf } from '../../kernel/postcode.ts';
import { slugOf } from '../../kernel/text.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Area, FoundPlace, NewArea, Owner, OwnerKind, Postcode, Ward } from './area-contract.ts';
import type { PostcodeLine, WardOutline } from './area-files.ts';
import { areasOn } from './area-store.ts';

type Deps = { db: Db; inOneTransaction: InOneTransaction; newId: NewId };
export type AreaParts = {
  boundary: Outline;
  wards: WardOutline[];
  postcodes: AsyncIterable<PostcodeLine>;
  basemap: string | null;
};
export type Wards = { at(point: LonLat): Ward | undefined; byId(id: string | null): Ward | undefined; all: Ward[] };

const POSTCODES_AT_ONCE = 5_000;

/** Areas and what they are made of. An area is data: creating one makes a borough ready for its register. */
export function areaService({ db, inOneTransaction, newId }: Deps) {
  const store = areasOn(db);

  return {
    all: () => store.all(),
    bySlug: (slug: string) => store.bySlug(slug),
    owners: () => store.owners(),
    wardNames: () => store.wardNames(),
    basemap: (areaId: string) => store.basemap(areaId),
    boundary: (areaId: string) => store.boundary(areaId),
    wards: (areaId: string) => store.wards(areaId),
    /** The days of an area's calendar that are no working days. */
    daysOff: async (areaId: string): Promise<DaysOff> => new Set(await store.daysOff(areaId)),
    /** The same for several areas at once, from a day on: for what looks at many places. */
    async daysOffOf(areaIds: readonly string[], from: string): Promise<Map<string, DaysOff>> {
      const days = new Map(areaIds.map((id): [string, Set<string>] => [id, new Set()]));
      for (const { areaId, day } of await store.daysOffOf(areaIds, from)) days.get(areaId)?.add(day);
      return days;
    },

    /** Creates an area whole, or not at all. */
    create: (details: NewArea, parts: AreaParts): Promise<Area> =>
      inOneTransaction((unit) => createIn(unit, details, parts)),
    createIn,

    /** The owner of that name in the area, made when there is none yet. */
    async ownerNamed(
      trx: Db,
      areaId: string,
      name: string,
      kind: OwnerKind = 'council',
      uri: string | null = null,
    ): Promise<Owner> {
      const areas = areasOn(trx);
      const known = await areas.ownerNamed(areaId, name);
      if (known) return known;
      const owner = { id: newId(), areaId, slug: await areas.freeOwnerSlug(areaId, slugOf(name)), name, kind, uri };
      await areas.addOwner(owner);
      return owner;
    },

    /**
     * The place that somebody typed: a postcode, a postcode district or the name of a ward.
     * Looked up in the areas' own data, so no third party learns what people look for.
     */
    async findPlace(typed: string, areaSlug?: string): Promise<FoundPlace | undefined> {
      const areas = await store.all();
      const wanted = areas.filter((area) => !areaSlug || area.slug === areaSlug);
      const slugs = new Map(wanted.map((area) => [area.id, area.slug]));
      const found = await placesCalled(typed);
      const place = found.find((one) => slugs.has(one.areaId));
      return place && { label: place.label, kind: place.kind, point: place.point, area: slugs.get(place.areaId) ?? '' };
    },
  };

  /**
   * Creates an area as a part of a larger piece of work.
   * @throws Problem 409 when the slug is taken
   */
  async function createIn({ trx, record }: UnitOfWork, details: NewArea, parts: AreaParts): Promise<Area> {
    const areas = areasOn(trx);
    if (await areas.bySlug(details.slug))
      throw conflict(`There is an area "${details.slug}" already. Choose another slug.`);
    const area = {
      id: newId(),
      slug: details.slug,
      name: details.name,
      timeZone: details.timezone,
      holidays: details.holidays,
      bbox: boxOf(parts.boundary),
    };
    await areas.add(area, parts.boundary, parts.basemap);
    const wards = parts.wards.map((ward) => ({ ...ward, id: newId(), areaId: area.id }));
    await areas.addWards(wards);
    await addPostcodes(areas, area.id, wardFinder(wards), parts.postcodes);
    record({
      kind: 'area_created',
      areaId: area.id,
      subjectKind: 'area',
      subjectId: area.id,
      actor: 'system',
      publicText: `${area.name} joined the register.`,
    });
    return { ...area, hasBasemap: parts.basemap !== null };
  }

  async function placesCalled(typed: string): Promise<(Omit<FoundPlace, 'area'> & { areaId: string })[]> {
    const postcode = postcodeOf(typed);
    if (postcode && isFullPostcode(postcode)) {
      const exact = await store.postcode(postcode);
      if (exact.length > 0)
        return exact.map((one) => ({
          label: postcode,
          kind: 'postcode' as const,
          point: one.point,
          areaId: one.areaId,
        }));
    }
    if (postcode) {
      const district = districtOf(postcode);
      return (await store.district(district)).map(({ areaId, lon, lat }) => ({
        label: district,
        kind: 'district' as const,
        point: { lon, lat },
        areaId,
      }));
    }
    const wards = await store.wardsNamed(typed.trim());
    return wards.map(({ name, lon, lat, areaId }) => ({
      label: name,
      kind: 'ward' as const,
      point: { lon, lat },
      areaId,
    }));
  }
}
export type AreaService = ReturnType<typeof areaService>;

/** Finds the ward that a point lies in: boxes first, then polygons. */
export function wardFinder(wards: Ward[]): Wards {
  const boxed: { ward: Ward; box: Box }[] = wards.map((ward) => ({ ward, box: boxOf(ward.shape) }));
  const byId = new Map(wards.map((ward) => [ward.id, ward]));
  return {
    all: wards,
    at: (point) => boxed.find(({ ward, box }) => inBox(box, point) && inside(ward.shape, point))?.ward,
    byId: (id) => (id === null ? undefined : byId.get(id)),
  };
}

async function addPostcodes(
  areas: ReturnType<typeof areasOn>,
  areaId: string,
  wards: Wards,
  lines: AsyncIterable<PostcodeLine>,
): Promise<void> {
  const byCode = new Map(wards.all.map((ward) => [ward.code, ward.id]));
  const seen = new Set<string>();
  let waiting: (Postcode & { district: string })[] = [];
  for await (const { postcode, point, wardCode } of lines) {
    if (seen.has(postcode)) continue;
    seen.add(postcode);
    const wardId = byCode.get(wardCode ?? '') ?? wards.at(point)?.id ?? null;
    waiting.push({ areaId, postcode, district: districtOf(postcode), point, wardId });
    if (waiting.length < POSTCODES_AT_ONCE) continue;
    await areas.addPostcodes(waiting);
    waiting = [];
  }
  await areas.addPostcodes(waiting);
}
