import { daysAfter } from '../../../src/kernel/clock.ts';
import { aPdf } from '../../groups/groups/a-group.ts';
import { aFile } from '../../support/temp-files.ts';
import type { Course } from './walk-course.ts';
import { askerOf, clerkOf, dayOf, nthOf, todayOf, timesOf, spaceOf, type Act, type Step } from './walk-step.ts';

/** What those who run the building do, and what both sides bring before and after a date. */
export const houseActs = {
  async close(course, step) {
    const starts = Date.parse(`${dayOf(course, step)}T${timesOf(step).from}Z`) / 60_000;
    const spaceId = step.free ? null : spaceOf(course, step);
    const closure = { assetId: course.assetId, spaceId, reason: 'repairs' as const, publicText: null };
    const when = { starts, ends: starts + step.hours * 600, submission: course.services.newId() };
    return course.services.bookings.closures.close(course.world.ownerId, { ...closure, ...when });
  },
  async reopen(course, step) {
    const closures = course.services.db('closures').whereNull('removed_at').orderBy('id');
    const closed = nthOf<string>(await closures.pluck('id'), step);
    return closed === undefined ? undefined : course.services.bookings.closures.reopen(course.world.ownerId, closed);
  },
  async induct(course, step) {
    const id = await bookingIn(course, step, ['deposit_due', 'confirmed', 'active']);
    const induction = { on: todayOf(course), signed_by: 'Stan Stroke', shown_by: 'Olga Owner' };
    return id === undefined ? undefined : course.services.hires.starting.induct(course.world.ownerId, id, induction);
  },
  /** The one or the other group brings proof that it is insured, for a while or for long, and a broker accepts it. */
  async insure(course, step) {
    const { group, waiter } = course.world;
    const { groupId, who } = step.free ? group : waiter;
    const { documents } = course.services.groups;
    const paper = { kind: 'insurance' as const, expires_on: daysAfter(todayOf(course), step.nth * 5) };
    const path = aFile('insurance.pdf', aPdf());
    const { id } = await documents.add(who, groupId, paper, { path, name: 'insurance.pdf', bytes: 100 });
    return documents.check(clerkOf(course), groupId, id, { outcome: 'accepted', reason: null });
  },
  async check_in(course, step) {
    const minute = course.clock.now().getTime() / 60_000;
    const near = course.services.db('occurrences').whereBetween('starts', [minute - 60 * 26, minute + 60]);
    const id = nthOf<string>(await near.orderBy('id').pluck('id'), step);
    const check = (['came', 'came', 'nobody', 'undo'] as const)[step.hours] ?? 'came';
    return id === undefined ? undefined : course.services.running.checkIn.tell(clerkOf(course), id, check);
  },
  async evaluate(course, step) {
    const id = await bookingIn(course, step, ['deposit_returned']);
    if (id === undefined) return;
    const { group_id: groupId } = await course.services.db('bookings').where({ id }).first('group_id');
    const said = { suited: 'yes' as const, people: 'under_5' as const, better: '' };
    return course.services.hires.evaluations.evaluate(askerOf(course, groupId), id, said);
  },
} satisfies Record<string, Act>;

async function bookingIn({ services }: Course, step: Step, states: readonly string[]): Promise<string | undefined> {
  return nthOf<string>(await services.db('bookings').whereIn('state', states).orderBy('id').pluck('id'), step);
}
