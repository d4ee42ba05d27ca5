import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { BookingState } from '../bookings/booking-contract.ts';
import { DATE_PAPERS } from '../bookings/date-need-contract.ts';
import { balanceOf, hireToPayBack, instalmentsLeft } from '../ledger/balance-contract.ts';
import type { Account, Entry } from '../ledger/ledger-contract.ts';
import type { RequestState } from '../requests/request-contract.ts';
import type { HireState } from './hire-contract.ts';
import type { HireDue, OwnState } from './hire-standing-contract.ts';

/** What decides where a booking stands. */
export type HireFacts = Pick<HireState, 'booking' | 'occurrences' | 'needs' | 'today' | 'now' | 'evaluationUntil'> & {
  entries: readonly Entry[];
  offers: readonly Pick<HireState['offers'][number], 'state' | 'until'>[];
  deposit: Pick<HireState['deposit'], 'dueOn' | 'mayReturn' | 'given' | 'awaitsAnswer'>;
};
type Dues = (facts: HireFacts) => HireDue[];

const DUES: Record<OwnState, Dues> = {
  confirmed: running,
  active: running,
  ended: (facts) => [...depositBack(facts), ...(facts.deposit.mayReturn ? [] : [evaluation(facts)]), ...owed(facts)],
  deposit_returned: (facts) => [...dispute(facts), evaluation(facts), ...owed(facts)],
  evaluated: (facts) => [...dispute(facts), ...owed(facts)],
  closed: (facts) => [...dispute(facts), ...owed(facts)],
  cancelled: givenUp,
  withdrawn: givenUp,
  lapsed: givenUp,
  declined: () => [],
};

/** Everything that is open about a booking, what is due first at the top; then what happens by itself. Never empty. */
export function hireDues(facts: HireFacts, state: OwnState): HireDue[] {
  const open = DUES[state](facts).toSorted((one, other) => (one.by ?? LAST).localeCompare(other.by ?? LAST));
  const next = isRunning(state) ? nextDate(facts) : null;
  return [...open, next === null ? NOTHING : { kind: 'come', turn: 'nobody', by: next }];
}
/** Null where the request of a booking says where it stands. */
export const ownStateOf = (state: BookingState): OwnState | null => (state in DUES ? (state as OwnState) : null);
/** The state of the request behind a booking that is not certain yet, where none is kept. */
export const beforeState = (state: BookingState): RequestState =>
  state === 'offered' || state === 'default_offered' || state === 'deposit_due' ? state : 'asked';

const LAST = '9999-12-31';
const NOTHING: HireDue = { kind: 'nothing', turn: 'nobody', by: null };
const isRunning = (state: OwnState): boolean => state === 'confirmed' || state === 'active';

/** The day by which the hire is to be paid: the area's days after the first date, or after the day on which it was last charged. */
function hireDueOn(
  { startsOn, terms }: Pick<HireFacts['booking'], 'startsOn' | 'terms'>,
  entries: readonly Entry[],
): Day {
  const charged = entries.filter(({ account, kind }) => account === 'hire' && kind === 'charged');
  const last =
    charged
      .map(({ onDay }) => onDay)
      .toSorted()
      .at(-1) ?? startsOn;
  return daysAfter(last > startsOn ? last : startsOn, terms.hire_due_days);
}

function running(facts: HireFacts): HireDue[] {
  return [...otherDates(facts), ...lacking(facts), ...owed(facts)];
}

function givenUp(facts: HireFacts): HireDue[] {
  return [...depositBack(facts), ...dispute(facts), ...owed(facts)];
}

function otherDates({ booking, offers, now }: HireFacts): HireDue[] {
  const open = offers.filter(({ state, until }) => state === 'open' && until > now);
  const soonest = open.toSorted((one, other) => one.until - other.until)[0];
  if (!soonest) return [];
  const by = dayIn(booking.zone, new Date(soonest.until * 60_000 - 1));
  return [{ kind: 'other_date', turn: 'group', by }];
}

/** What the dates to come lack, each with the first that lacks it. */
function lacking({ needs }: HireFacts): HireDue[] {
  const first = (lacks: (need: HireFacts['needs'][number]) => boolean): Day | undefined =>
    needs
      .filter(lacks)
      .map(({ date }) => date)
      .toSorted()[0];
  const shown = first((need) => !need.shown);
  return [
    ...DATE_PAPERS.flatMap((kind): HireDue[] => {
      const by = first(({ papers }) => papers.includes(kind));
      return by === undefined ? [] : [{ kind, turn: 'group', by }];
    }),
    ...(shown === undefined ? [] : [{ kind: 'induction' as const, turn: 'group_and_owner' as const, by: shown }]),
  ];
}

/** Money that is still to change hands. What was agreed in parts is due part by part. */
function owed(facts: HireFacts): HireDue[] {
  const { booking, entries } = facts;
  const toPayBack = hireToPayBack(entries);
  return [
    ...toPay('pay_deposit', 'deposit', entries, booking.startsOn),
    ...toPay('pay_hire', 'hire', entries, hireDueOn(booking, entries)),
    ...(toPayBack > 0 ? [{ kind: 'refund' as const, turn: 'owner' as const, by: null, pence: toPayBack }] : []),
  ];
}

function toPay(kind: 'pay_deposit' | 'pay_hire', account: Account, entries: readonly Entry[], dueOn: Day): HireDue[] {
  const { owed: pence, planned } = balanceOf(entries, account);
  const [part] = instalmentsLeft(entries, account);
  if (pence === 0) return [];
  if (!part || planned < pence) return [{ kind, turn: 'group', by: dueOn, pence }];
  return [{ kind, turn: 'group', by: part.dueOn, pence: part.pence, ...(part.pence < pence && { ofPence: pence }) }];
}

const depositBack = ({ deposit }: HireFacts): HireDue[] =>
  deposit.mayReturn ? [{ kind: 'deposit', turn: 'owner', by: deposit.dueOn }] : [];
const dispute = ({ deposit }: HireFacts): HireDue[] =>
  deposit.awaitsAnswer ? [{ kind: 'dispute', turn: 'owner', by: deposit.given?.answerDueOn ?? null }] : [];
const evaluation = ({ evaluationUntil }: HireFacts): HireDue => ({
  kind: 'evaluation',
  turn: 'group',
  by: evaluationUntil,
});

/** The next date that takes place; what goes on now is still to be come to. */
function nextDate({ occurrences, now }: HireFacts): Day | null {
  const ahead = occurrences.filter(({ state, ends }) => state === 'planned' && ends > now);
  return ahead.map(({ date }) => date).toSorted()[0] ?? null;
}
