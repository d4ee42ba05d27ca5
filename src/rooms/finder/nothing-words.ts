import type { Weekday } from '../../kernel/recurrence-contract.ts';
import { counted } from '../../kernel/text.ts';
import { FACILITY_TABLE, type Facility } from '../spaces/facility-contract.ts';
import { plural } from './finder-words.ts';
import { listed } from './measure-words.ts';
import { endWords, timeWords } from '../bookings/booking-words.ts';

/** "is step-free and has parking" of one, "are step-free and have parking" of several. */
const have = (count: number, needs: readonly Facility[]): string =>
  listed(needs.map((need) => FACILITY_TABLE[need].have[count === 1 ? 0 : 1]));

/** "is known to be step-free", "is known to have parking": of many rooms nobody has said either. */
const known = (need: Facility): string =>
  FACILITY_TABLE[need].have[0].replace(/^is /, 'is known to be ').replace(/^has /, 'is known to have ');

/** Where was looked: "Within 3 km of ZZ1 1AA", "In Testborough", "On the register". */
export const whereWords = (place: string | null, km: number | null): string =>
  place === null ? 'On the register' : km === null ? `In ${place}` : `Within ${km} km of ${place}`;

/** Of one room, and of several. */
type Closed = readonly [one: string, many: string];
export const closedWords = {
  allDay: (weekdays: readonly Weekday[]): Closed => [
    `it does not open on ${listed(weekdays.map(plural))}`,
    `none opens on ${listed(weekdays.map(plural))}`,
  ],
  after: (time: string, weekdays: readonly Weekday[]): Closed => [
    `it is not open after ${time} on ${listed(weekdays.map(plural))}`,
    `none is open after ${time} on ${listed(weekdays.map(plural))}`,
  ],
  then: (from: string, to: string): Closed => [
    `it is not open from ${timeWords(from, to)} on all of those dates`,
    `none is open from ${timeWords(from, to)} on all of those dates`,
  ],
};

/** What ruled rooms out, from the widest to the narrowest. */
export const ruledOutWords = {
  noRoom: (where: string) => `${where} there is no room that can be booked here.`,
  around: (where: string, count: number) =>
    `${where} there ${count === 1 ? 'is 1 room' : `are ${count} rooms`} that can be booked.`,
  tooSmall: (count: number, people: number, largest: number) =>
    count === 1
      ? `It takes ${largest} people, and you need room for ${people}.`
      : `None of them takes ${people} people: the largest takes ${largest}.`,
  roomy: (count: number, people: number) => `${count} of them ${count === 1 ? 'takes' : 'take'} ${people} people.`,
  lacking: (each: readonly (readonly [need: Facility, count: number])[]) =>
    each.length === 1
      ? `None of them ${listed(each.map(([need]) => known(need)))}.`
      : `None of them is known to have all that you need: ${listed(each.map(([need, count]) => (count === 0 ? `none ${known(need)}` : `${count} ${have(count, [need])}`)))}.`,
  closed: (count: number, needs: readonly Facility[], closed: Closed) =>
    `${counted(count, 'room')} ${needs.length > 0 ? have(count, needs) : count === 1 ? 'is large enough' : 'are large enough'}, but ${count === 1 ? closed[0] : closed[1]}.`,
  mixed: (count: number, needs: readonly Facility[], parts: readonly string[]) =>
    `${counted(count, 'room')} ${needs.length > 0 ? have(count, needs) : count === 1 ? 'is large enough' : 'are large enough'}, but ${listed(parts)}.`,
  notOpen: (count: number) => `${count} ${count === 1 ? 'is' : 'are'} not open at that time`,
  closedSome: (count: number) => `${count} ${count === 1 ? 'is' : 'are'} closed on some of the dates`,
  taken: (count: number) => `${count} ${count === 1 ? 'is' : 'are'} taken on some of the dates`,
  tooDear: (count: number) =>
    `${count} ${count === 1 ? 'costs' : 'cost'} more than you can pay, or ${count === 1 ? 'has' : 'have'} no price yet`,
  tooSoon: (count: number) => `${count} ${count === 1 ? 'wants' : 'want'} more notice than that`,
  otherRules: (count: number) => `${count} cannot be booked for as short or long, as soon or as far ahead as you need`,
  notThen: (count: number) => `${count} ${count === 1 ? 'lacks' : 'lack'} at that time what you need`,
  noTerms: (count: number) => `of ${count} we do not know the school terms`,
} as const;

/** What could be changed about a wish: one thing each. */
export const changeWords = {
  without: (need: Facility) => `Without “${FACILITY_TABLE[need].noun}”`,
  further: (km: number) => `Up to ${km} km away`,
  weekday: (weekday: Weekday) => `On ${plural(weekday)} instead`,
  wider: (start: string, end: string) => `Any time between ${start} and ${endWords(start, end)}`,
  moved: (from: string, to: string) => `From ${timeWords(from, to)}`,
  anyPrice: 'Whatever it costs',
  withoutDaysOff: 'Without bank holidays',
  withoutShut: 'Without the days on which a room is shut',
  anyTime: 'In term and in holidays',
} as const;
