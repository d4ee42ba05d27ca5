import { z } from 'zod';
import { CLOSED_REASONS, DAY_STATES, STRETCH_STATES } from './calendar-contract.ts';
import { FACILITIES } from './facility-contract.ts';
import { APPROVALS, AUDIENCES, LAYOUTS, TARIFF_BASES, TERMS } from './space-contract.ts';

/** What the API answers about spaces: times as on a clock, money as `{ pence }`. */
const text = z.string().nullable();

const day = z.string().meta({ format: 'date' });

const time = z.string().meta({ example: '18:00' });

const money = z.object({ pence: z.number().int() });

const named = z.object({ id: z.string(), name: z.string() });

/** A space as programs read it. */
export const spaceReplySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  floor: text,
  floorAreaM2: z.number().nullable(),
  capacity: z.number().int().nullable().describe('The most people; null where nobody has told us'),
  bookable: z.boolean().describe('Whether groups may ask for it here'),
  whyNotBookable: text.describe('Why they may not, where somebody has said so'),
  asset: named.extend({
    address: z.object({ number: text, street: text, town: text, postcode: text }),
    point: z.object({ lon: z.number(), lat: z.number() }).nullable(),
  }),
  owner: named,
  area: z.object({ slug: z.string(), name: z.string() }),
  photos: z
    .array(
      z.object({ id: z.string(), alt: z.string(), credit: text, width: z.number().int(), height: z.number().int() }),
    )
    .describe(
      'Its own photos, at /photos/{id}/480.webp and /photos/{id}/1200.webp; those of the building are with its asset',
    ),
  partOf: named.nullable(),
  parts: z.array(named.extend({ capacity: z.number().int().nullable() })),
  layouts: z.partialRecord(z.enum(LAYOUTS), z.number().int()),
  facilities: z
    .partialRecord(
      z.enum(FACILITIES),
      z.object({ value: z.enum(['yes', 'no']), note: text, hours: z.object({ from: time, to: time }).nullable() }),
    )
    .describe('What is missing here is not known'),
  accessNotes: text.describe('What else is said about access, in words'),
  equipment: z.array(z.string()),
  activities: text,
  notAllowed: text,
  conditions: text,
  caretaking: text,
  rules: z.object({
    minutesBefore: z.number().int(),
    minutesAfter: z.number().int(),
    shortestMinutes: z.number().int(),
    longestMinutes: z.number().int(),
    stepMinutes: z.number().int(),
    noticeHours: z.number().int(),
    daysAhead: z.number().int(),
    closedOnBankHolidays: z.boolean(),
  }),
  opening: z.array(
    z.object({
      weekday: z.number().int().describe('Monday is 1, Sunday 7'),
      from: time,
      to: time,
      seasonFrom: day.nullable(),
      seasonTo: day.nullable(),
      term: z.enum(TERMS),
      approval: z.enum(APPROVALS),
      publishedOpen: z.boolean(),
      staffed: z.boolean(),
      note: text,
    }),
  ),
  terms: z.array(z.object({ name: z.string(), from: day, to: day })),
  answer: z.object({
    workingDays: z.number().int(),
    byDefault: z.boolean().describe('Silence counts as an offer where hours are published as open'),
    trialDates: z.number().int().describe('How many a group may have at once while its test is being scored'),
  }),
  prices: z.array(
    z.object({
      audience: z.enum(AUDIENCES),
      basis: z.enum(TARIFF_BASES),
      now: money.nullable(),
      later: z.array(money.extend({ from: day })),
    }),
  ),
  openingCost: money,
  deposit: money,
  hirersLiability: z
    .object({
      available: z.boolean(),
      cost: z.enum(['free', 'percent', 'fixed']).nullable(),
      percent: z.number().nullable(),
      minimum: money.nullable(),
      fixed: money.nullable(),
      note: text,
    })
    .nullable(),
});

export type SpaceReply = z.infer<typeof spaceReplySchema>;

/** The calendar of a space as programs read it. */
export const calendarReplySchema = z.object({
  space: z.string(),
  timeZone: z.string(),
  today: day,
  days: z.array(
    z.object({
      date: day,
      state: z.enum(DAY_STATES),
      closedBecause: z.enum(CLOSED_REASONS).nullable(),
      stretches: z.array(
        z.object({
          from: time,
          to: time,
          state: z.enum(STRETCH_STATES),
          label: text.describe('Neutral words; never a name that a group has not agreed to'),
        }),
      ),
    }),
  ),
});
