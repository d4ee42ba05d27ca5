import { cursorAfter } from '../../src/register/assets/asset-list-reading.ts';
import { counties } from './country.ts';
import { printMeasured } from './measured-table.ts';
import { measured, type BenchServer, type Measured } from './server.ts';

const REQUESTS = 40;

/** Marks in the middle of a long list, as the cursor of its thousandth page has them. */
const deepName = cursorAfter({ key: 'market square library', rowNo: 5 });
const deepDistance = cursorAfter({ key: 150_000, rowNo: 5 });
const filters = 'kind=land&state=vacant,under_used';

/** Each with the number of one of the counties put in, so that requests differ. */
const CASES: [string, (at: number) => string][] = [
  ['API, all, first page', () => '/api/assets'],
  ['API, all, deep page', () => `/api/assets?cursor=${deepName}`],
  ['API, two filters, first page', () => `/api/assets?${filters}`],
  ['API, two filters, deep page', () => `/api/assets?${filters}&cursor=${deepName}`],
  ['API, by distance, first page', (at) => `/api/assets?${filters}&near=${wardOf(at)}`],
  ['API, by distance, deep page', (at) => `/api/assets?${filters}&near=${wardOf(at)}&cursor=${deepDistance}`],
  ['API, within 10 km', (at) => `/api/assets?near=${wardOf(at)}&km=10`],
  ['API, one county', (at) => `/api/assets?area=${slugOf(at)}&${filters}`],
  ['API, rare words', (at) => `/api/assets?q=${townOf(at)}+nursery+upper`],
  ['API, common word', () => '/api/assets?q=library'],
  ['page, two filters', () => `/assets?${filters}`],
  ['page, by distance', (at) => `/assets?${filters}&near=${wardOf(at)}`],
  ['page, by distance, deep', (at) => `/assets?${filters}&near=${wardOf(at)}&cursor=${deepDistance}`],
  ['start page', () => '/'],
];

/** Lists on the large register, and how many queries each takes there and where there are only a few assets. */
export async function measureLists(large: BenchServer, small: BenchServer): Promise<void> {
  const lines: [string, Measured][] = [];
  const few: number[] = [];
  for (const [name, path] of CASES) {
    lines.push([
      name,
      await measured(
        large,
        Array.from({ length: REQUESTS }, (_, at) => path(at)),
      ),
    ]);
    few.push((await measured(small, [path(0), path(1)])).queries);
  }
  printMeasured('Lists: one page', lines, ['with 10 assets'], (line) => [(few[line] ?? NaN).toFixed(1)]);
}

const countyAt = (at: number): (typeof counties)[number] | undefined => counties[at % counties.length];
const slugOf = (at: number): string => countyAt(at)?.details.slug ?? '';
const wardOf = (at: number): string => encodeURIComponent(`${countyAt(at)?.details.name} ward ${(at % 12) + 1}`);
const townOf = (at: number): string => countyAt(at)?.towns[at % 10]?.name ?? '';
