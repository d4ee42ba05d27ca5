import { type Outline, boxOf, isSoundBox } from '../../kernel/geo.ts';
import type { BoundingBox, Ward } from './area-contract.ts';
import { invalid } from '../../kernel/problem.ts';

/** @throws Problem 400: a box beyond the world would blank every map that shows it */
export function soundBoxOf(boundary: Outline): BoundingBox {
  const box = boxOf(boundary);
  if (isSoundBox(box)) return box;
  throw invalid([
    { field: 'boundary', message: 'The boundary does not lie on earth. Give it in longitude and latitude.' },
  ]);
}

/** @throws Problem 400 when no ward lies in the area: the files are of two places */
export function refuseElsewhere(wards: Ward[], area: BoundingBox): void {
  const touches = ({ shape }: Ward): boolean => {
    const [west, south, east, north] = boxOf(shape);
    return west <= area[2] && east >= area[0] && south <= area[3] && north >= area[1];
  };
  if (wards.length === 0 || wards.some(touches)) return;
  const message = 'None of the wards lies in the boundary. Check that the two files are of the same place.';
  throw invalid([{ field: 'wards', message }]);
}
