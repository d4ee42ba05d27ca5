import { dateWords } from '../../kernel/day-words.ts';
import type { ClockTime, Day, Nth, Recurrence } from '../../kernel/recurrence-contract.ts';
import type { BookingState, NotFree, Obstacle, OccurrenceState } from './booking-contract.ts';
import type { OwnerReason } from './cancel-contract.ts';

/** From when to when, in the words of every page, mail and list: "18:00 to 20:00", "22:00 to 02:00 the next day", "20:00 to midnight". */
export const timeWords = (from: ClockTime, to: ClockTime): string => `${from} to ${endWords(from, to)}`;

/** When something ends: "20:00", "02:00 the next day", "midnight". */
export function endWords(from: ClockTime, to: ClockTime): string {
  if (to === '24:00' || to === '00:00') return 'midnight';
  return to <= from ? `${to} the next day` : to;
}

/** The same on the day after: "until 02:00, since 22:00 the day before". */
export const overnightWords = (from: ClockTime, to: ClockTime): string => `until ${to}, since ${from} the day before`;

/** Why a date is not booked, to stand after "… because" or alone. */
export const OBSTACLE_WORDS: Record<Obstacle, string> = {
  taken: 'the room is booked at that time',
  held: 'somebody else has asked for the room at that time and waits for an answer',
  cleaning: 'the room is cleaned and made ready for another group at that time',
  closed: 'the room is closed at that time',
  left_out: 'you left this date out',
  too_many_a_week: 'your group has as many dates in that week as a group may have',
  no_length: 'it starts and ends at the same time; a whole day goes from 00:00 to 24:00',
  not_bookable: 'this room cannot be booked here',
  too_short: 'it is shorter than this room is let for',
  too_long: 'it is longer than this room is let for',
  wrong_start: 'bookings of this room do not start at that minute',
  wrong_end: 'it ends at an odd minute: rooms are let by the quarter of an hour',
  bank_holiday: 'it is a bank holiday and the place is closed',
  outside_terms: 'the room is open at that time only in other parts of the school year',
  not_open: 'the room is not open at that time',
  past: 'that time is over',
  too_soon: 'it is too soon: the place needs longer notice',
  too_far_ahead: 'it is further ahead than the room can be booked',
  too_many_people: 'more people would come than the room takes',
};

type NotFreeWhy = Pick<NotFree, 'why' | 'neighbour' | 'most'>;

/** Why one date is not booked: with the times of a neighbour where only the minutes between two groups are in the way, and with a limit. */
export function notFreeWords({ why, neighbour, most }: NotFreeWhy): string {
  if (most !== undefined)
    return `a group may have ${most === 1 ? 'one date' : `${most} dates`} a week, and yours has as many in that week`;
  if (!neighbour) return OBSTACLE_WORDS[why];
  const { is, at, free } = neighbour;
  return is === 'before'
    ? `the room is booked until ${at} and is cleaned until ${free}`
    : `the room is booked from ${at} and is made ready from ${free}`;
}

/** What became of a booking that came to nothing, beside that nobody has to do anything for it. */
export const GIVEN_UP_WORDS: Partial<Record<BookingState, string>> = {
  declined: 'The owner said no. Nothing is held. You can ask for another room.',
  withdrawn: 'The group took it back. Nothing is held.',
  lapsed: 'Its time was over. Nothing is held. You can ask again.',
  cancelled: 'All dates are cancelled. Nothing is booked.',
};

export const OCCURRENCE_WORDS: Record<OccurrenceState, string> = {
  planned: 'Booked',
  used: 'Used',
  no_show: 'Nobody came',
  cancelled_by_group: 'Cancelled by the group',
  cancelled_by_owner: 'Cancelled by the owner',
  skipped: 'Not booked',
};

export const OWNER_REASON_WORDS: Record<OwnerReason, string> = {
  emergency: 'Danger or an emergency',
  repairs: 'Repairs',
  election: 'An election or a referendum',
  statutory_use: 'A use that the law demands',
  own_event: 'An event of our own',
  other: 'Another reason',
};

const NTH_WORDS: Record<Nth, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' };
const ORDINALS: Record<number, string> = { 2: 'second', 3: 'third', 21: '21st', 22: '22nd', 23: '23rd' };
export const WEEKDAY_WORDS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "every Tuesday", "every second week on Monday and Thursday", "the last Friday of each month, in term time" */
export function recurrenceWords(rule: Recurrence): string {
  if (rule.kind === 'once') return `on ${dateWords(rule.date)}`;
  if (rule.kind === 'dates') return rule.dates.length === 1 ? 'on one date' : `on ${rule.dates.length} dates`;
  const term = rule.termTime ? `, ${rule.termTime === 'only' ? 'in term time' : 'outside term time'}` : '';
  if (rule.kind === 'monthly')
    return `on the ${NTH_WORDS[rule.nth]} ${WEEKDAY_WORDS[rule.weekday]} of each month${term}`;
  const days = rule.weekdays.toSorted().map((day) => WEEKDAY_WORDS[day] ?? '');
  const named = days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`;
  return rule.every === 1
    ? `every ${named}${term}`
    : `every ${ORDINALS[rule.every] ?? `${rule.every}th`} week on ${named}${term}`;
}

/** What everybody may read of a booking whose group has not agreed to its name. */
export function neutralLabel(rule: Recurrence): string {
  if (rule.kind === 'weekly' && rule.every === 1) return 'Community group – weekly meeting';
  if (rule.kind === 'monthly') return 'Community group – monthly meeting';
  return rule.kind === 'once' ? 'Community group – meeting' : 'Community group – regular meeting';
}

/** What everybody reads of a booking whose time is long over. */
export const FORGOTTEN_LABEL = 'Community group';

/** What the page says after a change. @param made false where it was so already */
export function changedWords(notFree: readonly (NotFreeWhy & { date: Day })[], made: boolean): string {
  if (!made) return 'Nothing was changed: it is so already.';
  if (notFree.length === 0) return 'The change is made.';
  return `The change is made, except for ${notFree.length} ${notFree.length === 1 ? 'date' : 'dates'}: ${notFree.map((one) => `${dateWords(one.date)} (${notFreeWords(one)})`).join('; ')}.`;
}

/** What the page says after dates were given up. */
export function givenWords(which: 'one' | 'rest' | 'all', how: 'cancelled' | 'taken back'): string {
  if (which === 'one') return `The date is ${how}.`;
  return which === 'all' ? `All dates to come are ${how}.` : `The date and all after it are ${how}.`;
}

/** "every Tuesday, 18:00 to 20:00" */
export const seriesWords = ({
  recurrence,
  from,
  to,
  skipsDaysOff,
}: {
  recurrence: Recurrence;
  from: ClockTime;
  to: ClockTime;
  skipsDaysOff?: boolean;
}): string => `${recurrenceWords(recurrence)}, ${timeWords(from, to)}${skipsDaysOff ? ', not on bank holidays' : ''}`;

/** What somebody is told who changes what cannot be changed any more, or what somebody else has changed since. */
export const IS_OVER = 'This booking is over or given up, so nothing of it can be changed any more.';
export const CHANGED_MEANWHILE =
  'Somebody else has changed this booking since you opened it. Open it again, look at what is different, and repeat what you did.';
