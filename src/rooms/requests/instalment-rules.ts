import { daysAfter } from '../../kernel/clock.ts';
import type { Instalment } from '../ledger/balance-contract.ts';
import type { Instalments } from './money-contract.ts';

/** What is owed in so many equal parts; odd pence are in the first. */
export function inParts(owed: number, { count, first_on: first, every_weeks: weeks }: Instalments): Instalment[] {
  const part = Math.floor(owed / count);
  return Array.from({ length: count }, (_, at) => ({
    dueOn: daysAfter(first, at * weeks * 7),
    pence: at === 0 ? owed - part * (count - 1) : part,
  }));
}
