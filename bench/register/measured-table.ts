import { ms, printTable, times } from '../support/table.ts';
import type { Measured } from './server.ts';

const HEAD = [
  'milliseconds',
  'p50',
  'p95',
  'CPU',
  'floor p50',
  'floor CPU',
  'p50 / floor',
  'CPU / floor',
  'kB',
  'queries',
];

/** Prints what replies took beside the floor: the same bytes from memory. @param more further cells for each line */
export function printMeasured(
  title: string,
  lines: [string, Measured][],
  head: string[] = [],
  more: (line: number) => string[] = () => [],
): void {
  printTable(
    title,
    [...HEAD, ...head],
    lines.map(([name, one], at) => [
      name,
      ms(one.p50),
      ms(one.p95),
      ms(one.cpu),
      ms(one.floor50),
      ms(one.floorCpu),
      times(one.p50, one.floor50),
      times(one.cpu, one.floorCpu),
      (one.bytes / 1000).toFixed(1),
      one.queries.toFixed(1),
      ...more(at),
    ]),
  );
}
