import { boxOf, inBox, inside, type Box, type LonLat } from '../../kernel/geo.ts';
import type { Ward } from './area-contract.ts';

export type Wards = { at(point: LonLat): Ward | undefined; byId(id: string | null): Ward | undefined; all: Ward[] };

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
