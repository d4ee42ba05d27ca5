import { DAY_NAMES, NTH_NAMES, weekdayNamed } from '../finder/finder-contract.ts';
import { datesOf } from '../../kernel/recurrence.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Nth, Recurrence } from '../../kernel/recurrence-contract.ts';
import { clockOf, endAfter } from '../spaces/time-contract.ts';
import type { AskForm } from './request-form-contract.ts';
import type { Wish } from './request-contract.ts';
import { pickedDates, wrong } from './picked-dates-rules.ts';

const NTHS: Record<(typeof NTH_NAMES)[number], Nth> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, last: -1 };
const MIDNIGHT = 24 * 60;

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

function timeMistakes({ start, end }: Pick<AskForm, 'start' | 'end'>): Mistake[] {
  if (start >= MIDNIGHT) return [{ field: 'start', message: 'Enter a start before midnight.' }];
  return endAfter(start, end) === undefined
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

/**
 * The first day on which something happens by a rule, whatever the school terms, and the last that it can have.
 * @throws Problem 400 when the rule names more days than anybody can mean
 */
export function spanOf(rule: Recurrence): { startsOn: string; endsOn: string } {
  if (rule.kind === 'once') return { startsOn: rule.date, endsOn: rule.date };
  if (rule.kind === 'dates') return { startsOn: rule.dates[0] ?? '', endsOn: rule.dates.at(-1) ?? '' };
  const [first = rule.from] = datesOf({ ...rule, termTime: undefined });
  return { startsOn: first, endsOn: rule.until };
}
