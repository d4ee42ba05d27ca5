import { daysAfter } from '../../kernel/clock.ts';
import type { Day, Recurrence } from '../../kernel/recurrence-contract.ts';
import type { RoomRequest, Wish } from './request-contract.ts';
import type { WaitingPlace, WaitingState } from './waiting-contract.ts';

type InLine = Pick<WaitingPlace, 'joinedAt' | 'id' | 'firstOn'> & { local: boolean };

/**
 * Who comes first: groups of the area until so many days before the date, then whoever joined first (casework reference, fairness).
 * @param localsFirst how many days before a date groups from elsewhere are treated alike; 0 treats all alike at any time
 */
export function inLine<P extends InLine>(places: readonly P[], localsFirst: number, today: Day): P[] {
  const behind = ({ local, firstOn }: P): number =>
    localsFirst > 0 && !local && today < daysAfter(firstOn, -localsFirst) ? 1 : 0;
  return places.toSorted(
    (one, other) =>
      behind(one) - behind(other) || one.joinedAt.localeCompare(other.joinedAt) || one.id.localeCompare(other.id),
  );
}

/** What is waited for: the whole wish where all dates are wanted or none, otherwise the dates that were not free. */
export function waitedFor(wish: Wish, notFree: readonly Day[]): Wish {
  if (wish.dates === 'all') return wish;
  return { ...wish, recurrence: { kind: 'dates', dates: notFree.toSorted() } };
}

/** Dates that are still waited for when some of them were had; null when none is left. */
export function stillWaitedFor(wish: Wish, had: readonly Day[], today: Day): Wish | null {
  if (wish.dates === 'all' || wish.recurrence.kind !== 'dates') return null;
  const dates = wish.recurrence.dates.filter((day) => day > today && !had.includes(day));
  return dates.length > 0 ? { ...wish, recurrence: { kind: 'dates', dates } } : null;
}

export function spanOfRule(rule: Recurrence): { firstOn: Day; lastOn: Day } {
  if (rule.kind === 'once') return { firstOn: rule.date, lastOn: rule.date };
  if (rule.kind === 'dates') return { firstOn: rule.dates[0] ?? '', lastOn: rule.dates.at(-1) ?? '' };
  return { firstOn: rule.from, lastOn: rule.until };
}

/** What became of an offer; null while it is open. */
export function outcomeOf({ state }: Pick<RoomRequest, 'state'>): Extract<WaitingState, 'taken' | 'lapsed'> | null {
  if (state === 'deposit_due' || state === 'confirmed') return 'taken';
  return ['declined', 'withdrawn', 'lapsed', 'with_broker'].includes(state) ? 'lapsed' : null;
}
