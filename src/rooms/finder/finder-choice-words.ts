import type { Audience } from '../spaces/space-contract.ts';
import type { DayName } from './finder-contract.ts';

/** Days of the week, as they are chosen. */
export const DAY_WORDS: Record<DayName, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Which of its weekday in a month. */
export const NTH_WORDS = {
  1: 'First',
  2: 'Second',
  3: 'Third',
  4: 'Fourth',
  5: 'Fifth, in months that have one',
  last: 'Last',
} as const;

/** How often. */
export const REPEAT_WORDS = {
  once: 'On one date',
  weekly: 'Every week, or every few weeks',
  monthly: 'Once a month',
} as const;

/** In term, in holidays, or both. */
export const TERM_CHOICES = [
  { value: '', label: 'In term and in holidays' },
  { value: 'only', label: 'In school term only' },
  { value: 'never', label: 'In school holidays only' },
] as const;

/** What happens on bank holidays and other days off. */
export const OFF_CHOICES = [
  { value: '', label: 'We meet if the room is open' },
  { value: 'skip', label: 'We do not meet' },
  { value: 'every', label: 'We need every date' },
] as const;

/** What the most that can be paid is for. */
export const MOST_FOR_CHOICES = [
  { value: 'all', label: 'All dates together' },
  { value: 'date', label: 'Each date' },
  { value: 'hour', label: 'Each hour' },
] as const;

/** What comes first in the list. */
export const FIRST_CHOICES = [
  { value: '', label: 'What costs least in full' },
  { value: 'near', label: 'What is nearest' },
] as const;

/** As whom somebody asks: it decides the price. */
export const AUDIENCE_CHOICES: Record<Audience, string> = {
  community: 'A community group',
  charity: 'A charity or public body',
  private: 'A family or private party',
  commercial: 'A business',
};
