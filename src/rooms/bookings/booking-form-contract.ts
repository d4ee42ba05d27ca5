import { z } from 'zod';
import {
  clockTimeSchema,
  daySchema,
  MOST_DATES,
  recurrenceSchema,
  WEEKDAYS,
} from '../../kernel/recurrence-contract.ts';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { LAYOUTS } from '../spaces/space-contract.ts';
import { clockOf, minuteOf } from '../spaces/time-contract.ts';
import { WHICH_DATES } from './booking-contract.ts';

const empty = (value: unknown): unknown => (value === '' ? undefined : value);
export const optional = <S extends z.ZodType>(schema: S) => z.preprocess(empty, schema.optional());
export const id = (what: string) => z.string(`Choose ${what}.`).regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/, `Choose ${what}.`);
/** Also as people write it: "6pm", "18.30". */
const asClock = (value: unknown): unknown => {
  const minute = typeof value === 'string' ? minuteOf(value) : undefined;
  return minute === undefined ? value : clockOf(minute);
};
export const endTime = z.preprocess(asClock, clockTimeSchema);
export const startTime = z.preprocess(
  asClock,
  clockTimeSchema.refine((time) => time !== '24:00', 'Give the start as hours and minutes, for instance 18:00.'),
);
const people = z.coerce
  .number('Say how many people will come.')
  .int('Say how many people will come, as a whole number.')
  .min(1, 'Say how many people will come: at least 1.')
  .max(100_000, 'Say how many people will come: up to 100,000.');
export const version = z.coerce.number('Open the page again and repeat what you did.').int().min(1);

/** Assisted fields are needed from officers who book for somebody, and ignored from a group's own people. */
export const forSomebody = assistedSchema.partial().shape;

/** A day and a night are nobody's slip of the pen: whoever wants them says so. */
const SOME_LENGTH = {
  path: ['to'],
  message: 'Start and end are the same. Enter another end; a whole day goes from 00:00 to 24:00.',
};
const hasLength = ({ from, to }: { from: string; to: string }): boolean => from !== to;

const newBookingShape = z.object({
  space_id: id('a room'),
  group_id: id('a group'),
  recurrence: recurrenceSchema,
  from: startTime,
  to: endTime,
  people,
  layout: optional(z.enum(LAYOUTS, 'Choose how the chairs are to stand.')),
  purpose: z
    .string('Say in a few words what you need the room for.')
    .trim()
    .min(1, 'Say in a few words what you need the room for.')
    .max(500, 'Use up to 500 characters.'),
  /** The group agrees that everybody may read its name beside the dates. */
  show_name: optional(z.literal('yes')),
  dates: z.enum(WHICH_DATES).default('all'),
  /** Days of the rule that are left out by wish. */
  except: z.array(daySchema).max(MOST_DATES).default([]),
  skip_days_off: z.literal('yes').optional(),
  /** The group's lead agrees to what is signed for, where a room is had at once. */
  agrees: optional(z.literal('yes')),
  submission: optional(z.uuid()),
  ...forSomebody,
});
export const newBookingSchema = newBookingShape.refine(hasLength, SOME_LENGTH);
export type NewBooking = z.infer<typeof newBookingSchema>;

export const CHANGES = ['one', 'rest', 'add', 'give_back'] as const;
/**
 * `one` moves one date, `rest` changes a date and all after it (or all that are left), `add` puts in another date or brings a
 * cancelled one back, `give_back` ends an evening earlier. `date` is the day that the rule gave.
 */
export const changeSchema = z.object({
  version,
  what: z.enum(CHANGES, 'Say what you want to change.'),
  date: optional(daySchema),
  new_date: optional(daySchema),
  from: optional(startTime),
  to: optional(endTime),
  space_id: optional(id('a room')),
  recurrence: recurrenceSchema.optional(),
  /** Another last day, or another day of the week, where the rule is otherwise to stay as it is. */
  until: optional(daySchema),
  weekday: optional(z.coerce.number().pipe(z.literal(WEEKDAYS, 'Choose a day of the week.'))),
  dates: z.enum(WHICH_DATES).default('all'),
  /** On pages: whoever changes it has seen what it comes to, and means a length that is more than double. */
  checked: optional(z.literal('yes')),
  long: optional(z.literal('yes')),
  ...forSomebody,
});
export type Change = z.infer<typeof changeSchema>;

/** Which of these dates are free in these rooms. */
export const checkSchema = z
  .object({
    space_ids: z.array(id('a room')).min(1, 'Name at least one room.').max(50, 'Name up to 50 rooms.'),
    recurrence: recurrenceSchema,
    from: startTime,
    to: endTime,
    people: people.default(1),
  })
  .refine(hasLength, SOME_LENGTH);
export type Check = z.infer<typeof checkSchema>;
