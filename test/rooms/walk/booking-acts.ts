import { changeSchema } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { cancelSchema, ownerCancelSchema } from '../../../src/rooms/bookings/cancel-contract.ts';
import { TAKEN_BACK } from '../a-hire-world.ts';
import type { Course } from './walk-course.ts';
import { askerOf, datesOf, dayOf, nthOf, ownerOf, spaceOf, timesOf, type Act, type Step } from './walk-step.ts';

type Found = { booking: string; version: number; group: string; original: string };
type Wish = Record<string, unknown>;

/** What becomes of bookings by those who have them and those who let the rooms. */
export const bookingActs = {
  give_back: changing((_, step, { original }) => ({ what: 'give_back', date: original, to: timesOf(step).to })),
  move: changing((course, step, { original }) => ({
    what: 'one',
    date: original,
    new_date: dayOf(course, step),
    ...timesOf(step),
    space_id: spaceOf(course, step),
  })),
  add: changing((course, step) => ({
    what: 'add',
    new_date: dayOf(course, step),
    ...timesOf(step),
    space_id: spaceOf(course, step),
  })),
  rest: changing((course, step, { original }) => ({
    what: 'rest',
    date: original,
    ...timesOf(step),
    space_id: spaceOf(course, step),
    dates: datesOf(step),
  })),
  extend: changing((course, step) => ({ what: 'rest', until: dayOf(course, step, 60), dates: datesOf(step) })),
  async cancel(course, step) {
    const found = await dateIn(course, step);
    if (!found) return;
    const which = (['one', 'rest', 'all'] as const)[step.nth % 3];
    const wish = cancelSchema.parse({ version: found.version, which, date: found.original });
    return course.services.bookings.cancel.byGroup(askerOf(course, found.group), found.booking, wish);
  },
  async take_back(course, step) {
    const found = await dateIn(course, step);
    if (!found) return;
    const { from, to } = timesOf(step);
    const other = { instead_date: dayOf(course, step), instead_from: from, instead_to: to };
    const instead = step.free ? { ...other, instead_space: spaceOf(course, step) } : {};
    const which = step.nth % 5 === 0 ? 'rest' : 'one';
    const wish = { version: found.version, ...TAKEN_BACK, which, date: found.original, ...instead };
    return course.services.bookings.cancel.byOwner(course.world.ownerId, found.booking, ownerCancelSchema.parse(wish));
  },
  accept: answering('accept'),
  decline: answering('decline'),
  async notice(course, step) {
    const found = await dateIn(course, step);
    if (!found) return;
    const [side, actor] = step.free
      ? (['owner', ownerOf(course)] as const)
      : (['group', askerOf(course, found.group)] as const);
    const notice = { version: found.version, reason: 'We have moved.' };
    return course.services.hires.ending.giveNotice(actor, side, found.booking, notice);
  },
} satisfies Record<string, Act>;

function changing(wishOf: (course: Course, step: Step, found: Found) => Wish): Act {
  return async (course, step) => {
    const found = await dateIn(course, step);
    if (!found) return;
    const wish = changeSchema.parse({ version: found.version, ...wishOf(course, step, found) });
    return course.services.bookings.change(askerOf(course, found.group), 'group', found.booking, wish);
  };
}

function answering(answer: 'accept' | 'decline'): Act {
  return async (course, step) => {
    const open = course.services.db('date_offers as o').join('bookings as b', 'b.id', 'o.booking_id');
    const offers = open.where('o.state', 'open').orderBy('o.id');
    const found: { id: string; booking: string; group: string } | undefined = nthOf(
      await offers.select({ id: 'o.id', booking: 'b.id', group: 'b.group_id' }),
      step,
    );
    return found && course.services.hires.offers.answer(askerOf(course, found.group), found.booking, found.id, answer);
  };
}

async function dateIn({ services }: Course, step: Step): Promise<Found | undefined> {
  const dates: Found[] = await services
    .db('occurrences as o')
    .join('bookings as b', 'b.id', 'o.booking_id')
    .orderBy('o.id')
    .select({ booking: 'b.id', version: 'b.version', group: 'b.group_id', original: 'o.original_date' });
  return nthOf(dates, step);
}
