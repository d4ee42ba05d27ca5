import { z } from 'zod';
import { FACILITIES } from './facility-contract.ts';
import { LAYOUTS, type OpeningWindow, type Space, type Tariff } from './space-contract.ts';
import { minuteOf } from './time-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** What a form holds: the names of its inputs and their texts. A program sends the same names. */
export type FormValues = Readonly<Record<string, string>>;

/** What people say of a space; ids, numbers and parts come from the register. */
export type SpaceFields = Omit<Space, 'id' | 'assetId' | 'parentId' | 'number' | 'version' | 'retiredOn'>;
export type NewWindow = Omit<OpeningWindow, 'id'>;
export type NewTariff = Omit<Tariff, 'id'>;

export const MOST_WINDOWS = 100;
export const MOST_TARIFFS = 60;
export const MOST_PARTS = 12;
export const MOST_SPACES = 200;
/** Starts that people can remember, in minutes. */
export const STEPS = [5, 10, 15, 30, 60, 120] as const;
/** No booking of one date is longer: with time to set up it must stay below the two days that a claim may take. */
const LONGEST_HOURS = 24;
const MOST_BUFFER_MINUTES = 240;
const INSURANCE_KINDS = ['', 'none', 'free', 'percent', 'fixed'] as const;

const needed = (least: string, most: number) =>
  z
    .string(least)
    .trim()
    .min(1, least)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const free = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`)
    .default('')
    .transform((text) => text || null);

/** A number as people write it, or nothing. */
const numberOrNothing = (least: number, most: number, says: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : Number(text.replace(/,(?=\d{3}\b)/g, ''))))
    .refine((value) => value === null || (Number.isFinite(value) && value >= least && value <= most), says);
const wholeOrNothing = (least: number, most: number, says: string) =>
  numberOrNothing(least, most, says).refine((value) => value === null || Number.isInteger(value), says);
const whole = (least: number, most: number, usual: number, says: string) =>
  wholeOrNothing(least, most, says).transform((value) => value ?? usual);

/** Pounds as people write them, in pence. Nothing written is not known. */
const penceOrNothing = (says: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : penceOf(text)))
    .refine((pence) => pence !== undefined, says)
    .transform((pence) => pence ?? null);

/** A time of the day in minutes, or nothing. */
const timeOrNothing = (says: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : minuteOf(text)))
    .refine((minute) => minute !== undefined, says)
    .transform((minute) => minute ?? null);

/** "£1,250.50" in pence; undefined for what is no sum up to a million pounds. */
export function penceOf(text: string): number | undefined {
  const [, pounds, pence = '0'] = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  return pounds === undefined ? undefined : Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'));
}

const hours = (usual: number, says: string) =>
  numberOrNothing(0.25, LONGEST_HOURS, says).transform((value) => Math.round((value ?? usual) * 60));
const fits = (what: string) =>
  wholeOrNothing(
    1,
    100_000,
    `Enter how many people fit ${what} as a whole number, or leave it empty when nobody knows.`,
  );
const facility = {
  '': z.enum(['', 'yes', 'no'], 'Choose yes, no or not known.').default(''),
  _note: free(300),
  _from: timeOrNothing('Enter the time from which it holds, for instance 08:00, or leave both times empty.'),
  _to: timeOrNothing('Enter the time until which it holds, for instance 20:00, or leave both times empty.'),
};
const facilities = Object.fromEntries(
  FACILITIES.flatMap((name) => Object.entries(facility).map(([suffix, schema]) => [`has_${name}${suffix}`, schema])),
);
const layouts = Object.fromEntries(LAYOUTS.map((layout) => [`layout_${layout}`, fits('in this layout')]));

/** A space as its form has it: one flat set of texts. */
export const spaceFormSchema = z
  .looseObject({
    name: needed('Enter a name by which people know the space, for instance “Main hall”.', 200),
    description: free(4_000),
    floor: free(60),
    floor_area: numberOrNothing(
      0.1,
      10_000_000,
      'Enter the floor area in square metres, or leave it empty when nobody knows.',
    ),
    capacity: fits('at most'),
    ...layouts,
    bookable: z.enum(['yes', 'no'], 'Say whether groups may ask for it.').default('no'),
    why_not_bookable: free(500),
    equipment: z
      .string()
      .max(4_000, 'Use up to 4,000 characters.')
      .default('')
      .transform((text) =>
        [
          ...new Set(
            text
              .split('\n')
              .map((line) => line.trim().slice(0, 200))
              .filter((line) => line !== ''),
          ),
        ].slice(0, 60),
      ),
    activities: free(2_000),
    not_allowed: free(2_000),
    conditions: free(2_000),
    caretaking: free(1_000),
    ...facilities,
    access_notes: free(2_000),
    minutes_before: whole(
      0,
      MOST_BUFFER_MINUTES,
      0,
      `Enter the minutes to keep free before a booking, up to ${MOST_BUFFER_MINUTES}.`,
    ),
    minutes_after: whole(
      0,
      MOST_BUFFER_MINUTES,
      0,
      `Enter the minutes to keep free after a booking, up to ${MOST_BUFFER_MINUTES}.`,
    ),
    shortest: hours(1, `Enter the shortest booking in hours, for instance 1 or 1.5, up to ${LONGEST_HOURS}.`),
    longest: hours(12, `Enter the longest booking in hours, for instance 12, up to ${LONGEST_HOURS}.`),
    step: z.coerce.number().pipe(z.literal(STEPS, 'Choose how far apart bookings may start.')).default(15),
    notice_hours: whole(0, 24 * 90, 48, 'Enter how many hours’ notice you need, from 0 to 2,160 (90 days).'),
    days_ahead: whole(1, 1_100, 400, 'Enter how many days ahead people may book, from 1 to 1,100.'),
    bank_holidays: z.enum(['closed', 'open'], 'Say whether it is closed on bank holidays.').default('closed'),
    insurance: z.enum(INSURANCE_KINDS, 'Choose what goes for insurance.').default(''),
    insurance_percent: numberOrNothing(0, 100, 'Enter the percentage of the hire, for instance 12.'),
    insurance_minimum: penceOrNothing('Enter the least that it costs in pounds, for instance 5.'),
    insurance_pounds: penceOrNothing('Enter what it costs for one booking in pounds, for instance 10.'),
    insurance_note: free(1_000),
  })
  .superRefine((form, context) => {
    const wrong = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (form.shortest > form.longest)
      wrong('longest', 'Enter a longest booking that is not shorter than the shortest.');
    if (form.insurance === 'percent' && form.insurance_percent === null)
      wrong('insurance_percent', 'Enter the percentage of the hire, for instance 12.');
    if (form.insurance === 'fixed' && form.insurance_pounds === null)
      wrong('insurance_pounds', 'Enter what it costs for one booking in pounds, for instance 10.');
    for (const name of FACILITIES) {
      const [from, to] = [form[`has_${name}_from`] as number | null, form[`has_${name}_to`] as number | null];
      if ((from === null) !== (to === null))
        wrong(`has_${name}_${from === null ? 'from' : 'to'}`, 'Enter both times between which it holds, or neither.');
      else if (from !== null && to !== null && to <= from)
        wrong(`has_${name}_to`, 'Enter an end that is later than the start.');
      if (!form[`has_${name}`] && (form[`has_${name}_note`] || from !== null))
        wrong(`has_${name}`, 'Choose yes or no: you have written a note about it.');
    }
    for (const layout of LAYOUTS) {
      const seats = form[`layout_${layout}`] as number | null;
      if (seats !== null && form.capacity !== null && seats > form.capacity)
        wrong('capacity', `Enter at least ${seats} as the most people: that many fit in one of the layouts.`);
    }
  });
export type SpaceForm = z.infer<typeof spaceFormSchema>;

/** What comes with every form about a space, beside its own inputs. */
export const editingSchema = z.looseObject({
  seen: z
    .string('Open the form again and send it as it is on the page.')
    .max(20_000, 'Open the form again and send it as it is on the page.'),
  then: z.enum(['save', 'preview']).default('save'),
});
export const addingSchema = z.looseObject({
  submission: submissionSchema,
  then: z.enum(['save', 'preview']).default('save'),
});
/** How a part of a space was seen when its form was made: a fingerprint for each thing to compare. */
export const seenSchema = z.record(z.string(), z.string());
export type Seen = z.infer<typeof seenSchema>;
