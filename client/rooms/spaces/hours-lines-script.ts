import { DAY_SETS } from '../../../src/rooms/spaces/hours-contract.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import type { Block, Line } from './week-rules.ts';

/** A line that says nothing: what was chosen for the block that is gone does not go over to the next. */
const EMPTY: Readonly<Record<string, string>> = {
  days: '',
  from: '',
  to: '',
  season_from: '',
  season_to: '',
  note: '',
  term: 'always',
  approval: 'owner',
  open: 'no',
  staffed: 'no',
};

type Input = HTMLInputElement | HTMLSelectElement;

/** The lines of the plain form, which are the truth: the week above them only reads and writes these inputs. */
export class HoursLines {
  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  all(): Line[] {
    return this.elements().map((element) => {
      const line = Number(element.dataset['line']);
      return { line, days: this.value(line, 'days'), from: this.value(line, 'from'), to: this.value(line, 'to') };
    });
  }

  /** Writes a block into its line. A line that stands for several days is parted first: only this day changes. */
  write(block: Block, was: Block): number {
    const line = this.parted(block.line, was.weekday);
    this.set(line, 'days', String(block.weekday));
    this.set(line, 'from', clockOf(block.from));
    this.set(line, 'to', clockOf(block.to));
    return line;
  }

  clear(block: Block): void {
    const line = this.parted(block.line, block.weekday);
    for (const [column, value] of Object.entries(EMPTY)) this.set(line, column, value);
  }

  /** The number of a line that is free, made anew where all are full. */
  free(): number {
    const empty = this.all().find(({ from, to }) => from === '' && to === '');
    return empty?.line ?? this.copyOf(Math.max(...this.all().map(({ line }) => line)));
  }

  focus(line: number): void {
    this.input(line, 'from')?.focus();
  }

  /** Each of the other days of a line gets a line of its own. @returns the line that now stands for this day alone */
  private parted(line: number, weekday: number): number {
    const days = DAY_SETS[this.value(line, 'days')];
    if (!days) return line;
    for (const day of days.filter((one) => one !== weekday)) {
      const other = this.copyOf(line);
      this.set(other, 'days', String(day));
    }
    this.set(line, 'days', String(weekday));
    return line;
  }

  private copyOf(line: number): number {
    const source = this.elements().find((element) => Number(element.dataset['line']) === line);
    const next = Math.max(...this.all().map((one) => one.line)) + 1;
    if (!source) return line;
    const copy = source.cloneNode(true) as HTMLElement;
    copy.dataset['line'] = String(next);
    copy.setAttribute('aria-label', `Line ${next}`);
    for (const element of copy.querySelectorAll('[id], [name], [for], [aria-describedby]'))
      renumber(element, line, next);
    source.parentElement?.append(copy);
    for (const select of source.querySelectorAll('select')) this.set(next, columnOf(select.name), select.value);
    return next;
  }

  private elements(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.hours-line')];
  }
  private input(line: number, column: string): Input | null {
    return this.root.querySelector<Input>(`[name="hours_${column}_${line}"]`);
  }
  private value(line: number, column: string): string {
    return this.input(line, column)?.value.trim() ?? '';
  }
  private set(line: number, column: string, value: string): void {
    const input = this.input(line, column);
    if (input) input.value = value;
  }
}

function renumber(element: Element, from: number, to: number): void {
  for (const name of ['id', 'name', 'for', 'aria-describedby']) {
    const value = element.getAttribute(name);
    if (value !== null) element.setAttribute(name, value.replace(new RegExp(`_${from}$`), `_${to}`));
  }
}

const columnOf = (name: string): string => name.replace(/^hours_/, '').replace(/_\d+$/, '');
