import type { NewFact } from '../../kernel/fact.ts';
import { dated } from '../../kernel/recurrence.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import {
  HELD_STATES,
  type Asker,
  type Booking,
  type BookingState,
  type NotFree,
  type Occurrence,
} from './booking-contract.ts';
import type { Draft } from './draft-contract.ts';
import type { MakeQuote } from './booking-deps.ts';
import { priceOf, spanOf } from './booking-rules.ts';
import { neutralLabel } from './booking-words.ts';

type Standing = {
  state: BookingState;
  holdUntil: number | null;
  occurrences: readonly Occurrence[];
  createdAt: string;
  trial: boolean;
};

/** Working days on top of the owner's time to answer: the dates are still held when silence has its consequence. */
const GRACE_WD = 1;

/** How a new booking stands. */
export function stateOf({ waitsFor, price }: Draft): BookingState {
  if (waitsFor.length > 0) return 'requested';
  return (price.quote?.depositPence ?? 0) > 0 ? 'deposit_due' : 'confirmed';
}

/** The minute until which a request holds its dates: the end of the last working day for an answer. Null for what is booked. */
export function endOfHold(state: BookingState, { context: { area, moment, terms } }: Draft): number | null {
  if (!HELD_STATES.includes(state)) return null;
  const day = addWorkingDays(moment.today, terms.owner_answers_wd + GRACE_WD, moment.daysOff);
  return dated(day, '00:00', '24:00', area.timeZone).ends;
}

/** Every date of the rule: booked, or skipped with the reason. */
export function datesFrom({ dates, skipped }: Draft, missed: readonly (NotFree & { id: string })[]): Occurrence[] {
  const why = new Map(missed.map((one) => [one.id, one.why]));
  const claimed = dates.map((one): Occurrence => {
    const reason = why.get(one.id);
    return reason === undefined ? one : { ...one, state: 'skipped', note: reason };
  });
  return [...claimed, ...skipped].toSorted((one, other) => one.starts - other.starts);
}

export function bookingFrom(
  {
    wish,
    bookingId,
    context: { area, group, terms, moment },
    space,
    price,
    submission,
  }: Draft & { submission: string },
  { personId, brought }: Asker,
  standing: Standing,
  quote: MakeQuote,
): Booking {
  const booking: Booking = {
    id: bookingId,
    areaId: area.id,
    spaceId: space.id,
    groupId: group.id,
    state: standing.state,
    audience: group.audience,
    purpose: wish.purpose,
    publicLabel: wish.show_name === 'yes' ? group.outsideName : neutralLabel(wish.recurrence),
    recurrence: wish.recurrence,
    skipsDaysOff: wish.skip_days_off === 'yes',
    from: wish.from,
    to: wish.to,
    zone: area.timeZone,
    people: wish.people,
    layout: wish.layout ?? null,
    price,
    terms,
    trial: standing.trial,
    requestId: null,
    caseNumber: null,
    bookedAt: null,
    notice: null,
    startToldOn: null,
    renewalToldFor: null,
    overOn: null,
    evaluationFrom: null,
    ...spanOf(standing.occurrences),
    holdUntil: standing.holdUntil,
    submission,
    createdBy: personId,
    channel: brought?.channel ?? 'online',
    receivedOn: brought?.receivedOn ?? moment.today,
    readBack: brought?.readBack ?? null,
    createdAt: standing.createdAt,
    version: 1,
  };
  // Dates that were taken in the last moment are not paid for.
  return { ...booking, price: { ...price, quote: priceOf(booking, standing.occurrences, quote) } };
}

/** What the record keeps of it. Names and purposes are not in it. */
export function factOfMaking(
  { context: { group }, waitsFor }: Draft,
  { personId, brought }: Asker,
  booking: Booking,
  occurrences: readonly Occurrence[],
): NewFact {
  const booked = occurrences.filter(({ state }) => state === 'planned');
  return {
    kind: HELD_STATES.includes(booking.state) ? 'booking_requested' : 'booking_made',
    areaId: booking.areaId,
    subjectKind: 'booking',
    subjectId: booking.id,
    actor: personId,
    onBehalfOf: brought ? group.leadId : null,
    channel: brought?.channel ?? null,
    after: {
      spaceId: booking.spaceId,
      groupId: booking.groupId,
      state: booking.state,
      trial: booking.trial,
      waitsFor,
      from: booking.from,
      to: booking.to,
      recurrence: booking.recurrence,
      dates: booked.map(({ date }) => date),
      notBooked: occurrences.flatMap(({ state, date, note }) => (state === 'skipped' ? [{ date, why: note }] : [])),
      totalPence: booking.price.quote?.totalPence ?? null,
      ...(brought && { receivedOn: brought.receivedOn, readBack: brought.readBack }),
    },
  };
}
