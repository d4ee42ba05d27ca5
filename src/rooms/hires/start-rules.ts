import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking, Occurrence } from '../bookings/booking-contract.ts';
import type { Condition, Paper, Wish } from '../requests/request-contract.ts';
import type { HirersLiability } from '../spaces/space-contract.ts';
import { DATE_PAPERS, type DateNeed, type DatePaper, type NeedingDate } from '../bookings/date-need-contract.ts';
import type { BuildingInduction, GivenPaper, StartCheck } from './start-contract.ts';

/** What of a booking, and of one of its dates, decides what is needed. */
export type StartBooking = Pick<
  Booking,
  'id' | 'spaceId' | 'groupId' | 'requestId' | 'zone' | 'startsOn' | 'endsOn' | 'terms' | 'price'
>;
export type StartDate = Pick<Occurrence, 'id' | 'bookingId' | 'spaceId' | 'date' | 'state' | 'ends'>;
/** What is needed for the dates of a booking, and what is there of it. */
export type StartFacts = NeedFacts & { occurrences: readonly StartDate[] };
/** The same for dates that are looked at one by one. */
export type NeedFacts = {
  booking: StartBooking;
  /** By what was asked for. */
  safeguarding: boolean;
  /** Of each room that a date is in: its building, and the building's cover for hirers where somebody has told us. */
  rooms: ReadonlyMap<string, { assetId: string; liability: HirersLiability | null }>;
  /** Of the group: those that nothing has replaced, and which buildings it was shown round. */
  papers: readonly GivenPaper[];
  inductions: readonly BuildingInduction[];
};
/** What papers are missing for dates between two days. */
export type ConditionsFor = (
  wish: Pick<Wish, 'ownInsurance' | 'safeguarding'>,
  papers: readonly Paper[],
  liability: HirersLiability | null,
  first: Day,
  last: Day,
) => Condition[];

const TAKES_PLACE: readonly Occurrence['state'][] = ['planned', 'used', 'no_show'];
/** For so long it counts that somebody was shown round. */
const SHOWN_FOR_DAYS = 365;

/** Papers are compared with the last date; one that runs out between is needed anew on the day after, not for the start. */
export function startChecks(facts: StartFacts, conditionsFor: ConditionsFor): StartCheck[] {
  const { booking, safeguarding } = facts;
  const dates = facts.occurrences.filter(({ state }) => TAKES_PLACE.includes(state));
  const [first] = daysOf(dates, booking);
  const uncovered = dates.filter((one) => !isCovered(facts, one.spaceId));
  const insured = dates.length === 0 ? isCovered(facts, booking.spaceId) : uncovered.length === 0;
  const paper = (kind: DatePaper, needing: readonly StartDate[]): StartCheck => {
    const [from, until] = daysOf(needing, booking);
    const open = conditionsFor({ ownInsurance: true, safeguarding }, accepted(facts), null, from, until);
    const missing = open.find((one) => one.kind === kind || one.kind === `${kind}_expires`);
    return {
      kind,
      met: missing === undefined || missing.due > from,
      due: missing?.due ?? from,
      runsOut: missing?.expires ?? null,
    };
  };
  return [
    { kind: 'induction', met: isShownRound(facts, dates, first), due: first, runsOut: null },
    ...(insured ? [] : [paper('insurance', uncovered)]),
    ...(safeguarding ? [paper('safeguarding', dates)] : []),
  ];
}

/**
 * What each date lacks of which nobody has said yet who came. @param endsAfter minute since 1970: for dates to come, now; what is over is
 * asked for at the door only, where it stays held back until its paper is there
 */
export function dateNeeds(
  facts: StartFacts,
  conditionsFor: ConditionsFor,
  today: Day,
  endsAfter = -Infinity,
): DateNeed[] {
  return facts.occurrences
    .filter(({ state, ends }) => state === 'planned' && ends > endsAfter)
    .map((one) => dateNeed(facts, one, conditionsFor, today));
}

/** What one date lacks. */
export function dateNeed(facts: NeedFacts, one: NeedingDate, conditionsFor: ConditionsFor, today: Day): DateNeed {
  const papers = papersMissing(facts, one, conditionsFor);
  return {
    occurrenceId: one.id,
    date: one.date,
    papers,
    waiting: papers.filter((kind) => facts.papers.some((given) => given.kind === kind && given.state === 'waiting')),
    shown: isShownRound(facts, [one], one.date),
    heldBack: papers.length > 0 && today >= heldBackFrom(one, facts.booking),
  };
}

/** What was given and nobody has looked at is there for nobody but who checks it. */
const accepted = ({ papers }: NeedFacts): Paper[] => papers.filter(({ state }) => state === 'accepted');

function papersMissing(facts: NeedFacts, one: NeedingDate, conditionsFor: ConditionsFor): DatePaper[] {
  const wish = { ownInsurance: !isCovered(facts, one.spaceId), safeguarding: facts.safeguarding };
  const liability = facts.rooms.get(one.spaceId)?.liability ?? null;
  const open = conditionsFor(wish, accepted(facts), liability, one.date, one.date);
  return DATE_PAPERS.filter((paper) => open.some(({ kind }) => kind === paper));
}

/** The day from which a date without its paper is held back, and both sides are told. */
export const heldBackFrom = ({ date }: Pick<Occurrence, 'date'>, { terms }: Pick<Booking, 'terms'>): Day =>
  daysAfter(date, -terms.paper_reminder_days);
/** How often both sides have been told by a day: not yet, from the first reminder on, from the last. */
export function tellings(date: Day, { terms }: Pick<Booking, 'terms'>, today: Day): 0 | 1 | 2 {
  if (today >= daysAfter(date, -terms.paper_last_reminder_days)) return 2;
  return today >= daysAfter(date, -terms.paper_reminder_days) ? 1 : 0;
}

/** Only cover that somebody has told us of, and that the group has not given up for a policy of its own. */
function isCovered({ booking, rooms }: Pick<StartFacts, 'booking' | 'rooms'>, spaceId: string): boolean {
  return !booking.price.ownInsurance && rooms.get(spaceId)?.liability?.available === true;
}

/** Shown round for this booking, or round the same building within the year before. */
function isShownRound(
  { booking, rooms, inductions }: NeedFacts,
  dates: readonly Pick<NeedingDate, 'spaceId'>[],
  first: Day,
): boolean {
  if (inductions.some(({ bookingId }) => bookingId === booking.id)) return true;
  const spaces = dates.length > 0 ? dates.map(({ spaceId }) => spaceId) : [booking.spaceId];
  const counts = ({ on }: BuildingInduction): boolean => on >= daysAfter(first, -SHOWN_FOR_DAYS);
  return spaces.every((id) => inductions.some((one) => one.assetId === rooms.get(id)?.assetId && counts(one)));
}

function daysOf(dates: readonly StartDate[], { startsOn, endsOn }: Pick<Booking, 'startsOn' | 'endsOn'>): [Day, Day] {
  const days = dates.map(({ date }) => date).toSorted();
  return [days[0] ?? startsOn, days.at(-1) ?? endsOn];
}
