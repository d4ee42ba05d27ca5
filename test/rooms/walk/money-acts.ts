import type { Course } from './walk-course.ts';
import { askerOf, clerkOf, nthOf, todayOf, type Act, type Step } from './walk-step.ts';

/** What officers and owners write down of money, and what groups say to it. */
export const moneyActs = {
  async pay(course, step) {
    const id = await requestIn(course, step);
    if (id === undefined) return;
    const details = { method: 'transfer' as const, receipt_no: null, taken_by: null, witness: null };
    const money = { ...amountOf(course, step), ...details, on_day: todayOf(course) };
    return course.services.requests.money.pay(clerkOf(course), id, money);
  },
  async waive(course, step) {
    const id = await requestIn(course, step);
    const waiver = { ...amountOf(course, step), reason: 'Hardship.' };
    return id === undefined ? undefined : course.services.requests.money.waive(clerkOf(course), id, waiver);
  },
  async instalments(course, step) {
    const id = await requestIn(course, step);
    const { account, submission } = amountOf(course, step);
    const plan = { account, submission, count: 2, first_on: todayOf(course), every_weeks: 1 };
    return id === undefined ? undefined : course.services.requests.money.inInstalments(clerkOf(course), id, plan);
  },
  async correct(course, step) {
    const entries = course.services.db('booking_ledger as l').join('bookings as b', 'b.id', 'l.booking_id');
    const wrong = entries.whereIn('l.kind', ['paid', 'waived', 'instalment']).orderBy('l.id');
    const found = nthOf<{ id: string; request: string }>(
      await wrong.select({ id: 'l.id', request: 'b.request_id' }),
      step,
    );
    if (!found) return;
    const correction = { entry: found.id, submission: course.services.newId(), reason: 'Typed wrong.' };
    return course.services.requests.money.correct(clerkOf(course), found.request, correction);
  },
  async deduct(course, step) {
    const id = await paidBookingIn(course, step);
    const damage = { words: 'A window is broken.', pounds: step.hours * 500, submission: course.services.newId() };
    const { deposits } = course.services.hires;
    return id === undefined ? undefined : deposits.deduct(course.world.ownerId, id, damage, undefined);
  },
  async drop_deduction(course, step) {
    const deductions = course.services.db('deposit_deductions').orderBy('id').select('id', 'booking_id');
    const found: { id: string; booking_id: string } | undefined = nthOf(await deductions, step);
    return found && course.services.hires.deposits.dropDeduction(found.booking_id, found.id);
  },
  async give_deposit_back(course, step) {
    const id = await paidBookingIn(course, step);
    const { deposits } = course.services.hires;
    return id === undefined ? undefined : deposits.giveBack(course.world.ownerId, id, payBackOf(course));
  },
  async refund(course, step) {
    const id = await paidBookingIn(course, step);
    const { deposits } = course.services.hires;
    return id === undefined ? undefined : deposits.refund(course.world.ownerId, id, payBackOf(course));
  },
  async dispute(course, step) {
    const returns = course.services.db('deposit_returns as d').join('bookings as b', 'b.id', 'd.booking_id');
    const found: { id: string; group: string } | undefined = nthOf(
      await returns.orderBy('b.id').select({ id: 'b.id', group: 'b.group_id' }),
      step,
    );
    if (!found) return;
    const { disputes } = course.services.hires;
    if (step.free)
      return disputes.challenge(askerOf(course, found.group), found.id, { challenge: 'It was broken before.' });
    const kept: string[] = await course.services.db('deposit_deductions').where({ booking_id: found.id }).pluck('id');
    const answer = { answer: 'We looked again.', give_back: kept.slice(0, step.nth % 2), method: 'transfer' as const };
    return disputes.answer(course.world.ownerId, found.id, answer);
  },
} satisfies Record<string, Act>;

const amountOf = ({ services }: Course, { free, hours }: Step) => ({
  account: free ? ('deposit' as const) : ('hire' as const),
  pounds: hours * 1000,
  submission: services.newId(),
});
const payBackOf = (course: Course) => ({
  submission: course.services.newId(),
  on_day: todayOf(course),
  method: 'transfer' as const,
  given_to: null,
  witness: null,
});

async function requestIn({ services }: Course, step: Step): Promise<string | undefined> {
  const ids = services.db('room_requests').whereIn('state', ['deposit_due', 'confirmed']).orderBy('id');
  return nthOf<string>(await ids.pluck('id'), step);
}

/** A booking for which something was paid. */
async function paidBookingIn({ services }: Course, step: Step): Promise<string | undefined> {
  const paid = services.db('booking_ledger').where({ kind: 'paid' }).distinct('booking_id').orderBy('booking_id');
  return nthOf<string>(await paid.pluck('booking_id'), step);
}
