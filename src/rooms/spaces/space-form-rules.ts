import { createHash } from 'node:crypto';
import { invalid } from '../../kernel/problem.ts';
import { FACILITIES, type Facilities } from './facility-contract.ts';
import { LAYOUTS, type HirersLiability, type Layout, type Space } from './space-contract.ts';
import {
  spaceFormSchema,
  type FormValues,
  type Seen,
  type SpaceFields,
  type SpaceForm,
} from './space-edit-contract.ts';
import { clockOf } from './time-contract.ts';

/** What the form shows of a space. */
export function formOf(space: SpaceFields): FormValues {
  const values: Record<string, string | number | null | undefined> = {
    name: space.name,
    description: space.description,
    floor: space.floor,
    floor_area: space.floorAreaM2,
    capacity: space.capacity,
    bookable: space.bookable ? 'yes' : 'no',
    why_not_bookable: space.whyNotBookable,
    access_notes: space.accessNotes,
    equipment: space.equipment.join('\n'),
    activities: space.activities,
    not_allowed: space.notAllowed,
    conditions: space.conditions,
    caretaking: space.caretaking,
    minutes_before: space.minutesBefore,
    minutes_after: space.minutesAfter,
    shortest: space.shortestMinutes / 60,
    longest: space.longestMinutes / 60,
    step: space.stepMinutes,
    notice_hours: space.noticeHours,
    days_ahead: space.daysAhead,
    bank_holidays: space.closedOnBankHolidays ? 'closed' : 'open',
    ...insuranceForm(space.hirersLiability),
  };
  for (const layout of LAYOUTS) values[`layout_${layout}`] = space.layouts[layout];
  for (const name of FACILITIES) {
    const fact = space.facilities[name];
    Object.assign(values, {
      [`has_${name}`]: fact?.value,
      [`has_${name}_note`]: fact?.note,
      [`has_${name}_from`]: fact?.hours && clockOf(fact.hours.from),
      [`has_${name}_to`]: fact?.hours && clockOf(fact.hours.to),
    });
  }
  return texts(values);
}

/** @throws Problem 400 with everything that cannot be read */
export function readSpaceForm(values: FormValues): SpaceForm {
  const { data, error } = spaceFormSchema.safeParse(values);
  if (data) return data;
  throw invalid(error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message })));
}

/** What the form says, as the register keeps it. What the form does not ask for stays as it was. */
export function fieldsFrom(form: SpaceForm, before: SpaceFields): SpaceFields {
  const layouts = Object.fromEntries(
    LAYOUTS.flatMap((layout): [Layout, number][] =>
      typeof form[`layout_${layout}`] === 'number' ? [[layout, form[`layout_${layout}`] as number]] : [],
    ),
  );
  return {
    ...before,
    name: form.name,
    description: form.description,
    floor: form.floor,
    floorAreaM2: form.floor_area,
    capacity: form.capacity ?? mostOf(layouts),
    bookable: form.bookable === 'yes',
    whyNotBookable: form.bookable === 'yes' ? null : form.why_not_bookable,
    accessNotes: form.access_notes,
    layouts,
    facilities: facilitiesFrom(form),
    equipment: form.equipment,
    activities: form.activities,
    notAllowed: form.not_allowed,
    conditions: form.conditions,
    caretaking: form.caretaking,
    hirersLiability: insuranceFrom(form),
    minutesBefore: form.minutes_before,
    minutesAfter: form.minutes_after,
    shortestMinutes: form.shortest,
    longestMinutes: form.longest,
    stepMinutes: form.step,
    noticeHours: form.notice_hours,
    daysAhead: form.days_ahead,
    closedOnBankHolidays: form.bank_holidays === 'closed',
  };
}

/** The texts that came in, one for each input; anything else a program may have sent is left out. */
export function textsIn(given: Record<string, unknown>): FormValues {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name, String(value).replace(/\r\n?/g, '\n').trim()] as const]
        : [],
    ),
  );
}

const texts = (values: Record<string, string | number | null | undefined>): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)]),
  );

/** A fingerprint of each input, by which to tell what somebody changed, and what somebody else changed meanwhile. */
export const seenIn = (values: FormValues): Seen =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, fingerprint(text)]));

export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 10);
}

/** What this person changed, and what somebody else changed after they opened the form. Inputs that were not sent were not changed. */
export function comparedWith(seen: Seen, typed: FormValues, now: FormValues): { mine: string[]; theirs: string[] } {
  const names = Object.keys(now);
  return {
    mine: names.filter((name) => name in typed && fingerprint(typed[name]) !== seen[name]),
    theirs: names.filter((name) => name in seen && seen[name] !== fingerprint(now[name]) && typed[name] !== now[name]),
  };
}

function mostOf(layouts: Partial<Record<Layout, number>>): number | null {
  const seats = Object.values(layouts);
  return seats.length === 0 ? null : Math.max(...seats);
}

function facilitiesFrom(form: SpaceForm): Facilities {
  return Object.fromEntries(
    FACILITIES.flatMap((name) => {
      const value = form[`has_${name}`] as '' | 'yes' | 'no';
      const [from, to] = [form[`has_${name}_from`] as number | null, form[`has_${name}_to`] as number | null];
      return value === ''
        ? []
        : [
            [
              name,
              {
                value,
                note: form[`has_${name}_note`] as string | null,
                hours: from === null || to === null ? null : { from, to },
              },
            ],
          ];
    }),
  );
}

function insuranceForm(insurance: Space['hirersLiability']): Record<string, string | number | null> {
  if (!insurance)
    return {
      insurance: '',
      insurance_percent: null,
      insurance_minimum: null,
      insurance_pounds: null,
      insurance_note: null,
    };
  const cost = insurance.available ? insurance.cost : null;
  return {
    insurance: cost?.kind ?? 'none',
    insurance_percent: cost?.kind === 'percent' ? cost.percent : null,
    insurance_minimum: cost?.kind === 'percent' ? poundsOf(cost.minimumPence) : null,
    insurance_pounds: cost?.kind === 'fixed' ? poundsOf(cost.pence) : null,
    insurance_note: insurance.available ? insurance.exclusions : insurance.note,
  };
}

function insuranceFrom(form: SpaceForm): HirersLiability | null {
  if (form.insurance === '') return null;
  if (form.insurance === 'none') return { available: false, note: form.insurance_note };
  const exclusions = form.insurance_note;
  if (form.insurance === 'free') return { available: true, cost: { kind: 'free' }, exclusions };
  if (form.insurance === 'fixed')
    return { available: true, cost: { kind: 'fixed', pence: form.insurance_pounds ?? 0 }, exclusions };
  return {
    available: true,
    cost: { kind: 'percent', percent: form.insurance_percent ?? 0, minimumPence: form.insurance_minimum ?? 0 },
    exclusions,
  };
}

/** Pence as a form shows them: "12.50", "12". */
export const poundsOf = (pence: number): string => (pence / 100).toFixed(2).replace(/\.00$/, '');
