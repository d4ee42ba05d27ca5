import type { Recurrence, Weekday } from '../../kernel/recurrence-contract.ts';

/** The numbers that the finder goes by. Minutes, days and kilometres as named; nothing else in the code repeats them. */
export const FINDER = {
  /** From here on a wish is too large to be meant: dates in one wish, and months between its first day and its last. */
  mostDates: 366,
  mostMonths: 24,
  /** What goes where the person has not said: how far around, and how long a weekly or monthly wish lasts. */
  kmUnlessTold: 5,
  weeksUnlessTold: 12,
  /** Days from today to the first date of a weekly or monthly wish: most owners want some days' notice. */
  daysUnlessTold: 7,
  /** Rooms that are looked at, the nearest first, and answers that are shown. */
  mostLookedAt: 1_000,
  mostShown: 30,
  /** Rooms that are asked for another time or day when they do not fit, and near misses that are shown. */
  nearLookedAt: 40,
  nearShown: 6,
  /** From so many rooms that fit on, nobody needs near misses or wonders what was left out. */
  enoughFitting: 10,
  /** Rooms close by that are told as left out, because they lack something that was asked for. */
  leftOutShown: 5,
  /** Rooms lacking something that are looked at, the nearest first: of some it is only not known. */
  lackingLookedAt: 60,
  /** By how many minutes a start may be moved to make a near miss of a room, and in which steps. */
  shiftMinutes: 30,
  shiftStep: 15,
  /** Days before and after one date that are tried as well. */
  daysAround: 3,
  /** A room is a near miss when it is free on this share of the dates, in hundredths, or costs this much too much. */
  nearFreePercent: 75,
  nearPricePercent: 125,
  /** A room fits all the same when it is shut on a few of many dates, in hundredths of them: closed by its owner, and in all with days off. */
  closedPercent: 10,
  shutPercent: 25,
  /** Dates that are missing count as few up to this share, in hundredths: then a room is nearer to what is wanted than half an hour later is. */
  fewMissingPercent: 10,
  /** Near misses that are shown beside enough rooms that fit: only those that cost less than all of them. */
  cheaperShown: 2,
  /** A saved need ends by itself after so many days. */
  needDays: 183,
  mostNeeds: 10,
} as const;

export const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type DayName = (typeof DAY_NAMES)[number];
export const weekdayNamed = (name: DayName): Weekday => (DAY_NAMES.indexOf(name) + 1) as Weekday;
export const dayNamed = (weekday: Weekday): DayName => DAY_NAMES[weekday - 1] ?? 'sun';
export const REPEATS = ['once', 'weekly', 'monthly'] as const;
export const NTH_NAMES = ['1', '2', '3', '4', '5', 'last'] as const;

/**
 * The dates and times that are wanted. Minutes of the day: it may begin from `earliest` on and must be over by `latest`. `daysOff`: never
 * on a day off, or on every date without exception; otherwise wherever the room is open.
 */
export type WantedTime = {
  recurrence: Recurrence;
  term: 'only' | 'never' | null;
  daysOff: 'skip' | 'every' | null;
  earliest: number;
  latest: number;
  minutes: number;
};

/** The most that can be paid, without the deposit: in all, or for each date or hour. */
export const MOST_FOR = ['all', 'date', 'hour'] as const;
export type Most = { pence: number; per: (typeof MOST_FOR)[number] };

/** What that comes to for so many dates of so many minutes, in pence. */
export function canPay({ pence, per }: Most, dates: number, minutes: number): number {
  return Math.floor(pence * { all: 1, date: dates, hour: (dates * minutes) / 60 }[per]);
}

/** What somebody wants to see first: what costs least, or what is nearest. */
export const FIRSTS = ['cost', 'near'] as const;
export type First = (typeof FIRSTS)[number];

/** Where one sees a room that was found. What to ask with and what was looked for go along, so that neither is lost on the way. */
export function foundPath(spaceId: string, ask: string | null, search: string): string {
  const along = new URLSearchParams({
    ...(ask !== null && { ask }),
    ...(search !== '' && { found: search }),
  }).toString();
  return `/spaces/${spaceId}${along && `?${along}`}`;
}

/** Where one asks for a room: the wish goes along. */
export const askPath = (spaceId: string, wish: string): string => `/spaces/${spaceId}/ask?${wish}`;
