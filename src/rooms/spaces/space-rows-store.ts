import { facilityBits } from './facility-contract.ts';
import { UNTOLD, type Space, type SpaceDetails, type SpaceSummary } from './space-contract.ts';

/** A space as its table holds it. */
export type Row = {
  number: number;
  id: string;
  asset_id: string;
  parent_id: string | null;
  name: string;
  description: string | null;
  floor: string | null;
  floor_area_m2: number | null;
  capacity: number | null;
  bookable: boolean | number;
  facility_bits: number;
  details: string;
  version: number;
  retired_on: string | null;
};

/** What lists need of a space. */
export const summaryFrom = (row: Row): SpaceSummary => ({
  id: row.id,
  assetId: row.asset_id,
  parentId: row.parent_id,
  name: row.name,
  description: row.description,
  floor: row.floor,
  floorAreaM2: row.floor_area_m2,
  capacity: row.capacity,
  bookable: Boolean(row.bookable),
});

/** A space with all that is known of it; what was never told is said to be untold. */
export const fromRow = (row: Row): Space => ({
  ...UNTOLD,
  ...(JSON.parse(row.details) as Partial<SpaceDetails>),
  ...summaryFrom(row),
  number: row.number,
  version: row.version,
  ...(row.retired_on && { retiredOn: row.retired_on }),
});

/** A space as its table takes it, with the bits by which searches find its facilities. */
export function toRow(space: Omit<Space, 'number' | 'version'>): Omit<Row, 'number' | 'version' | 'retired_on'> {
  const details = Object.fromEntries((Object.keys(UNTOLD) as (keyof SpaceDetails)[]).map((key) => [key, space[key]]));
  return {
    id: space.id,
    asset_id: space.assetId,
    parent_id: space.parentId,
    name: space.name,
    description: space.description,
    floor: space.floor,
    floor_area_m2: space.floorAreaM2,
    capacity: space.capacity,
    bookable: space.bookable,
    facility_bits: facilityBits(space.facilities),
    details: JSON.stringify(details),
  };
}
