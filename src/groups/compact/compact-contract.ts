import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';

/**
 * An owner's decision to join the compact: from then on its silence on a passed request for a slot published as open is an offer.
 * Without one there is no default, only advice.
 */
export type Adoption = {
  id: string;
  areaId: string;
  ownerId: string;
  /** Where the decision is recorded, for instance "Cabinet, 3 March 2026, minute 41". */
  minuteRef: string;
  officer: string;
  from: Day;
  until: Day | null;
};

const days = (label: string, most: number) =>
  z.coerce
    .number(`Give ${label} as a whole number of days.`)
    .int(`Give ${label} as a whole number of days.`)
    .min(0, `Give ${label} as 0 or more days.`)
    .max(most, `Give ${label} as at most ${most} days.`);
const count = (label: string, least: number, most: number) =>
  z.coerce
    .number(`Give ${label} as a whole number.`)
    .int(`Give ${label} as a whole number.`)
    .min(least, `Give ${label} as ${least} or more.`)
    .max(most, `Give ${label} as at most ${most}.`);

const MOST_DEPOSIT_PENCE = 1_000_000;
/** Days, counts and amounts for rooms: an area adopts its own. The defaults are those of the casework reference, sections 5 and 8.3. */
export const roomTermsSchema = z.object({
  owner_answers_wd: days('the owner’s time to answer', 60).default(5),
  owner_answers_until_hour: count('the hour at which the owner’s time ends', 1, 24).default(17),
  warn_owner_wd: days('the warning before silence counts', 30).default(1),
  most_options: count('the most rooms in one request', 1, 20).default(5),
  offer_lapses_days: days('the time to take an offer', 120).default(10),
  most_deposit_pence: count('the highest deposit, in pence', 0, MOST_DEPOSIT_PENCE).default(5_000),
  group_cancels_free_days: days('free cancelling by the group', 60).default(2),
  owner_cancels_days: days('the owner’s notice for cancelling a date', 120).default(14),
  end_notice_days: days('the notice to end a series', 365).default(28),
  renewal_reminder_days: days('the reminder before a series ends', 365).default(28),
  paper_reminder_days: days('the first reminder of a paper before a date', 90).default(7),
  paper_last_reminder_days: days('the last reminder of a paper before a date', 90).default(2),
  longest_series_days: days('the longest series', 1_100).default(366),
  /** From the first date, or from the day on which more was charged. */
  hire_due_days: days('the time to pay the hire', 120).default(14),
  /** 0: none. */
  hire_reminder_days: days('the reminder before money is due', 60).default(3),
  /** After the day on which it was due; 0 or 1: none but that of the day after. */
  hire_reminded_again_days: days('the second reminder of money', 120).default(14),
  hire_ring_days: days('the time until somebody rings about money', 365).default(28),
  deposit_back_wd: days('the time to return a deposit', 120).default(10),
  challenge_wd: days('the time to dispute a deduction', 120).default(10),
  evaluation_wd: days('the time to say how it went', 120).default(20),
  no_shows_before_call: count('missed dates before we ring', 1, 20).default(2),
  dates_a_week: count('the most dates of a group in a week', 1, 50).default(3),
  locals_first_days: days('the days for which local groups come first', 365).default(0),
  rivals_tie_points: count('the points in 100 below which rivals are equally good', 0, 100).default(5),
  trial_dates: count('the trial dates while a test is being scored', 0, 50).default(3),
  waiting_offer_hours: count('the hours to take a place from the waiting list', 1, 720).default(48),
  bookings_kept_days: count('the days for which it stays known who booked', 90, 3_660).default(730),
  receipts_kept_days: count('the days for which names stay on receipts', 2_192, 5_480).default(2_557),
});
export type RoomTerms = z.infer<typeof roomTermsSchema>;
export const DEFAULT_ROOM_TERMS: RoomTerms = roomTermsSchema.parse({});

/** Terms as an area adopted them; `minuteRef` is empty for the defaults, which nobody has adopted. */
export type AdoptedTerms = { terms: RoomTerms; from: Day | null; minuteRef: string | null };

const minuteRef = z
  .string('Say where the decision is recorded.')
  .trim()
  .min(3, 'Say where the decision is recorded, for instance “Cabinet, 3 March 2026, minute 41”.')
  .max(200, 'Shorten the reference to 200 characters.');
const empty = (value: unknown): unknown => (value === '' ? undefined : value);

export const adoptionSchema = z
  .object({
    owner: z.string('Choose the owner.').min(1, 'Choose the owner.').max(36),
    minute_ref: minuteRef,
    officer: z
      .string('Name the officer who signs.')
      .trim()
      .min(2, 'Name the officer who signs what is granted by default.')
      .max(200, 'Shorten the name to 200 characters.'),
    from: daySchema,
    until: z.preprocess(empty, daySchema.optional()),
  })
  .refine(({ from, until }) => until === undefined || from <= until, {
    message: 'Give a last day that is not before the first.',
    path: ['until'],
  });
export type NewAdoption = z.infer<typeof adoptionSchema>;

export const endAdoptionSchema = z.object({
  reason: z
    .string('Say why it ends.')
    .trim()
    .min(3, 'Say why it ends.')
    .max(500, 'Shorten the reason to 500 characters.'),
});
const POUNDS = 'Give the highest deposit in pounds, for instance 50 or 12.50. Without a comma.';
/** As it is typed: money in pounds, "£20.00" or "20". Out comes pence. */
const typedPounds = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  z
    .string(POUNDS)
    .trim()
    .regex(/^£?\s?\d{1,5}(\.\d{2})?$/, POUNDS)
    .transform((given) => Math.round(Number(given.replace(/[£\s]/g, '')) * 100))
    .refine((pence) => pence <= MOST_DEPOSIT_PENCE, 'Give the highest deposit as at most 10,000 pounds.'),
);
export const newTermsSchema = roomTermsSchema
  .omit({ most_deposit_pence: true })
  .extend({ most_deposit: typedPounds, minute_ref: minuteRef, from: daySchema });
export type NewTerms = RoomTerms & Pick<z.infer<typeof newTermsSchema>, 'minute_ref' | 'from'>;
