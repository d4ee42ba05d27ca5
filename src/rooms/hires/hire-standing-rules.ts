import { dayIn } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { BookingState } from '../bookings/booking-contract.ts';
import { DATE_PAPERS } from '../bookings/date-need-contract.ts';
import { hireToPayBack } from '../ledger/balance-contract.ts';
import type { Entry } from '../ledger/ledger-contract.ts';
import { openMoney, type OpenMoney } from '../ledger/open-money-contract.ts';
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
      if (by === undefined) return [];
      const waits = needs.some(({ waiting }) => waiting.includes(kind));
      return [waits ? { kind: `check_${kind}`, turn: 'broker', by } : { kind, turn: 'group', by }];
    }),
    ...(shown === undefined ? [] : [{ kind: 'induction' as const, turn: 'group_and_owner' as const, by: shown }]),
  ];
}

/** Money that is still to change hands. What was agreed in parts is due part by part. */
function owed({ booking, entries }: HireFacts): HireDue[] {
  const open = openMoney(booking, entries);
  const toPayBack = hireToPayBack(entries);
  return [
    ...toPay(
      'pay_deposit',
      open.filter(({ account }) => account === 'deposit'),
    ),
    ...toPay(
      'pay_hire',
      open.filter(({ account }) => account === 'hire'),
    ),
    ...(toPayBack > 0 ? [{ kind: 'refund' as const, turn: 'owner' as const, by: null, pence: toPayBack }] : []),
  ];
}

function toPay(kind: 'pay_deposit' | 'pay_hire', open: readonly OpenMoney[]): HireDue[] {
  const [part, ...later] = open;
  if (!part) return [];
  const rest = later.reduce((sum, { pence }) => sum + pence, 0);
  return [{ kind, turn: 'group', by: part.dueOn, pence: part.pence, ...(rest > 0 && { ofPence: part.pence + rest }) }];
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
