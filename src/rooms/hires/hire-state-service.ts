import { dayIn, minuteNow } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import type { Booking, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { Entry } from '../ledger/ledger-contract.ts';
import { balanceOf, depositHeld, hireToPayBack, instalmentsLeft, sumOf } from '../ledger/balance-contract.ts';
import type { DateOffer } from './date-offer-contract.ts';
import { dateOffersOn } from './date-offer-store.ts';
import type { Deduction, DepositReturn } from './deposit-contract.ts';
import { depositsOn } from './deposit-store.ts';
import type { Evaluation } from './evaluation-contract.ts';
import { evaluationsOn } from './evaluation-store.ts';
import { heldDatesOn } from './held-date-store.ts';
import type { HireState, Money, ShownOffer } from './hire-contract.ts';
import type { HireDeps } from './hire-deps.ts';
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
import { inductionsOn } from './induction-store.ts';
import { renewalLink } from './renewal-link-rules.ts';
import type { HeldDate, Induction } from './start-contract.ts';
import { grouped, type StartFactsReading } from './start-facts-service.ts';
import { dateNeeds, startChecks, type StartFacts } from './start-rules.ts';

type Deps = Pick<HireDeps, 'clock' | 'rooms' | 'bookings' | 'requests' | 'ledger' | 'groups' | 'owners'> & {
  facts: StartFactsReading;
};
/** What all bookings together were read with, each thing by the id of its booking. */
type Read = {
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

/** How bookings stand between their confirmation and their end: any number of them in a constant number of queries. */
export function hireStates(deps: Deps) {
  const { clock, rooms, bookings, ledger, groups, owners, requests, facts } = deps;
  return {
    statesOf,
    /** @throws Problem 404 */
    async state(db: Db, id: string): Promise<HireState> {
      const [found] = await statesOf(db, [id]);
      if (!found) throw notFound('booking');
      return found;
    },
  };

  /** In the order of the ids; what there is not is left out. */
  async function statesOf(db: Db, ids: readonly string[]): Promise<HireState[]> {
    if (ids.length === 0) return [];
    const found = new Map((await bookings.byIds(db, ids)).map((one) => [one.id, one]));
    const ordered = ids.flatMap((id) => found.get(id) ?? []);
    const read = await readFor(db, ordered);
    return ordered.flatMap((booking) => stateFrom(booking, read) ?? []);
  }

  async function readFor(db: Db, all: readonly Booking[]): Promise<Read> {
    const ids = all.map(({ id }) => id);
    const dates = await facts.datesOf(db, ids);
    const offers = await dateOffersOn(db).ofAll(ids);
    const spaceIds = [...new Set([...all, ...offers].map(({ spaceId }) => spaceId))];
    const daysOff = new Map<string, DaysOff>();
    for (const areaId of new Set(all.map((one) => one.areaId)))
      daysOff.set(areaId, await rooms.areas.daysOff(db, areaId));
    return {
      dates,
      daysOff,
      starts: await facts.read(db, { bookings: all.filter(({ state }) => RUNNING.includes(state)), dates }),
      entries: grouped(await ledger.ofAll(db, ids), ({ bookingId }) => bookingId),
      offers: grouped(offers, ({ bookingId }) => bookingId),
      deductions: grouped(await depositsOn(db).deductionsOfAll(ids), ({ bookingId }) => bookingId),
      returns: byBooking(await depositsOn(db).returnsOf(ids)),
      evaluations: byBooking(await evaluationsOn(db).ofAll(ids)),
      inductions: await inductionsOn(db).ofAll(ids),
      held: grouped(await heldDatesOn(db).ofAll(ids), ({ bookingId }) => bookingId),
      places: new Map((await rooms.spaces.places(db, spaceIds)).map((one) => [one.spaceId, one])),
      groups: new Map(
        (await groups.byIds(db, [...new Set(all.map(({ groupId }) => groupId))])).map((one) => [one.id, one]),
      ),
      owners: new Map((await owners(db)).map(({ id, name }) => [id, name])),
    };
  }

  function stateFrom(booking: Booking, read: Read): HireState | null {
    const { id } = booking;
    const [place, group] = [read.places.get(booking.spaceId), read.groups.get(booking.groupId)];
    if (!place || !group) return null;
    const [today, now] = [dayIn(booking.zone, clock()), minuteNow(clock)];
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
      checks: start ? startChecks(start, requests.conditionsFor) : [],
      needs: start ? dateNeeds(start, requests.conditionsFor, today, now) : [],
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
      deposit: depositFrom(
        booking,
        entries,
        read.returns.get(id) ?? null,
        read.deductions.get(id) ?? [],
        today,
        daysOff,
      ),
      evaluation: read.evaluations.get(id) ?? null,
      evaluationUntil:
        booking.state === 'deposit_returned'
          ? evaluationUntil(booking.evaluationFrom ?? booking.endsOn, booking.terms, daysOff)
          : null,
    };
  }
}
export type HireStates = ReturnType<typeof hireStates>;

const byBooking = <T extends { bookingId: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.bookingId, one]));

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

export function moneyOf(entries: Entry[]): Money {
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
