import type { Town } from '../../support/domain.ts';
import { aBox, inTown, retireAssets, someAssets } from '../../support/domain.ts';
import type { TestServer } from '../../support/server.ts';

/** Of what `aRegister` adds: as many as a list counts. */
export const COUNTS = { all: 23, land: 21, unplaced: 2, outlined: 1 } as const;
/** The southern half of the town, where all but one of the places with a point lie. */
export const SOUTH = [inTown(0, 0), inTown(1, 0.5)].flatMap(({ lon, lat }) => [lon, lat]).join(',');

/** A register with everything that an export must get right: outlines, places without a point, a hidden building, formulas, a retired place. */
export async function aRegister(server: TestServer, town: Town): Promise<void> {
  const corner = inTown(0.1, 0.1);
  const clockwise = aBox(corner, 0.001, 0.001).coordinates.map((ring) => ring.toReversed());
  const plots = Array.from({ length: 17 }, (_, at) => ({
    code: `P-${String(at).padStart(2, '0')}`,
    point: inTown(0.02 + at * 0.05, 0.25),
    landAreaM2: 100.5 + at,
  }));
  const [retired] = await someAssets(server, town, [
    { code: 'GONE', name: 'Sold long ago' },
    ...plots,
    {
      code: 'OUT',
      name: 'Field with an outline',
      point: inTown(0.12, 0.12),
      shape: { type: 'Polygon', coordinates: clockwise },
    },
    { code: 'N-1', name: 'Somewhere, "we think"', point: null },
    {
      code: 'N-2',
      name: '=HYPERLINK("http://example.org")',
      point: null,
      state: 'in_use',
      tenureDetails: ['owner_occupied', 'licence_out'],
    },
    {
      code: 'NORTH',
      name: '+44 Club',
      point: inTown(0.7, 0.9),
      purpose: '@home',
      costs: [{ label: 'Heating', annualPence: 125_050, source: 'Bills' }],
    },
    {
      code: 'H-1',
      name: 'Ritz Hall',
      kind: 'building',
      point: inTown(0.9, 0.2),
      address: { number: '1', street: 'Ritz Row', town: 'Testborough', postcode: 'ZZ2 1AA' },
      floorAreaM2: 321,
    },
    {
      code: 'H-2',
      name: 'Library',
      kind: 'building',
      state: 'in_use',
      point: inTown(0.3, 0.3),
      identifiers: [{ scheme: 'uprn', value: '999900000001' }],
    },
  ]);
  if (retired) await retireAssets(server, town, [retired.id]);
}
