import { notFound } from '../../kernel/problem.ts';
import { dayIn, minuteNow } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { HireDeps } from './hire-deps.ts';
import { LIVE_STATES, type Booking, type Occurrence } from '../bookings/booking-contract.ts';
import type { HireState, DueThing, Money, ShownOffer } from './hire-contract.ts';
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
import { hiresOn, type HireScope } from './hire-store.ts';
import { dateOffersOn } from './date-offer-store.ts';
import { depositsOn } from './deposit-store.ts';
import { evaluationsOn } from './evaluation-store.ts';
import { renewalLink } from './renewal-link.ts';
import type { Entry } from '../ledger/ledger-contract.ts';
import { balanceOf, depositHeld, hireToPayBack, instalmentsLeft, sumOf } from '../ledger/balance-contract.ts';
import { inductionsOn } from './induction-store.ts';
import type { StartService } from './start-service.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'rooms' | 'bookings' | 'requests' | 'ledger' | 'groups' | 'owners'> & {
  starting: StartService;
};

const MOST_DUE = 200;

/** How a booking stands between its confirmation and its end, and what of it waits for whom. */
export function hireService({ db, clock, rooms, bookings, requests, ledger, groups, owners, starting }: Deps) {
  return {
    state,
    /** What of these bookings waits for those who answer for the room, the most urgent first. */
    dueForKeepers: (scope: HireScope): Promise<DueThing[]> => dueIn(scope, keepersDue),
    holdsOn,
    /** What of its bookings waits for a group. */
    dueForGroups: (groupIds: readonly string[]): Promise<DueThing[]> => dueIn({ groupIds }, groupsDue),
  };

  /** @throws Problem 404 */
  async function state(id: string): Promise<HireState> {
    const booking = await bookings.byId(db, id);
    const [place] = booking ? await rooms.spaces.places(db, [booking.spaceId]) : [];
    const group = booking && (await groups.byId(db, booking.groupId));
    if (!booking || !place || !group) throw notFound('booking');
    const occurrences = await bookings.datesOf(db, id);
    const [today, now, daysOff] = [
      dayIn(booking.zone, clock()),
      minuteNow(clock),
      await rooms.areas.daysOff(db, booking.areaId),
    ];
    const deposit = await depositState(booking, today, daysOff);
    const lastDay = lastDayAfterNotice(today, booking.terms);
    const released = RUNNING.includes(booking.state) ? afterNotice(occurrences, lastDay, now).length : 0;
    return {
      booking,
      place,
      owner: (await owners(db)).find((one) => one.id === place.ownerId)?.name ?? 'The owner',
      group: { id: group.id, name: group.name, outsideName: outsideName(group) },
      today,
      now,
      checks: RUNNING.includes(booking.state) ? await starting.checks(db, booking, occurrences) : [],
      induction: await inductionsOn(db).of(id),
      offers: await offersOf(booking, occurrences),
      notice: booking.notice,
      noticeToday: released > 0 ? { lastDay, released } : null,
      renewal:
        RUNNING.includes(booking.state) && booking.recurrence.kind !== 'once'
          ? { from: booking.endsOn, link: renewalLink(booking) }
          : null,
      money: moneyOf(await ledger.of(db, id)),
      deposit,
      evaluation: (await evaluationsOn(db).of(id)) ?? null,
      evaluationUntil:
        booking.state === 'deposit_returned'
          ? evaluationUntil(booking.evaluationFrom ?? booking.endsOn, booking.terms, daysOff)
          : null,
    };
  }

  async function depositState(booking: Booking, today: string, daysOff: DaysOff): Promise<HireState['deposit']> {
    const [given, over] = [(await depositsOn(db).returnOf(booking.id)) ?? null, overOn(booking)];
    const held = depositHeld(await ledger.of(db, booking.id));
    const dueOn = over === null || (held === 0 && given === null) ? null : depositDueOn(over, booking.terms, daysOff);
    return {
      dueOn,
      late: given === null && dueOn !== null && dueOn < today,
      deductions: await depositsOn(db).deductions(booking.id),
      given,
      mayReturn: given === null && held > 0 && OVER_WITH_MONEY.includes(booking.state),
      mayChallenge: given !== null && mayChallenge(given, today),
      awaitsAnswer: given !== null && awaitsAnswer(given),
    };
  }

  async function offersOf(booking: Booking, occurrences: readonly Occurrence[]): Promise<ShownOffer[]> {
    const offers = await dateOffersOn(db).of(booking.id);
    const places = await rooms.spaces.places(db, [...new Set(offers.map(({ spaceId }) => spaceId))]);
    return offers.map((offer) => {
      const place = places.find(({ spaceId }) => spaceId === offer.spaceId);
      return {
        ...offer,
        room: place ? `${place.spaceName}, ${place.assetName}` : 'A room',
        insteadOf: occurrences.find(({ id }) => id === offer.occurrenceId)?.originalDate ?? offer.date,
      };
    });
  }

  /** Why a group cannot be closed yet. Reads go to the transaction in hand. */
  async function holdsOn(trx: Db, groupId: string): Promise<string[]> {
    const [live, open, over] = [
      await hiresOn(trx).ofGroup(groupId, LIVE_STATES),
      await requests.countOpen(trx, groupId),
      await hiresOn(trx).ofGroup(groupId, OVER_WITH_MONEY),
    ];
    let held = 0;
    for (const id of over) held += depositHeld(await ledger.of(trx, id));
    return [
      ...(live.length > 0
        ? [
            `${live.length === 1 ? 'A room is' : `${live.length} rooms are`} booked or held for the group. Cancel the dates first, on the page of the booking.`,
          ]
        : []),
      ...(open > 0 ? ['The group has asked for a room. Take the request back first.'] : []),
      ...(held > 0 ? ['A deposit is still to come back to the group. Close the group after that.'] : []),
    ];
  }

  async function dueIn(
    scope: HireScope,
    due: (found: HireState) => Omit<DueThing, 'bookingId' | 'group' | 'room'>[],
  ): Promise<DueThing[]> {
    const ids = await hiresOn(db).maybeDue(scope, soon(dayIn('UTC', clock())), MOST_DUE);
    const all: DueThing[] = [];
    for (const id of ids) {
      const found = await state(id);
      for (const one of due(found))
        all.push({
          ...one,
          bookingId: id,
          group: found.group.outsideName,
          room: `${found.place.spaceName}, ${found.place.assetName}`,
        });
    }
    return all.toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
  }
}
export type HireService = ReturnType<typeof hireService>;

