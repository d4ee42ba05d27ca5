import { isTurnOf, type Step } from '../../ground/cases/standing-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { DueThing, HireState } from './hire-contract.ts';
import type { HireStep } from './hire-standing-contract.ts';

/** What is due so soon is on the lists of those who answer for rooms. */
export const SOON_DAYS = 14;
/** What those who answer for a room look for before a date, whosever turn it is. */
const BEFORE_A_DATE: readonly HireStep[] = [
  'induction',
  'insurance',
  'safeguarding',
  'check_insurance',
  'check_safeguarding',
];
/** Money that a group owes: theirs to know of once its day has passed. */
const OWED: readonly HireStep[] = ['pay_hire', 'pay_deposit'];

/** For the owner’s people and the brokers: what is their turn, what is missing before a date that comes soon, money that is late. */
export function keepersDue(found: HireState): DueThing[] {
  const soon = daysAfter(found.today, SOON_DAYS);
  const concerns = ({ kind, turn, by }: Step): boolean => {
    if (BEFORE_A_DATE.includes(kind as HireStep)) return by !== null && by <= soon;
    return OWED.includes(kind as HireStep) ? by !== null && by < found.today : isTurnOf(turn, 'owner');
  };
  return openSteps(found).filter(concerns).map(thing(found));
}

/** For the group: all that is its turn. */
export const groupsDue = (found: HireState): DueThing[] =>
  openSteps(found)
    .filter(({ turn }) => isTurnOf(turn, 'group'))
    .map(thing(found));

/** What a request says of a booking that is not certain yet stands with the request. */
const openSteps = ({ booking, standing }: HireState): Step[] =>
  ['requested', 'offered', 'default_offered', 'deposit_due'].includes(booking.state)
    ? []
    : standing.steps.filter(({ turn }) => turn !== 'nobody');

const thing =
  ({ booking, group, place, today }: HireState) =>
  (step: Step): DueThing => ({
    step,
    bookingId: booking.id,
    caseNumber: booking.caseNumber,
    group: group.outsideName,
    room: `${place.spaceName}, ${place.assetName}`,
    late: step.by !== null && step.by < today,
    once: step.kind === 'induction' ? `${group.id} ${place.assetId}` : booking.id,
  });

/** The most urgent first. What one act settles for several bookings is one line: a group is shown round a building once. */
export function inTurn(all: readonly DueThing[]): DueThing[] {
  const sorted = all.toSorted((one, other) => (one.step.by ?? '9999').localeCompare(other.step.by ?? '9999'));
  const seen = new Set<string>();
  return sorted.filter(({ step, once }) => {
    const key = `${step.kind} ${once}`;
    return !seen.has(key) && seen.add(key);
  });
}
