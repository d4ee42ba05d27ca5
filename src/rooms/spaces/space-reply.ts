import type { z } from 'zod';
import type { Calendar } from './calendar-contract.ts';
import type { PublicSpace } from './public-space-contract.ts';
import { clockOf } from './time-contract.ts';
import type { SpaceReply, calendarReplySchema } from './space-reply-contract.ts';

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
