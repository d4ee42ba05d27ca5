import { DAY_NAMES, NTH_NAMES, weekdayNamed } from '../finder/finder-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { daySchema, MOST_DATES, type Day, type Nth, type Recurrence } from '../../kernel/recurrence-contract.ts';
import { clockOf, minuteOf } from '../spaces/time-contract.ts';
import { FACILITIES } from '../spaces/facility-contract.ts';
import type { AskForm } from './request-form-contract.ts';
import type { Wish } from './request-contract.ts';

const NTHS: Record<(typeof NTH_NAMES)[number], Nth> = { 1: 1, 2: 2, 3: 3, 4: 4, last: -1 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MIDNIGHT = 24 * 60;
/** An end before the start is meant for the next day only when no more minutes than this lie between. */
const LONGEST_NIGHT = 12 * 60;

/** What the form asks for, or what is missing in it. */
export function wishFrom(form: AskForm): { wish: Wish; mistakes: [] } | { wish: null; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [...timeMistakes(form)];
  const recurrence = recurrenceFrom(form, mistakes);
  if (mistakes.length > 0 || !recurrence) return { wish: null, mistakes };
  return {
    mistakes: [],
    wish: {
      recurrence,
      from: clockOf(form.start),
      to: clockOf(form.end),
      people: form.people,
      layout: form.layout ?? null,
      purpose: form.for,
      equipment: form.equipment || null,
      audience: form.as,
      ownInsurance: form.insured === 'yes',
      safeguarding: form.vulnerable === 'yes',
      showName: form.show_name === 'yes',
      dates: form.which,
      skipsDaysOff: form.off === 'skip',
      needs: form.need,
      most: form.most === undefined ? null : { pence: form.most, per: form.most_for ?? 'all' },
    },
  };
}

function recurrenceFrom(form: AskForm, mistakes: Mistake[]): Recurrence | null {
  switch (form.repeat) {
    case 'once':
      return form.on ? { kind: 'once', date: form.on } : wrong(mistakes, 'on', 'Enter the date.');
    case 'dates':
      return pickedDates(form.dates ?? '', mistakes);
    default:
      return ruleFrom(form, mistakes);
  }
}

function ruleFrom(
  { repeat, day: days, every, nth, from, until, term }: AskForm,
  mistakes: Mistake[],
): Recurrence | null {
  if (!from) wrong(mistakes, 'from', 'Enter the first day.');
  if (!until) wrong(mistakes, 'until', 'Enter the last day.');
  if (from && until && until < from) wrong(mistakes, 'until', 'Enter a last day that is not before the first.');
  const [first] = days;
  if (!first) return wrong(mistakes, 'day', 'Choose at least one day of the week.');
  if (repeat === 'monthly' && days.length > 1)
    return wrong(mistakes, 'day', 'Choose one day of the week for something that is once a month.');
  if (repeat === 'monthly' && !nth) return wrong(mistakes, 'nth', 'Choose which one of the month.');
  if (!from || !until) return null;
  const period = { from, until, ...(term && { termTime: term }) };
  return repeat === 'monthly'
    ? { kind: 'monthly', nth: NTHS[nth ?? '1'], weekday: weekdayNamed(first), ...period }
    : { kind: 'weekly', every, weekdays: [...new Set(days.map(weekdayNamed))].toSorted(), ...period };
}

function pickedDates(text: string, mistakes: Mistake[]): Recurrence | null {
  const typed = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = typed.map((line) => ({ line, day: dayFrom(line) }));
  const unread = read.find(({ day }) => day === null);
  if (typed.length === 0) return wrong(mistakes, 'dates', 'Enter the dates, one on each line.');
  if (typed.length > MOST_DATES) return wrong(mistakes, 'dates', `Enter up to ${MOST_DATES} dates.`);
  if (unread)
    return wrong(
      mistakes,
      'dates',
      `Enter “${unread.line.slice(0, 40)}” as a date, for instance 2 March 2027 or 2/3/2027.`,
    );
  return { kind: 'dates', dates: [...new Set(read.flatMap(({ day }) => day ?? []))].toSorted() };
}

/** A day as people in Britain write it: "2 March 2027", "2/3/2027", "2027-03-02". */
export function dayFrom(text: string): Day | null {
  const numbers = /^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$/.exec(text);
  const named = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text);
  const month = named ? MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0;
  const iso = numbers
    ? `${numbers[3]}-${padded(numbers[2])}-${padded(numbers[1])}`
    : named && month > 0
      ? `${named[3]}-${padded(String(month))}-${padded(named[1])}`
      : text;
  return daySchema.safeParse(iso).success ? iso : null;
}

function timeMistakes({ start, end }: Pick<AskForm, 'start' | 'end'>): Mistake[] {
  if (start >= MIDNIGHT) return [{ field: 'start', message: 'Enter a start before midnight.' }];
  const length = end > start ? end - start : end + MIDNIGHT - start;
  return end <= start && (end === start || length > LONGEST_NIGHT)
    ? [{ field: 'end', message: 'Enter an end time after the start time.' }]
    : [];
}

