import type { Db } from '../../kernel/database.ts';
import { Problem } from '../../kernel/problem.ts';
import { recurrenceSchema } from '../../kernel/recurrence-contract.ts';
import { APPROVALS } from '../spaces/space-contract.ts';
import { judgeFor } from './booking-scene.ts';
import type { NewBooking } from './booking-form-contract.ts';
import type { NotFree, Occurrence } from './booking-contract.ts';
import type { BookingReads } from './booking-deps.ts';
import { draftOf } from './booking-draft-steps.ts';
import { pricedDate, wantedOn } from './booking-rules.ts';
import { WITHOUT_END } from './booking-contract.ts';
import { bookingsOn } from './booking-store.ts';
import { claimsOf, heldStretch } from './claim-contract.ts';
import { claimsOn } from './claim-store.ts';
import type { Draft, Look, LookedFor } from './draft-contract.ts';
import { notFreeBy } from './not-free-rules.ts';
import { occurrencesOn } from './occurrence-store.ts';

/** Looks at a room for a group's wish, in the transaction in hand. @returns the problem where it cannot be had at all */
export async function lookAt(rooms: BookingReads, db: Db, wished: LookedFor, spaceId: string): Promise<Look | Problem> {
  try {
    const draft = await draftOf(depsFor(rooms, wished.wish), db, bookingWish(wished, spaceId));
    return await withOthers(rooms, db, wished, draft);
  } catch (problem) {
    if (problem instanceof Problem && problem.status < 500) return problem;
    throw problem;
  }
}

/** A group pays what its wish says, and has the insurance that its wish says. */
function depsFor(
  rooms: BookingReads,
  { audience, ownInsurance }: Pick<LookedFor['wish'], 'audience' | 'ownInsurance'>,
): BookingReads {
  return {
    ...rooms,
    groups: {
      byId: async (db, id) => {
        const group = await rooms.groups.byId(db, id);
        return group && { ...group, audience };
      },
      insuredUntil: () => Promise.resolve(ownInsurance ? WITHOUT_END : null),
    },
  };
}

function bookingWish({ groupId, wish }: LookedFor, spaceId: string): NewBooking {
  return {
    space_id: spaceId,
    group_id: groupId,
    recurrence: recurrenceSchema.parse(wish.recurrence),
    from: wish.from,
    to: wish.to,
    people: wish.people,
    layout: wish.layout ?? undefined,
    purpose: wish.purpose,
    show_name: wish.showName ? 'yes' : undefined,
    dates: 'free',
    except: [],
    skip_days_off: wish.skipsDaysOff ? 'yes' : undefined,
    agrees: undefined,
    submission: undefined,
  };
}

/** A date that an offer, a booking or a closure holds cannot be had; a date that others have only asked for can be competed for. */
async function withOthers(rooms: BookingReads, db: Db, { groupId, wish }: LookedFor, draft: Draft): Promise<Look> {
  const wished = draft.dates.flatMap((date) => claimsOf(draft.space, date, { kind: 'hold', expires: null }));
  const clashes = await claimsOn(db).clashes(wished, draft.context.now);
  const open = clashes.some(({ kind }) => kind === 'hold') ? await openHolds(db, draft, groupId) : [];
  const inTheWay = new Map(
    (open.length > 0 ? await claimsOn(db).clashes(wished, draft.context.now, open) : clashes).map((clash) => [
      clash.holder,
      clash,
    ]),
  );
  const contested = new Set(clashes.map(({ holder }) => holder).filter((holder) => !inTheWay.has(holder)));
  const dates = draft.dates.filter(({ id }) => !inTheWay.has(id));
  const taken = draft.dates.flatMap((one): NotFree[] => {
    const clash = inTheWay.get(one.id);
    return clash ? [notFreeBy(clash, one)] : [];
  });
  const list = draft.price.lists[draft.space.id];
  const priced = dates.map((one) => pricedDate(one, draft.context.area.timeZone));
  return {
    draft,
    dates,
    contested: dates.filter(({ id }) => contested.has(id)).map(({ date }) => date),
    leftOut: [...draft.notFree, ...taken].toSorted((one, other) => one.date.localeCompare(other.date)),
    quote: list ? rooms.quote(list, wish.audience, priced, wish.ownInsurance) : null,
    ...approvalOf(rooms, draft, dates),
  };
}

/** Dates in the room that other groups have asked for and that nobody has answered yet. */
async function openHolds(db: Db, { space, dates, context }: Draft, groupId: string): Promise<string[]> {
  const stretches = dates.map((date) => heldStretch(space, date));
  const span = {
    starts: Math.min(...stretches.map(({ starts }) => starts)),
    ends: Math.max(...stretches.map(({ ends }) => ends)),
  };
  const occurrences = await occurrencesOn(db).byIds(await claimsOn(db).datesIn(space.leaves, span, context.now));
  const bookings = await bookingsOn(db).byIds([...new Set(occurrences.map(({ bookingId }) => bookingId))]);
  const open = new Set(
    bookings.filter((one) => one.state === 'requested' && one.groupId !== groupId).map(({ id }) => id),
  );
  return occurrences.filter(({ bookingId }) => open.has(bookingId)).map(({ id }) => id);
}

/** How the slot is let: the most careful of all dates goes for all of them. */
function approvalOf(
  rooms: BookingReads,
  { wish, context, space }: Draft,
  dates: readonly Occurrence[],
): Pick<Look, 'approval' | 'publishedOpen'> {
  const judge = judgeFor(rooms, wish.people, context.moment);
  const verdicts = dates.map(({ date, from, to }) => judge(space, wantedOn(date, from, to)));
  const approvals = verdicts.map((verdict) =>
    verdict.ok ? APPROVALS.indexOf(verdict.approval) : APPROVALS.length - 1,
  );
  return {
    approval: APPROVALS[Math.max(0, ...approvals)] ?? 'owner',
    publishedOpen: verdicts.length > 0 && verdicts.every((verdict) => verdict.ok && verdict.publishedOpen),
  };
}
