import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import { meetWords, payWords, type Contacts } from '../../ground/cases/how-words.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import type { HireDue, HireStep, OwnState } from './hire-standing-contract.ts';

const NEXT: Record<HireStep, (due: HireDue) => string> = {
  other_date: () => 'take the other date that is offered, or say no',
  insurance: () => 'add proof of insurance: without it the room stays shut to the group',
  safeguarding: () => 'add the safeguarding statement: without it the room stays shut to the group',
  check_insurance: () =>
    'check the proof of insurance that the group has added: until then the room stays shut to the group',
  check_safeguarding: () =>
    'check the safeguarding statement that the group has added: until then the room stays shut to the group',
  induction: () => 'meet and be shown round: alarm, exits, accident book',
  pay_deposit: (due) => `pay ${amount(due)} of the deposit`,
  pay_hire: (due) => `pay ${amount(due)} of hire`,
  refund: ({ pence = 0 }) => `pay ${pounds(pence)} of hire back`,
  come: () => 'the next date is',
  deposit: () => 'give the deposit back',
  dispute: () => 'answer what the group says about its deposit',
  evaluation: () => 'tell us in three questions how it went',
  nothing: () => '',
};
/** What is next, to whoever has the turn. */
export const nextWords = (due: HireDue): string => NEXT[due.kind](due);
const amount = ({ pence = 0, ofPence }: HireDue): string =>
  ofPence === undefined ? pounds(pence) : `a part of ${pounds(pence)} of the ${pounds(ofPence)} that are left`;

const STAGES: Record<OwnState, string> = {
  confirmed: 'Booked',
  active: 'Booked and in use',
  declined: 'Declined',
  withdrawn: 'Taken back',
  lapsed: 'Lapsed',
  cancelled: 'Cancelled',
  ended: 'Over',
  deposit_returned: 'Over',
  evaluated: 'Over',
  closed: 'Closed',
};

export type AboutHow = Pick<Booking, 'caseNumber'> & { owner: string; contacts: Contacts };

/** Where a booking stands, in words. @param dues in the order of their days, never empty */
export function hireStanding(
  state: OwnState,
  [first, ...more]: readonly HireDue[],
  about: AboutHow,
  depositBack: boolean,
): Standing {
  const step = (due: HireDue): Step => ({
    kind: due.kind,
    turn: due.turn,
    next: nextWords(due),
    by: due.by,
    how: howWords(due.kind, about),
  });
  const nothing: HireDue = { kind: 'nothing', turn: 'nobody', by: null };
  return {
    stage: state === 'deposit_returned' && depositBack ? 'Over, deposit returned' : STAGES[state],
    steps: [step(first ?? nothing), ...more.map(step)],
    meanwhile: [],
  };
}

function howWords(kind: HireStep, { caseNumber, owner, contacts }: AboutHow): string | null {
  if (kind === 'pay_hire' || kind === 'pay_deposit') return payWords(contacts, caseNumber);
  return kind === 'induction' ? meetWords(owner, contacts) : null;
}

/** "£105", "£12.50" */
export const pounds = (pence: number): string => `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`;
