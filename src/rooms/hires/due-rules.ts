import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DueKind, DueThing, HireState } from './hire-contract.ts';

/** What is due so soon is on the lists. */
export const SOON_DAYS = 14;

/** For the owner's people and the brokers: money to give back, disputes to answer, groups to show round, papers that are missing. */
export function keepersDue(found: HireState): DueThing[] {
  const { deposit, money, today } = found;
  const answerBy = deposit.given?.answerDueOn ?? null;
  return [
    ...(deposit.mayReturn ? [thing(found, 'deposit', deposit.dueOn, deposit.late)] : []),
    ...(deposit.awaitsAnswer ? [thing(found, 'dispute', answerBy, answerBy !== null && answerBy < today)] : []),
    ...(money.hire.toPayBack > 0 ? [thing(found, 'refund', null)] : []),
    ...startsDue(found),
  ];
}

/** For the group: dates to take or leave, questions to answer, what is missing for the start. */
export function groupsDue(found: HireState): DueThing[] {
  const { booking, offers, evaluationUntil: until, now } = found;
  return [
    ...offers
      .filter((one) => one.state === 'open' && one.until > now)
      .map((one) => thing(found, 'other_date', dayIn(booking.zone, new Date(one.until * 60_000 - 1)))),
    ...startsDue(found),
    ...(until !== null ? [thing(found, 'evaluation', until)] : []),
  ];
}

/** The first date that lacks something, for each thing that is lacking: being shown round, insurance, a statement on safeguarding. */
function startsDue(found: HireState): DueThing[] {
  const { checks, needs, today } = found;
  const soon = daysAfter(today, SOON_DAYS);
  const open = new Map<DueKind, Day>();
  for (const { date, papers, shown } of needs.filter((one) => one.date <= soon))
    for (const kind of [...(shown ? [] : ['induction' as const]), ...papers]) if (!open.has(kind)) open.set(kind, date);
  for (const { kind, met, due } of checks) if (!met && due <= soon && !open.has(kind)) open.set(kind, due);
  return [...open].map(([kind, due]) => thing(found, kind, due, due < today));
}

function thing({ booking, group, place }: HireState, kind: DueKind, due: Day | null, late = false): DueThing {
  return {
    kind,
    bookingId: booking.id,
    group: group.outsideName,
    room: `${place.spaceName}, ${place.assetName}`,
    due,
    late,
    once: kind === 'induction' ? `${group.id} ${place.assetId}` : booking.id,
  };
}

/** The most urgent first. What one act settles for several bookings is one line: a group is shown round a building once. */
export function inTurn(all: readonly DueThing[]): DueThing[] {
  const sorted = all.toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
  const seen = new Set<string>();
  return sorted.filter(({ kind, once, due }) => {
    const key = kind === 'other_date' ? `${kind} ${once} ${due}` : `${kind} ${once}`;
    return !seen.has(key) && seen.add(key);
  });
}
