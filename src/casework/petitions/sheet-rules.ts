import type { Sheet } from './signature-contract.ts';

/** Of every ten sheets one is typed twice, whatever the count. */
export const ONE_IN = 10;

/** Whether a sheet has to be typed a second time: drawn for it, or the count is so close that a slip could decide. */
export const needsSecond = ({ state, sampled }: Pick<Sheet, 'state' | 'sampled'>, near: boolean): boolean =>
  state === 'typed' && (sampled || near);

/** How many sheets wait for a second person, and how many for a third. */
export function waitsFor(
  sheets: readonly Pick<Sheet, 'state' | 'sampled'>[],
  near: boolean,
): { second: number; third: number } {
  return {
    second: sheets.filter((sheet) => needsSecond(sheet, near)).length,
    third: sheets.filter(({ state }) => state === 'differs').length,
  };
}

/** How often the first person was wrong, among lines that were typed twice. */
export function errorRate(sheets: readonly Pick<Sheet, 'checked' | 'wrong'>[]): { checked: number; wrong: number } {
  return {
    checked: sheets.reduce((all, { checked }) => all + checked, 0),
    wrong: sheets.reduce((all, { wrong }) => all + wrong, 0),
  };
}