/** For the owner's people and the brokers: money to give back, disputes to answer, starts that lack something. */
function keepersDue({
  booking,
  deposit,
  money,
  checks,
  today,
}: HireState): Omit<DueThing, 'bookingId' | 'group' | 'room'>[] {
  const answerBy = deposit.given?.answerDueOn ?? null;
  const starts = checks.some(({ met }) => !met) && booking.startsOn <= soon(today);
  return [
    ...(deposit.mayReturn ? [{ kind: 'deposit' as const, due: deposit.dueOn, late: deposit.late }] : []),
    ...(deposit.awaitsAnswer
      ? [{ kind: 'dispute' as const, due: answerBy, late: answerBy !== null && answerBy < today }]
      : []),
    ...(money.hire.toPayBack > 0 ? [{ kind: 'refund' as const, due: null, late: false }] : []),
    ...(starts ? [{ kind: 'start' as const, due: booking.startsOn, late: booking.startsOn < today }] : []),
  ];
}

/** For the group: dates to take or leave, questions to answer, what is missing for the start. */
function groupsDue({
  booking,
  offers,
  checks,
  evaluationUntil: until,
  today,
  now,
}: HireState): Omit<DueThing, 'bookingId' | 'group' | 'room'>[] {
  return [
    ...offers
      .filter((one) => one.state === 'open' && one.until > now)
      .map((one) => ({
        kind: 'other_date' as const,
        due: dayIn(booking.zone, new Date(one.until * 60_000 - 1)),
        late: false,
      })),
    ...(checks.some(({ met }) => !met) && booking.startsOn <= soon(today)
      ? [{ kind: 'start' as const, due: booking.startsOn, late: booking.startsOn < today }]
      : []),
    ...(until !== null ? [{ kind: 'evaluation' as const, due: until, late: false }] : []),
  ];
}

const SOON_MS = 14 * 86_400_000;
const soon = (today: string): string => new Date(Date.parse(`${today}T00:00:00Z`) + SOON_MS).toISOString().slice(0, 10);

export function moneyOf(entries: Entry[]): Money {
  const sum = (kind: Entry['kind']): number => sumOf(entries, 'hire', kind);
  const deposit = balanceOf(entries, 'deposit');
  return {
    entries,
    deposit: { charged: deposit.charged, owed: deposit.owed, held: depositHeld(entries) },
    hire: {
      charged: sum('charged'),
      credited: sum('waived'),
      paid: sum('paid') - sum('returned'),
      owed: balanceOf(entries, 'hire').owed,
      toPayBack: hireToPayBack(entries),
    },
    instalments: [...instalmentsLeft(entries, 'deposit'), ...instalmentsLeft(entries, 'hire')],
  };
}
