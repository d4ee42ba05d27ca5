import { daysAfter } from '../../../src/kernel/clock.ts';
import { answerSchema } from '../../../src/rooms/requests/request-form-contract.ts';
import { aWish } from '../bookings/a-room.ts';
import { parsedForm } from '../requests/a-request.ts';
import type { Course } from './walk-course.ts';
import { askerOf, datesOf, dayOf, nthOf, ownerOf, spaceOf, timesOf, type Act, type Step } from './walk-step.ts';

type Option = { id: string; request: string; space: string; group: string };

/** What groups do to get a room, and what owners and brokers answer. */
export const askingActs = {
  async book(course, step) {
    const { groupId } = askingIn(course, step);
    const from = dayOf(course, step);
    const recurrence = step.free
      ? { kind: 'dates', dates: [from, daysAfter(from, 7), daysAfter(from, 9)] }
      : { kind: 'weekly', every: 1, weekdays: [(step.nth % 7) + 1], from, until: daysAfter(from, 35) };
    const wish = aWish(spaceOf(course, step), groupId, { recurrence, ...timesOf(step), dates: datesOf(step) });
    return course.services.bookings.book(askerOf(course, groupId), wish);
  },
  async ask(course, step) {
    const { id, groupId } = await aDraft(course, step);
    const { drafts, sending } = course.services.requests;
    for (const room of step.nth % 2 === 0 ? [course.rooms[step.hour % 5]] : [])
      if (room !== undefined) await drafts.addRoom(askerOf(course, groupId).personId, id, room);
    return sending.send(askerOf(course, groupId), id, step.free ? { agrees: 'yes' } : {});
  },
  async wait(course, step) {
    const { id, groupId } = await aDraft(course, step);
    return course.services.requests.waiting.join(askerOf(course, groupId), id);
  },
  async leave(course, step) {
    const places = course.services.db('waiting_places').where({ state: 'waiting' }).orderBy('id');
    const place: { id: string; group_id: string } | undefined = nthOf(await places.select('id', 'group_id'), step);
    return place && course.services.requests.waiting.leave(askerOf(course, place.group_id), place.id);
  },
  async answer(course, step) {
    const found = await optionIn(course, step, ['asked']);
    const said =
      step.free || step.nth % 2 === 0 ? { answer: 'yes' } : { answer: 'no', reason: 'in_use', note: 'We use it.' };
    const answers = course.services.requests.answers;
    return found && answers.answerFor(ownerOf(course), found.request, found.space, answerSchema.parse(said), 'owner');
  },
  async take(course, step) {
    const found = await optionIn(course, step, ['offered', 'default_offered']);
    return found && course.services.requests.offers.take(askerOf(course, found.group), found.request);
  },
  async withdraw(course, step) {
    const found = await optionIn(course, step, ['asked', 'offered', 'default_offered', 'taken']);
    return (
      found && course.services.requests.offers.withdraw(askerOf(course, found.group), found.request, { reason: null })
    );
  },
  async add_room(course, step) {
    const found = await optionIn(course, step, ['asked', 'declined', 'outbid', 'gone']);
    if (!found) return;
    const { drafts, sending } = course.services.requests;
    const asker = askerOf(course, found.group);
    const state = await drafts.addRoom(asker.personId, found.request, spaceOf(course, step));
    if (state === 'with_broker') await sending.askNextRoom(asker, found.request);
  },
  async next_room(course, step) {
    const found = await optionIn(course, step, ['waiting', 'asked']);
    return found && course.services.requests.sending.askNextRoom(askerOf(course, found.group), found.request);
  },
  async take_off(course, step) {
    const found = await optionIn(course, step, ['waiting']);
    if (!found) return;
    const { drafts } = course.services.requests;
    await (step.free ? drafts.takeOff(found.request, found.id) : drafts.putFirst(found.request, found.id));
  },
  async no_room(course, step) {
    const found = await optionIn(course, step, ['asked', 'declined', 'outbid', 'gone', 'offered']);
    return (
      found && course.services.requests.offers.close(ownerOf(course), found.request, 'There is no room this spring.')
    );
  },
} satisfies Record<string, Act>;

const askingIn = ({ world: { group, waiter } }: Course, { nth }: Step) => (nth % 3 === 0 ? waiter : group);

async function aDraft(course: Course, step: Step): Promise<{ id: string; groupId: string }> {
  const [{ groupId, who }, date] = [askingIn(course, step), dayOf(course, step)];
  const { from: start, to: end } = timesOf(step);
  const rest = { day: undefined, from: undefined, until: undefined };
  const dates = `${date}\n${daysAfter(date, 7)}`;
  const wish = parsedForm({ repeat: 'dates', dates, start, end, which: datesOf(step), ...rest });
  const { id } = await course.services.requests.drafts.begin(who, groupId, spaceOf(course, step), wish);
  return { id, groupId };
}

async function optionIn(course: Course, step: Step, states: readonly string[]): Promise<Option | undefined> {
  const options: Option[] = await course.services
    .db('room_options as o')
    .join('room_requests as r', 'r.id', 'o.request_id')
    .whereIn('o.state', states)
    .orderBy('o.id')
    .select({ id: 'o.id', request: 'r.id', space: 'o.space_id', group: 'r.group_id' });
  return nthOf(options, step);
}
