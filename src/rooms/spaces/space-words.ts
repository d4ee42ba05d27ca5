import type { Weekday } from '../../kernel/recurrence-contract.ts';
import type { CLOSED_REASONS, DayState, StretchState } from './calendar-contract.ts';
import type { Answering } from './public-space-contract.ts';
import type { YearCopyRow } from './year-copy-contract.ts';
import type { Approval, Audience, Layout, OpeningWindow, PriceLine, TariffBasis } from './space-contract.ts';

export const WEEKDAY_WORDS: Record<Weekday, string> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

export const LAYOUT_WORDS: Record<Layout, { label: string; many: string }> = {
  boardroom: { label: 'Around tables', many: 'around tables' },
  theatre: { label: 'In rows of chairs', many: 'in rows of chairs' },
  standing: { label: 'Standing', many: 'standing' },
};

export const AUDIENCE_WORDS: Record<Audience, { label: string; meaning: string }> = {
  community: { label: 'Community groups', meaning: 'groups of residents that nobody earns from' },
  charity: { label: 'Charities and public bodies', meaning: 'registered charities, the NHS, schools and councils' },
  private: { label: 'Private', meaning: 'a family’s party, for instance' },
  commercial: { label: 'Businesses', meaning: 'whoever earns money with it' },
};

export const BASIS_WORDS: Record<TariffBasis, { label: string; per: string }> = {
  hour: { label: 'An hour', per: 'an hour' },
  half_day: { label: 'Half a day (up to four hours)', per: 'for half a day' },
  session: { label: 'One date, however long', per: 'for one date' },
  fixed: { label: 'The whole booking, all dates', per: 'for the whole booking' },
};

const UNITS: Record<string, [one: string, many: string]> = {
  'Hire by the hour': ['hour', 'hours'],
  'Hire by the half day': ['half day', 'half days'],
  'Hire by the session': ['date', 'dates'],
  'Opening the building': ['date', 'dates'],
};

/** How a line of a price is reckoned: "14 hours at £7.50"; empty where there is nothing to multiply. */
export function reckonedWords({ label, count, pence }: PriceLine): string {
  const unit = UNITS[label];
  if (!unit || pence === 0) return '';
  // What was kept before lines were told apart by their rate may be of several.
  const rate = pence % count === 0 ? ` at £${(pence / count / 100).toFixed(2).replace('.00', '')}` : '';
  return `${count} ${count === 1 ? unit[0] : unit[1]}${rate}`;
}

export const PART_HOURS = 'On each date part of an hour counts as a whole one.';
/** What to know about lines that are reckoned by the hour; empty where none is. */
export const partsWords = (lines: readonly PriceLine[]): string =>
  lines.some(({ label, pence }) => label === 'Hire by the hour' && pence > 0) ? PART_HOURS : '';

/** How a wish is answered: as the owner chooses it. */
export const APPROVAL_WORDS: Record<Approval, string> = {
  instant: 'At once, without asking',
  owner: 'The owner decides',
  negotiation: 'Only after talking',
};

/** A pass lets a room be had at once, as trial dates do, and alone makes silence an offer. */
const WHO_MAY = { atOnce: 'it is yours at once', anyway: 'you' };
const ANYBODY = {
  atOnce: 'a group that has passed the test has it at once',
  anyway: 'a group that has passed the test',
};

/** How a wish for a time is answered, as whoever asks reads it. @param has whether that is a group that may have it at once; everybody reads both */
export function answerWords(
  approval: Approval,
  publishedOpen: boolean,
  { workingDays, byDefault, trialDates }: Answering,
  has: 'may_have' | 'unknown' = 'unknown',
): string {
  const who = has === 'may_have' ? WHO_MAY : ANYBODY;
  if (approval === 'instant') return `If it is free, ${who.atOnce}.${has === 'unknown' ? trialsThere(trialDates) : ''}`;
  const days = workingDays === 1 ? 'one working day' : `${workingDays} working days`;
  if (approval === 'negotiation') return 'Ask, and the owner talks it over with you first.';
  return publishedOpen && byDefault
    ? `The owner answers within ${days}. If they do not, the room is offered to ${who.anyway} anyway.`
    : `The owner answers within ${days}.`;
}

