import type { UnknownWord } from './row-note-tally.ts';
import type { Columns } from './column-reading.ts';
import { valueKey, type UnknownValue, type ValueTarget } from './value-contract.ts';

/** Beyond so many different words a column holds free text, not values; the rest of its rows are flagged all the same. */
const MOST_WORDS = 300;

/** Counts every word that is not known, so that each can be shown with its rows and none hides the others. */
export class ValueTally {
  private readonly words = new Map<string, UnknownValue>();

  private readonly columns: Columns;

  constructor(columns: Columns) {
    this.columns = columns;
  }

  /** @param deciding columns whose words decide, in this row, what is published */
  add(words: readonly UnknownWord[], deciding: readonly ValueTarget[]): void {
    for (const { target, text, meant } of words) {
      const key = `${target} ${valueKey(text)}`;
      const column = this.columns[target]?.header ?? '';
      const entry = this.words.get(key) ?? { target, column, text, rows: 0, decides: 0, meant };
      entry.rows++;
      if (deciding.includes(target)) entry.decides++;
      if (this.words.has(key) || this.words.size < MOST_WORDS) this.words.set(key, entry);
    }
  }

  all(): UnknownValue[] {
    return [...this.words.values()].toSorted((a, b) => b.rows - a.rows);
  }
}
