import type { ColumnUse } from './import-contract.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';

/** Beyond so many rows a list without references is not looked at further. */
const ROWS_LOOKED_AT = 20_000;

/** For a list without references: which columns are filled in every row and never repeat, so that one of them may serve as reference. */
export class KeyCandidates {
  private readonly open: { use: ColumnUse; seen: Set<string> }[];
  private rows = 0;

  constructor(uses: ColumnUse[]) {
    const fit = uses.filter(
      (use) =>
        !['personal', 'repeated'].includes(use.how) &&
        !['x', 'y', 'longitude', 'latitude', 'location'].includes(use.targets[0] ?? ''),
    );
    this.open = fit.map((use) => ({ use, seen: new Set<string>() }));
  }

  add(cells: string[]): void {
    if (++this.rows > ROWS_LOOKED_AT) return;
    for (let i = this.open.length - 1; i >= 0; i--) {
      const candidate = this.open[i];
      const text = candidate && textOfCell(cells[candidate.use.position - 1] ?? '');
      if (!candidate || !text || text.length > 100 || candidate.seen.has(text)) this.open.splice(i, 1);
      else candidate.seen.add(text);
    }
  }

  /** What to pass as `--map`, the most telling first. A name that doubles as reference stays the name. */
  names(): string[] {
    if (this.rows < 2) return [];
    const worth = ({ use }: { use: ColumnUse }): number =>
      use.targets.includes('uprn') ? 0 : use.targets.includes('name') ? 1 : use.targets.length > 0 ? 2 : 3;
    return this.open
      .toSorted((a, b) => worth(a) - worth(b))
      .map(
        ({ use }) =>
          `${use.header || `#${use.position}`}=${['code', ...use.targets.filter((target) => target !== 'ignore')].join(',')}`,
      );
  }
}