/** The form's values for a wish: to change a draft, or to ask again. */
export function valuesOf(wish: Wish): Record<string, unknown> {
  return {
    for: wish.purpose,
    people: String(wish.people),
    layout: wish.layout ?? '',
    equipment: wish.equipment ?? '',
    start: wish.from,
    end: wish.to,
    as: wish.audience,
    insured: wish.ownInsurance ? 'yes' : 'no',
    vulnerable: wish.safeguarding ? 'yes' : 'no',
    show_name: wish.showName ? 'yes' : '',
    which: wish.dates,
    ...recurrenceValues(wish.recurrence),
    off: wish.skipsDaysOff ? 'skip' : '',
    need: [...wish.needs],
    most: wish.most ? (wish.most.pence / 100).toFixed(2).replace(/\.00$/, '') : '',
    most_for: wish.most?.per ?? '',
  };
}

function recurrenceValues(rule: Recurrence): Record<string, unknown> {
  if (rule.kind === 'once') return { repeat: 'once', on: rule.date };
  if (rule.kind === 'dates') return { repeat: 'dates', dates: rule.dates.join('\n') };
  const period = { from: rule.from, until: rule.until, term: rule.termTime ?? '' };
  if (rule.kind === 'weekly')
    return {
      repeat: 'weekly',
      every: String(rule.every),
      day: rule.weekdays.map((weekday) => DAY_NAMES[weekday - 1]),
      ...period,
    };
  return {
    repeat: 'monthly',
    nth: NTH_NAMES.find((name) => NTHS[name] === rule.nth),
    day: [DAY_NAMES[rule.weekday - 1]],
    ...period,
  };
}

/** The form's first values from an address of the finder; what cannot be read is left out. A wanted window becomes its beginning. */
export function valuesFromAddress(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const said = (name: string): string => (typeof query[name] === 'string' ? query[name].slice(0, 500) : '');
  const start = minuteOf(said('start'));
  const hours = Number(said('hours'));
  const end = start !== undefined && hours > 0 && hours <= 24 ? clockOf(start + Math.round(hours * 60)) : said('end');
  const listed = (name: string): string[] =>
    [query[name]].flat().flatMap((one) => (typeof one === 'string' ? one.slice(0, 500).split(',') : []));
  const days = listed('day').filter((one) => DAY_NAMES.some((name) => name === one));
  const repeat = said('repeat') || (days.length > 0 ? (said('nth') ? 'monthly' : 'weekly') : said('on') ? 'once' : '');
  const copied = [
    'for',
    'people',
    'on',
    'every',
    'nth',
    'from',
    'until',
    'term',
    'layout',
    'as',
    'most',
    'most_for',
  ].map((name) => [name, said(name)]);
  const need = listed('need').filter((one) => FACILITIES.some((name) => name === one));
  return {
    ...Object.fromEntries(copied),
    repeat,
    day: days,
    ...(need.length > 0 && { need: [...new Set(need)] }),
    start: start === undefined ? '' : clockOf(start),
    end,
    ...(said('insured') === 'yes' && { insured: 'yes' }),
    ...offFrom(said('off')),
  };
}

/** Whoever needs every date wants all or none. */
const offFrom = (off: string): Record<string, unknown> =>
  off === 'skip' ? { off } : off === 'every' ? { which: 'all' } : {};

/** A wish as an address: to ask for the same again. What it is for stays out of it: addresses are kept and passed on. */
export const wishAddress = (wish: Wish): string =>
  addressOf(wish, [
    'people',
    'layout',
    'repeat',
    'on',
    'day',
    'every',
    'nth',
    'from',
    'until',
    'term',
    'off',
    'start',
    'end',
    'need',
    'most',
    'most_for',
    'as',
    'insured',
  ]);

/** Where the finder looks for the same. It knows no dates that are picked one by one. */
export const finderAddress = (wish: Wish): string =>
  `/spaces?${addressOf(wish, wish.recurrence.kind === 'dates' ? ['people', 'need', 'as'] : ['people', 'repeat', 'on', 'day', 'every', 'nth', 'from', 'until', 'term', 'off', 'start', 'end', 'need', 'most', 'most_for', 'as'])}`;

function addressOf(wish: Wish, names: readonly string[]): string {
  const values = valuesOf(wish);
  const said = names.flatMap((name) => {
    const text = [values[name] ?? ''].flat().join(',');
    return text === '' || (name === 'insured' && text === 'no') ? [] : [[name, text]];
  });
  return new URLSearchParams(said).toString();
}

const padded = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

function wrong(mistakes: Mistake[], field: string, message: string): null {
  mistakes.push({ field, message });
  return null;
}