const trialsThere = (most: number): string =>
  most === 0
    ? ''
    : ` While its test is being scored it may have up to ${most === 1 ? 'one trial date' : `${most} trial dates`} in such rooms.`;

export const TERM_WORDS: Record<OpeningWindow['term'], { label: string; when: string }> = {
  always: { label: 'All year', when: '' },
  term_time: { label: 'In school term only', when: 'in school term only' },
  holidays: { label: 'In school holidays only', when: 'in school holidays only' },
};

export const YEAR_COPY_WORDS: Record<YearCopyRow['state'], string> = {
  free: 'This will be there.',
  there: 'It is there already.',
  clashes: 'Something is there at that time:',
  wrong: 'Enter a last day that is not before the first, and not much later than a year after it.',
};

/** What copying terms and seasons has come to. */
export function copiedTold({ terms, seasons }: { terms: number; seasons: number }): string {
  const parts = [
    ...(terms > 0 ? [terms === 1 ? 'one term' : `${terms} terms`] : []),
    ...(seasons > 0 ? [seasons === 1 ? 'one season' : `${seasons} seasons`] : []),
  ];
  return parts.length === 0 ? 'Nothing was copied: it is all there already.' : `Copied: ${parts.join(' and ')}.`;
}

/** What the record says of changes to a space's photos. */
export const PHOTO_SENTENCES = {
  added: 'A photo was added.',
  described: 'What is said about a photo changed.',
  ordered: 'The photos were put in another order.',
  removed: 'A photo was taken away.',
};

/** The same facts for everybody who reads a calendar, seen or heard. */
export const STRETCH_WORDS: Record<StretchState, string> = {
  free: 'Free',
  taken: 'Taken',
  asked: 'Being asked for',
  closed: 'Closed',
  past: 'Past',
  too_soon: 'Too soon to ask for',
  too_far: 'Too far ahead to ask for',
  not_offered: 'Open, but groups cannot ask for it here',
};
export const DAY_STATE_WORDS: Record<DayState, string> = {
  free: 'Free',
  part: 'Part free',
  full: 'Full',
  not_now: 'Not now',
  closed: 'Closed',
  past: 'Past',
};
export const CLOSED_WORDS: Record<(typeof CLOSED_REASONS)[number], string> = {
  bank_holiday: 'Closed: a bank holiday or a day off',
  outside_terms: 'Closed at this time of the school year',
  not_open: 'Closed',
};

/** What each input of the form is called when a change is told, by the beginning of its name. */
const FIELD_LABELS: readonly (readonly [prefix: string, label: string])[] = [
  ['name', 'name'],
  ['description', 'description'],
  ['floor', 'floor and size'],
  ['capacity', 'how many people fit'],
  ['layout', 'how many people fit'],
  ['bookable', 'whether groups may ask for it'],
  ['why_not_bookable', 'whether groups may ask for it'],
  ['equipment', 'equipment'],
  ['activities', 'what it is good for'],
  ['not_allowed', 'what is not allowed'],
  ['conditions', 'conditions'],
  ['caretaking', 'who opens and closes'],
  ['has_', 'access and facilities'],
  ['access_notes', 'access and facilities'],
  ['minutes', 'time before and after'],
  ['shortest', 'rules of booking'],
  ['longest', 'rules of booking'],
  ['step', 'rules of booking'],
  ['notice', 'rules of booking'],
  ['days_ahead', 'rules of booking'],
  ['bank_holidays', 'bank holidays'],
  ['insurance', 'insurance'],
];

/** What a set of inputs is about, each thing once. */
export function labelsOf(inputs: readonly string[]): string[] {
  return [
    ...new Set(inputs.map((input) => FIELD_LABELS.find(([prefix]) => input.startsWith(prefix))?.[1] ?? 'details')),
  ];
}
