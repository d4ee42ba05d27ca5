import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { districtOf, isFullPostcode, postcodeOf } from '../../kernel/postcode.ts';
import { slugOf } from '../../kernel/text.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Area, FoundPlace, NewArea, Owner, OwnerKind } from './area-contract.ts';
import { areaSetup, type AreaParts } from './area-setup-service.ts';
import { areasOn } from './area-store.ts';
import { unknownPlaceWords } from './unknown-place-words.ts';

type Deps = { db: Db; inOneTransaction: InOneTransaction; newId: NewId };

/** Areas and what they are made of. An area is data: creating one makes a borough ready for its register. */
export function areaService({ db, inOneTransaction, newId }: Deps) {
  const store = areasOn(db);
  const setup = areaSetup({ newId });

  return {
    all: () => store.all(),
    bySlug: (slug: string) => store.bySlug(slug),
    owners: () => store.owners(),
    wardNames: () => store.wardNames(),
    basemap: (areaId: string) => store.basemap(areaId),
    boundary: (areaId: string) => store.boundary(areaId),
    wards: (areaId: string) => store.wards(areaId),
    /** The days of an area's calendar that are no working days, with those on which its offices are closed. */
    daysOff: async (areaId: string): Promise<DaysOff> => new Set(await store.daysOff(areaId)),
    /** Bank holidays alone: they make a period longer, an office that is closed by its own choice does not. */
    bankHolidays: async (areaId: string): Promise<DaysOff> => new Set(await store.bankHolidays(areaId)),
    /** The same for several areas at once, from a day on: for what looks at many places. */
    async daysOffOf(areaIds: readonly string[], from: string): Promise<Map<string, DaysOff>> {
      const days = new Map(areaIds.map((id): [string, Set<string>] => [id, new Set()]));
      for (const { areaId, day } of await store.daysOffOf(areaIds, from)) days.get(areaId)?.add(day);
      return days;
    },

    /** Creates an area whole, or not at all. */
    create: async (details: NewArea, parts: AreaParts): Promise<Area> =>
      (await inOneTransaction((unit) => setup.createIn(unit, details, parts))).area,
    setup,

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
    /** What to tell somebody whose place nobody knows: a ward that they may have meant, or a postcode of here as an example. */
    async unknownPlace(typed: string, areaSlug?: string): Promise<string> {
      const wanted = (await store.all()).filter((area) => !areaSlug || area.slug === areaSlug);
      const inside = new Set(wanted.map(({ id }) => id));
      const wards = (await store.wardNames()).filter(({ areaId }) => inside.has(areaId));
      const [first] = wanted;
      const example = first ? await store.somePostcode(first.id) : undefined;
      return unknownPlaceWords(
        typed,
        wards.map(({ name }) => name),
        example,
      );
    },
  };

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
