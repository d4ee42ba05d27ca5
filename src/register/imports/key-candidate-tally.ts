import { textOfCell } from '../../kernel/tables/cell-text.ts';
import type { ColumnUse } from './import-report-contract.ts';

/** Beyond so many rows a list without references is not looked at further. */
const ROWS_LOOKED_AT = 20_000;

/** For a list without references: which columns are filled in every row and never repeat, so that one of them may serve as reference. */
export class KeyCandidates {
  private readonly open: { use: ColumnUse; seen: Set<string>; codes: number }[];
  private rows = 0;

  constructor(uses: ColumnUse[]) {
    const fit = uses.filter(
      (use) =>
        !['personal', 'repeated'].includes(use.how) &&
        !['x', 'y', 'longitude', 'latitude', 'location'].includes(use.targets[0] ?? ''),
    );
    this.open = fit.map((use) => ({ use, seen: new Set<string>(), codes: 0 }));
  }

  add(cells: string[]): void {
    if (++this.rows > ROWS_LOOKED_AT) return;
    for (let i = this.open.length - 1; i >= 0; i--) {
      const candidate = this.open[i];
      const text = candidate && textOfCell(cells[candidate.use.position - 1] ?? '');
      if (!candidate || !text || text.length > 100 || candidate.seen.has(text)) this.open.splice(i, 1);
      else {
        candidate.seen.add(text);
        if (looksLikeCode(text)) candidate.codes++;
      }
    }
  }

  /**
   * What to pass as `--map`, the most telling first: short codes, then UPRNs, which several places may share one day,
   * and names only when there is nothing better. A name that doubles as reference stays the name.
   */
  names(): string[] {
    if (this.rows < 2) return [];
    const worth = ({ use, seen, codes }: { use: ColumnUse; seen: Set<string>; codes: number }): number => {
      if (use.targets.length === 0 && codes === seen.size) return 0;
      if (use.targets.includes('uprn')) return 1;
      if (use.targets.includes('name')) return 2;
      return use.targets.length > 0 ? 3 : 4;
    };
    return this.open
      .toSorted((a, b) => worth(a) - worth(b))
      .map(
        ({ use }) =>
          `${use.header || `#${use.position}`}=${['code', ...use.targets.filter((target) => target !== 'ignore')].join(',')}`,
      );
  }
}

/** A short word with a digit in it: "PK-01", "09/00025". Not a number with decimals, which measures something. */
function looksLikeCode(text: string): boolean {
  return /^\S{1,20}$/.test(text) && /\d/.test(text) && !/^-?\d+[.,]\d+$/.test(text);
}
