import { z } from 'zod';
import { DAY_NAMES, MOST_FOR, NTH_NAMES } from '../finder/finder-contract.ts';
import { daySchema } from '../../kernel/recurrence-contract.ts';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { FACILITIES } from '../spaces/facility-contract.ts';
import { AUDIENCES, LAYOUTS } from '../spaces/space-contract.ts';
import { minuteOf } from '../spaces/time-contract.ts';
import { WHICH_DATES } from '../bookings/booking-contract.ts';
import { DECLINE_REASONS, REQUEST_STATES } from './request-contract.ts';

/** How often, as the form asks it. `dates` are picked one by one. */
const ASK_REPEATS = ['once', 'weekly', 'monthly', 'dates'] as const;

const empty = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(empty, schema.optional());
const text = (least: string, most: number) =>
  z.string(least).trim().min(1, least).max(most, `Use up to ${most} characters.`);
const time = (message: string) =>
  z
    .string(message)
    .max(12, message)
    .transform((given, context) => minuteOf(given) ?? (context.addIssue(message), z.NEVER));
const several = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (given) => (given === undefined || given === '' ? [] : [given].flat().flatMap((one) => String(one).split(','))),
    z.array(schema),
  );
const pence = (given: string): number => Math.round(Number(given.replace(/[£\s]/g, '')) * 100);
const POUNDS = /^£?\s?\d{1,6}(\.\d{1,2})?$/;
const budget = z
  .string('Enter the most you can pay in pounds, for instance 120 or 12.50.')
  .trim()
  .regex(POUNDS, 'Enter the most you can pay in pounds, for instance 120 or 12.50.')
  .transform(pence);
const yesOrNo = (message: string) => z.enum(['yes', 'no'], message);
const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  .catch('none');
const submission = z.uuid('Open the page again and repeat what you did.').optional();

/** What an officer says who does it for somebody; a group's own people send none of it. */
export const broughtShape = assistedSchema.partial().shape;

/** Asking for a room. Names are those of the finder's address, so that a wish goes over from there. */
export const askSchema = z.object({
  submission,
  for: text('Say in a few words what you need the room for.', 500),
  people: z.coerce
    .number('Enter how many people will come.')
    .int('Enter how many people will come, as a whole number.')
    .min(1, 'Enter how many people will come: at least 1.')
    .max(10_000, 'Enter how many people will come: up to 10,000.'),
  layout: optional(z.enum(LAYOUTS, 'Choose how the chairs are to stand.')),
  equipment: z.string().trim().max(500, 'Use up to 500 characters.').optional(),
  repeat: z.enum(ASK_REPEATS, 'Choose how often.'),
  on: optional(daySchema),
  day: several(z.enum(DAY_NAMES, 'Choose days of the week from the list.')),
  every: z.preprocess(
    (given) => (given === '' || given === undefined ? 1 : given),
    z.coerce
      .number('Enter every how many weeks.')
      .int('Enter every how many weeks, as a whole number.')
      .min(1, 'Enter every how many weeks, from 1 to 26.')
      .max(26, 'Enter every how many weeks, from 1 to 26.'),
  ),
  nth: optional(z.enum(NTH_NAMES, 'Choose which one of the month.')),
  from: optional(daySchema),
  until: optional(daySchema),
  term: optional(z.enum(['only', 'never'], 'Choose term time, holidays, or both.')),
  dates: z.string().max(12_000, 'Enter fewer dates.').optional(),
  start: time('Enter the start as hours and minutes, for instance 18:00.'),
  end: time('Enter the end as hours and minutes, for instance 20:00.'),
  as: z.enum(AUDIENCES, 'Choose which prices go for you.'),
  insured: yesOrNo('Say whether your group has insurance of its own.'),
  vulnerable: yesOrNo('Say whether children or adults who need help come by themselves.'),
  show_name: optional(z.literal('yes')),
  which: z.enum(WHICH_DATES).default('free'),
  off: optional(z.enum(['skip'], 'Choose what happens on bank holidays.')),
  need: several(z.enum(FACILITIES, 'Choose what the room must have from the list.')).transform((given) => [
    ...new Set(given),
  ]),
  most: optional(budget),
  most_for: optional(z.enum(MOST_FOR, 'Choose whether that is for everything, for each date or for each hour.')),
  ...broughtShape,
});
export type AskForm = z.infer<typeof askSchema>;

/** Sending it off. `agrees` is asked for where the room is had at once. */
export const sendSchema = z.object({ agrees: optional(z.literal('yes')) });
export const addRoomSchema = z.object({
  space: z.string('Choose a room.').regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/, 'Choose a room.'),
});
export const audienceSchema = z.object({ as: z.enum(AUDIENCES, 'Choose which prices go for you.') });

const pounds = z
  .string('Enter a price in pounds, for instance 120 or 12.50. Enter 0 if it costs nothing.')
  .trim()
  .regex(POUNDS, 'Enter a price in pounds, for instance 120 or 12.50. Enter 0 if it costs nothing.')
  .transform(pence);

/** An owner's answer. `first` is the request that goes first, as the page showed it. */
export const answerSchema = z
  .object({
    answer: z.enum(['yes', 'no'], 'Choose yes or no.'),
    first: z.string().max(36).optional(),
    pounds: optional(pounds),
    reason: optional(z.enum(DECLINE_REASONS, 'Choose a reason from the list.')),
    note: z
      .string()
      .trim()
      .max(1_000, 'Use up to 1,000 characters.')
      .optional()
      .transform((given) => given || null),
    /** From an officer who writes down what an owner said. */
    said_by: z
      .string()
      .trim()
      .max(200, 'Use up to 200 characters.')
      .optional()
      .transform((given) => given || null),
  })
  .refine(({ answer, reason }) => answer === 'yes' || reason !== undefined, {
    path: ['reason'],
    message: 'Choose a reason from the list.',
  })
  .refine(({ answer, note }) => answer === 'yes' || (note ?? '').length >= 10, {
    path: ['note'],
    message: 'Say in a sentence or two why. The group reads it.',
  });
export type OwnerAnswer = z.infer<typeof answerSchema>;

export const takeSchema = z.object({
  agrees: z.literal('yes', 'Confirm that you have read what you sign for, or have heard it.'),
  ...broughtShape,
});
export const withdrawSchema = z.object({
  reason: z
    .string()
    .trim()
    .max(500, 'Use up to 500 characters.')
    .optional()
    .transform((given) => given || null),
  /** The state that the page showed: what has moved on meanwhile is not taken back unseen. */
  seen: z.enum(REQUEST_STATES, 'Leave out what was seen, or give a state.').optional(),
  ...broughtShape,
});
export const closeSchema = z.object({
  reason: text('Say why no room was found, and what the group can do now. The group reads it.', 1_000),
});

export const requestParams = z.object({ id });
export const optionParams = z.object({ id, option: id });
export const linkParams = z.object({ token: z.string().max(100) });
