import { minuteOf, clockOf } from '../spaces/time-contract.ts';
import { DAY_NAMES } from '../finder/finder-contract.ts';
import { FACILITIES } from '../spaces/facility-contract.ts';
import type { Wish } from './request-contract.ts';
import { askSchema } from './request-form-contract.ts';
import { valuesOf, wishFrom } from './wish-rules.ts';

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
  ].map((name): [string, unknown] => [name, said(name)]);
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

/** What somebody looked for before they chose the room, where the address says all of it. */
export function wishInAddress(query: Readonly<Record<string, unknown>>): Wish | null {
  const unsaid = { which: 'free', as: 'community', for: '-', insured: 'no', vulnerable: 'no' };
  const said = Object.entries(valuesFromAddress(query)).filter(([, value]) => value !== '' && value !== undefined);
  const form = askSchema.safeParse({ ...unsaid, ...Object.fromEntries(said) });
  return form.success ? wishFrom(form.data).wish : null;
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
