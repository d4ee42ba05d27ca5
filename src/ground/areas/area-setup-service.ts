import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Outline } from '../../kernel/geo.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Area, AreaChange, NewArea, Owner, Ward } from './area-contract.ts';
import { areasOn } from './area-store.ts';
import type { PostcodeLine } from './postcode-file.ts';
import type { WardOutline } from './ward-file.ts';
import { wardFinder } from './ward-finder-rules.ts';
import { type AreaRead, addPostcodes, linesOf } from './postcode-filling-service.ts';
import { soundBoxOf, refuseElsewhere } from './area-fit-rules.ts';

export type AreaParts = {
  boundary: Outline;
  wards: WardOutline[];
  postcodes: AsyncIterable<PostcodeLine>;
  basemap: string | null;
};
export type AreaMade = { area: Area; read: AreaRead };

/** What has to be told that wards and postcodes have changed: whatever lies in them. */
export type Placing = {
  /** Before wards go: nothing may lie in them any longer. */
  letGoOfWards(trx: Db, wardIds: readonly string[]): Promise<void>;
  /** Works out anew where everything in the area lies, and shows it so. @returns how many things there are */
  placeAgain(trx: Db, area: Area, owners: Owner[]): Promise<number>;
};

/** Setting areas up, changing what they are made of, and removing those that nothing is in. */
export function areaSetup({ newId }: { newId: NewId }) {
  return {
    /**
     * Creates an area as a part of a larger piece of work.
     * @throws Problem 409 when the slug is taken, 400 when the files do not belong together
     */
    async createIn({ trx, record }: UnitOfWork, details: NewArea, parts: AreaParts): Promise<AreaMade> {
      const areas = areasOn(trx);
      if (await areas.bySlug(details.slug))
        throw conflict(`There is an area "${details.slug}" already. Choose another slug.`);
      const { slug, name, timezone: timeZone, holidays } = details;
      const area = { id: newId(), slug, name, timeZone, holidays, bbox: soundBoxOf(parts.boundary) };
      await areas.add(area, parts.boundary, parts.basemap);
      const wards = parts.wards.map((ward) => ({ ...ward, id: newId(), areaId: area.id }));
      refuseElsewhere(wards, area.bbox);
      await areas.addWards(wards);
      const taken = await addPostcodes(areas, area, wardFinder(wards), parts.postcodes);
      record({ kind: 'area_created', ...about(area.id), publicText: `${area.name} joined the register.` });
      return { area: { ...area, hasBasemap: parts.basemap !== null }, read: { wards: wards.length, ...taken } };
    },

    /**
     * Changes an area and puts other files in the place of what it is made of; what is not given stays. Wards are known by their code.
     * @returns the area as it is now, how much of the files was taken, and how many things were placed anew
     */
    async changeIn(
      { trx, record }: UnitOfWork,
      before: Area,
      details: AreaChange,
      parts: Partial<AreaParts>,
      placing: Placing,
    ): Promise<AreaMade & { placed: number }> {
      const areas = areasOn(trx);
      const area: Area = {
        ...before,
        name: details.name ?? before.name,
        timeZone: details.timezone ?? before.timeZone,
        holidays: details.holidays ?? before.holidays,
        bbox: parts.boundary ? soundBoxOf(parts.boundary) : before.bbox,
        hasBasemap: before.hasBasemap || typeof parts.basemap === 'string',
      };
      await areas.change(area, parts.boundary, parts.basemap ?? undefined);
      const lines = parts.postcodes ?? linesOf(await areas.allPostcodes(area.id));
      await areas.removePostcodes(area.id);
      const wards = parts.wards ? await replaceWards(trx, area, parts.wards, placing) : await areas.wards(area.id);
      const taken = await addPostcodes(areas, area, wardFinder(wards), lines);
      const owners = (await areas.owners()).filter(({ areaId }) => areaId === area.id);
      const placed = await placing.placeAgain(trx, area, owners);
      record({ kind: 'area_changed', ...about(area.id), publicText: `What ${area.name} is made of was changed.` });
      return { area, read: { wards: wards.length, ...taken }, placed };
    },

    /** Removes an area that nothing is in. @throws Problem 409 while anything is */
    async removeIn({ trx, record }: UnitOfWork, area: Area): Promise<void> {
      if (!(await areasOn(trx).remove(area.id)))
        throw conflict(
          `${area.name} has places, owners, groups or settings in it, so it stays. With "area change" other files can take the place of its own.`,
        );
      record({ kind: 'area_removed', ...about(area.id) });
    },
  };

  async function replaceWards(trx: Db, area: Area, outlines: WardOutline[], placing: Placing): Promise<Ward[]> {
    const areas = areasOn(trx);
    const known = new Map((await areas.wards(area.id)).map((ward) => [ward.code, ward]));
    const wards = outlines.map((one) => ({ ...one, id: known.get(one.code)?.id ?? newId(), areaId: area.id }));
    refuseElsewhere(wards, area.bbox);
    const stay = new Set(wards.map(({ code }) => code));
    const gone = [...known.values()].filter(({ code }) => !stay.has(code)).map(({ id }) => id);
    await placing.letGoOfWards(trx, gone);
    await areas.removeWards(gone);
    for (const ward of wards.filter(({ code }) => known.has(code))) await areas.changeWard(ward);
    await areas.addWards(wards.filter(({ code }) => !known.has(code)));
    return wards;
  }
}

const about = (areaId: string) => ({ areaId, subjectKind: 'area', subjectId: areaId, actor: 'system' }) as const;
