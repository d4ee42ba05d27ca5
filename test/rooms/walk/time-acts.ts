import { expect } from 'chai';
import { daysAfter } from '../../../src/kernel/clock.ts';
import { oneRound } from '../../../src/kernel/job-round.ts';
import { written } from '../reacting-again.ts';
import { expectNothingOverdue } from './time-checks.ts';
import type { Course } from './walk-course.ts';
import { nthOf, type Act, type Step } from './walk-step.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of what is due next, how far ahead it is looked. */
const NEXT = 4;

/** Time goes on, and the house does by itself what has become due. */
export const timeActs = {
  async time_goes_on(course, step) {
    const now = course.clock.now().getTime();
    const then = [now + 60 * MINUTE, now + DAY, now + 10 * DAY][step.nth % 6] ?? (await nextDue(course, step));
    course.clock.goTo(then);
    await allJobs(course);
    const before = await written(course.services.db);
    await allJobs(course);
    expect(await written(course.services.db), 'after a second run of all jobs').to.deep.equal(before);
    await expectNothingOverdue(course);
  },
} satisfies Record<string, Act>;

async function allJobs({ services }: Course): Promise<void> {
  const { failed } = await oneRound(services.db, services.jobs, () => undefined);
  expect(failed, 'jobs that failed').to.deep.equal([]);
}

/** Just after something is due: an answer, an offer, a deposit, a date, the end of it, a day on which the clock looks again. */
async function nextDue(course: Course, step: Step): Promise<number> {
  const { db } = course.services;
  const now = course.clock.now().getTime();
  const days: string[] = await db('room_requests').whereNotNull('due_on').pluck('due_on');
  const looks: string[] = [
    ...(await db('room_requests').whereNotNull('look_on').pluck('look_on')),
    ...(await db('bookings').whereNotNull('look_on').pluck('look_on')),
  ].filter((day) => day !== '');
  const minutes: number[] = [
    ...(await db('date_offers').where({ state: 'open' }).pluck('until')),
    ...(await db('occurrences').where({ state: 'planned' }).pluck('starts')),
    ...(await db('occurrences').where({ state: 'planned' }).pluck('ends')),
  ];
  const instants = [
    ...days.flatMap((day) => [at(day, '17:01'), at(daysAfter(day, 1), '01:01')]),
    ...looks.map((day) => at(day, '01:01')),
    ...minutes.map((minute) => (minute + 1) * MINUTE),
  ];
  const ahead = [...new Set(instants)].filter((instant) => instant > now).toSorted((one, other) => one - other);
  return nthOf(ahead.slice(0, NEXT), step) ?? now + DAY;
}

const at = (day: string, time: string): number => Date.parse(`${day}T${time}Z`);
