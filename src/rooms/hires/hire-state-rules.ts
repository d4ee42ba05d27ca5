import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import type { Booking, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { Entry } from '../ledger/ledger-contract.ts';
import { balanceOf, depositHeld, hireToPayBack, instalmentsLeft, sumOf } from '../ledger/balance-contract.ts';
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
};

/** How a booking stands, from what was read; null where its place or group is no more. */
export function stateFrom(booking: Booking, read: Read, conditionsFor: ConditionsFor): HireState | null {
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
  return {
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
