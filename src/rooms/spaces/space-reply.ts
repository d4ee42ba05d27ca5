import { z } from 'zod';
import { CLOSED_REASONS, DAY_STATES, STRETCH_STATES, type Calendar } from './calendar-contract.ts';
import type { PublicSpace } from './public-space-contract.ts';
import { FACILITIES } from './facility-contract.ts';
import { APPROVALS, AUDIENCES, LAYOUTS, TARIFF_BASES, TERMS } from './space-contract.ts';
import { clockOf } from './time-contract.ts';

/** What the API answers about spaces: times as on a clock, money as `{ pence }`. */
const text = z.string().nullable();
const day = z.string().meta({ format: 'date' });
const time = z.string().meta({ example: '18:00' });
const money = z.object({ pence: z.number().int() });
const named = z.object({ id: z.string(), name: z.string() });

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

export function spaceReply(space: PublicSpace): SpaceReply {
  const { asset, hirersLiability: insurance } = space;
  const cost = insurance?.available ? insurance.cost : null;
  return {
    id: space.id,
    name: space.name,
    description: space.description,
    floor: space.floor,
    floorAreaM2: space.floorAreaM2,
    capacity: space.capacity,
    bookable: space.bookable,
    whyNotBookable: space.whyNotBookable,
    asset: { id: asset.id, name: asset.name, address: asset.address, point: asset.point },
    owner: { id: asset.owner.id, name: asset.owner.name },
    area: { slug: asset.area.slug, name: asset.area.name },
    photos: [...space.photos],
    partOf: space.partOf,
    parts: [...space.parts],
    layouts: space.layouts,
    facilities: Object.fromEntries(
      Object.entries(space.facilities).map(([name, { value, note, hours }]) => [
        name,
        { value, note, hours: hours && clockTimes(hours) },
      ]),
    ),
    accessNotes: space.accessNotes,
    equipment: [...space.equipment],
    activities: space.activities,
    notAllowed: space.notAllowed,
    conditions: space.conditions,
    caretaking: space.caretaking,
    rules: {
      minutesBefore: space.minutesBefore,
      minutesAfter: space.minutesAfter,
      shortestMinutes: space.shortestMinutes,
      longestMinutes: space.longestMinutes,
      stepMinutes: space.stepMinutes,
      noticeHours: space.noticeHours,
      daysAhead: space.daysAhead,
      closedOnBankHolidays: space.closedOnBankHolidays,
    },
    opening: space.hours.map((window) => ({ ...window, ...clockTimes(window) })),
    terms: [...space.terms],
    answer: space.answering,
    prices: space.prices.flatMap(({ audience, lines }) =>
      lines.map(({ basis, now, later }) => ({
        audience,
        basis,
        now: now === null ? null : { pence: now },
        later: [...later],
      })),
    ),
    openingCost: { pence: space.openingCostPence },
    deposit: { pence: space.depositPence },
    hirersLiability: insurance && {
      available: insurance.available,
      cost: cost?.kind ?? null,
      percent: cost?.kind === 'percent' ? cost.percent : null,
      minimum: cost?.kind === 'percent' ? { pence: cost.minimumPence } : null,
      fixed: cost?.kind === 'fixed' ? { pence: cost.pence } : null,
      note: insurance.available ? insurance.exclusions : insurance.note,
    },
  };
}

export function calendarReply({ spaceId, timeZone, today, days }: Calendar): z.infer<typeof calendarReplySchema> {
  return {
    space: spaceId,
    timeZone,
    today,
    days: days.map((one) => ({
      ...one,
      stretches: one.stretches.map((stretch) => ({ ...stretch, ...clockTimes(stretch) })),
    })),
  };
}

const clockTimes = ({ from, to }: { from: number; to: number }): { from: string; to: string } => ({
  from: clockOf(from),
  to: clockOf(to),
});
