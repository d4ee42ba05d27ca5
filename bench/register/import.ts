import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import type { Services } from '../../src/app.ts';
import { importOptionsSchema } from '../../src/register/imports/import-contract.ts';
import { randomFrom } from '../support/random.ts';
import { printTable, thousands, times } from '../support/table.ts';
import { timed } from '../support/timing.ts';
import { emptyCounty } from './country.ts';
import { syntheticAsset } from './synthetic-assets.ts';

const HEADER = [
  'OrganisationLabel',
  'EffectiveDate',
  'UPRN',
  'AssetCode',
  'PropertyName',
  'StreetNumber',
  'StreetName',
  'PostTown',
  'PostCode',
  'CoordinateReferenceSystem',
  'GeoX',
  'GeoY',
  'TenureType',
  'HoldingType',
  'BuildingSize',
  'LandArea',
  'FunctionLabel',
  'State',
];
const OWNER = 'Emptyshire Library Trust';

/** A list of an owner nobody knows yet, into a county without assets: looked at, applied, and brought again. */
export async function measureImport({ imports, sync }: Services, rows: number): Promise<void> {
  // As in a running server, whose index takes in what was written.
  await sync.fill();
  const path = aList(rows);
  const options = (apply: boolean) =>
    importOptionsSchema.parse({ area: emptyCounty.details.slug, owner: OWNER, apply });
  const floor = await timed(() => parsedAlone(path));
  const lines: string[][] = [
    [
      'csv-parse alone',
      (floor.took / 1000).toFixed(1),
      thousands(rows / (floor.took / 1000)),
      '1.0×',
      `${floor.result} rows`,
    ],
  ];
  for (const [name, apply] of [
    ['dry run', false],
    ['apply', true],
    ['dry run, all unchanged', false],
    ['apply, all unchanged', true],
  ] as const) {
    const { took, result } = await timed(() => imports.importFile({ path, options: options(apply) }));
    if (result.applied !== apply)
      throw new Error(`The import asks: ${result.questions.map(({ message }) => message).join(' ')}`);
    const { added, changed, unchanged, rejected } = result.counts;
    lines.push([
      name,
      (took / 1000).toFixed(1),
      thousands(rows / (took / 1000)),
      times(took, floor.took),
      `${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected`,
    ]);
  }
  printTable(`Import of ${thousands(rows)} rows`, ['', 'seconds', 'rows/s', 'to csv-parse', 'outcome'], lines);
}

async function parsedAlone(path: string): Promise<number> {
  let rows = 0;
  for await (const _row of createReadStream(path).pipe(parse({ columns: true }))) rows++;
  return rows;
}

function aList(rows: number): string {
  const random = randomFrom(5);
  const lines = Array.from({ length: rows }, (_, at) => {
    const { code, name, address, point, tenure, holding, floorAreaM2, landAreaM2, functionLabel, state, effectiveOn } =
      syntheticAsset(random, emptyCounty, at);
    return [
      OWNER,
      effectiveOn,
      200_000_000_000 + at,
      code,
      name,
      address?.number,
      address?.street,
      address?.town,
      address?.postcode,
      point ? 'WGS84' : '',
      point?.lon,
      point?.lat,
      tenure,
      holding === 'land' ? 'Land' : 'Buildings',
      floorAreaM2,
      landAreaM2 && landAreaM2 / 10_000,
      functionLabel,
      state === 'vacant' ? 'Vacant' : 'In use',
    ];
  });
  const path = 'data/bench/list.csv';
  mkdirSync('data/bench', { recursive: true });
  writeFileSync(path, stringify([HEADER, ...lines]));
  return path;
}
