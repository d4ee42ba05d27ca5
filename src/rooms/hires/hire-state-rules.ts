import { payWords } from '../../ground/cases/how-words.ts';
import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import type { Booking, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { Entry } from '../ledger/ledger-contract.ts';
import { balanceOf, depositHeld, hireToPayBack, instalmentsLeft, sumOf } from '../ledger/balance-contract.ts';
import type { RoomRequest } from '../requests/request-contract.ts';
import type { DateOffer } from './date-offer-contract.ts';
import type { Deduction, DepositReturn } from './deposit-contract.ts';
import type { Evaluation } from './evaluation-contract.ts';
import type { HireState, Money, ShownOffer } from './hire-contract.ts';
import {
  afterNotice,
  awaitsAnswer,
  depositDueOn,
  evaluationUntil,
  lastDayAfterNotice,
  mayChallenge,
  overOn,
  OVER_WITH_MONEY,
  RUNNING,
} from './hire-rules.ts';
import { hireDues, ownStateOf, beforeState } from './hire-standing-rules.ts';
import { hireStanding } from './hire-standing-words.ts';
import { renewalLink } from './renewal-link-rules.ts';
import type { HeldDate, Induction } from './start-contract.ts';
import { dateNeeds, startChecks, type ConditionsFor, type StartFacts } from './start-rules.ts';

/** What all bookings together were read with, each thing by the id of its booking. */
export type Read = {
  today: (zone: string) => Day;
  now: number;
  dates: ReadonlyMap<string, Occurrence[]>;
  starts: ReadonlyMap<string, StartFacts>;
  entries: ReadonlyMap<string, Entry[]>;
  offers: ReadonlyMap<string, DateOffer[]>;
  deductions: ReadonlyMap<string, Deduction[]>;
  returns: ReadonlyMap<string, DepositReturn>;
  evaluations: ReadonlyMap<string, Evaluation>;
  inductions: ReadonlyMap<string, Induction>;
  held: ReadonlyMap<string, HeldDate[]>;
  places: ReadonlyMap<string, Place>;
  groups: ReadonlyMap<string, Group>;
  owners: ReadonlyMap<string, string>;
  daysOff: ReadonlyMap<string, DaysOff>;
  /** Of the requests that they come from, by the id of the request; of owners and areas, by theirs. */
  requests: ReadonlyMap<string, Pick<RoomRequest, 'state' | 'dueOn'>>;
  contacts: ReadonlyMap<string, Contact>;
};
/** What requests say of the start of a booking. */
type Requests = {
  conditionsFor: ConditionsFor;
  standing(request: Pick<RoomRequest, 'state' | 'dueOn'>, how: string | null): Standing;
};

/** How a booking stands, from what was read; null where its place or group is no more. */
export function stateFrom(booking: Booking, read: Read, requests: Requests): HireState | null {
  const { conditionsFor } = requests;
  const { id } = booking;
  const [place, group] = [read.places.get(booking.spaceId), read.groups.get(booking.groupId)];
  if (!place || !group) return null;
  const { now } = read;
  const today = read.today(booking.zone);
  const daysOff = read.daysOff.get(booking.areaId) ?? new Set();
  const occurrences = read.dates.get(id) ?? [];
  const entries = read.entries.get(id) ?? [];
  const start = read.starts.get(id);
  const lastDay = lastDayAfterNotice(today, booking.terms);
  const released = RUNNING.includes(booking.state) ? afterNotice(occurrences, lastDay, now).length : 0;
  const found = {
    booking,
    occurrences,
    place,
    owner: read.owners.get(place.ownerId) ?? 'The owner',
    group: { id: group.id, name: group.name, outsideName: outsideName(group) },
    today,
    now,
    checks: start ? startChecks(start, conditionsFor) : [],
    needs: start ? dateNeeds(start, conditionsFor, today, now) : [],
    held: read.held.get(id) ?? [],
    induction: read.inductions.get(id) ?? null,
    offers: offersShown(read.offers.get(id) ?? [], occurrences, read.places),
    notice: booking.notice,
    noticeToday: released > 0 ? { lastDay, released } : null,
    renewal:
      RUNNING.includes(booking.state) && booking.recurrence.kind !== 'once'
        ? { from: booking.endsOn, link: renewalLink(booking) }
        : null,
    money: moneyOf(entries),
    deposit: depositFrom(booking, entries, read.returns.get(id) ?? null, read.deductions.get(id) ?? [], today, daysOff),
    evaluation: read.evaluations.get(id) ?? null,
    evaluationUntil:
      booking.state === 'deposit_returned'
        ? evaluationUntil(booking.evaluationFrom ?? booking.endsOn, booking.terms, daysOff)
        : null,
  };
  return { ...found, standing: standingOf(found, read, requests) };
}

/** Before a booking is certain its request says where it stands. */
function standingOf(found: Omit<HireState, 'standing'>, read: Read, { standing }: Requests): Standing {
  const { booking, place, owner, money } = found;
  const contacts = {
    owner: read.contacts.get(place.ownerId) ?? null,
    area: read.contacts.get(booking.areaId) ?? null,
  };
  const state = ownStateOf(booking.state);
  if (state === null)
    return standing(
      read.requests.get(booking.requestId ?? '') ?? { state: beforeState(booking.state), dueOn: null },
      payWords(contacts, booking.caseNumber),
    );
  const dues = hireDues({ ...found, entries: money.entries }, state);
  const given = found.deposit.given;
  return hireStanding(state, dues, { caseNumber: booking.caseNumber, owner, contacts }, given !== null);
}

function depositFrom(
  booking: Booking,
  entries: readonly Entry[],
  given: DepositReturn | null,
  deductions: Deduction[],
  today: Day,
  daysOff: DaysOff,
): HireState['deposit'] {
  const [over, held] = [overOn(booking), depositHeld(entries)];
  const dueOn = over === null || (held === 0 && given === null) ? null : depositDueOn(over, booking.terms, daysOff);
  return {
    dueOn,
    late: given === null && dueOn !== null && dueOn < today,
    deductions,
    given,
    mayReturn: given === null && held > 0 && OVER_WITH_MONEY.includes(booking.state),
    mayChallenge: given !== null && mayChallenge(given, today),
    awaitsAnswer: given !== null && awaitsAnswer(given),
  };
}

function offersShown(
  offers: readonly DateOffer[],
  occurrences: readonly Occurrence[],
  places: ReadonlyMap<string, Place>,
): ShownOffer[] {
  return offers.map((offer) => {
    const place = places.get(offer.spaceId);
    return {
      ...offer,
      room: place ? `${place.spaceName}, ${place.assetName}` : 'A room',
      insteadOf: occurrences.find(({ id }) => id === offer.occurrenceId)?.originalDate ?? offer.date,
    };
  });
}

function moneyOf(entries: Entry[]): Money {
  const sum = (kind: Entry['kind']): number => sumOf(entries, 'hire', kind);
  const deposit = balanceOf(entries, 'deposit');
  return {
    entries,
    deposit: { charged: deposit.charged, owed: deposit.owed, held: depositHeld(entries) },
    hire: {
      charged: sum('charged'),
      credited: sum('credited') + sum('waived'),
      paid: sum('paid') - sum('returned'),
      owed: balanceOf(entries, 'hire').owed,
      toPayBack: hireToPayBack(entries),
    },
    instalments: [...instalmentsLeft(entries, 'deposit'), ...instalmentsLeft(entries, 'hire')],
  };
}
