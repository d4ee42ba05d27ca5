import fc from 'fast-check';
import { daysAfter } from '../../../src/kernel/clock.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import type { Asker } from '../../../src/rooms/bookings/booking-contract.ts';
import type { Course } from './walk-course.ts';

/** What one step is made of; each act takes of it what it needs. */
export type Step = {
  what: string;
  room: number;
  day: number;
  hour: number;
  hours: number;
  nth: number;
  free: boolean;
};
/** Something that somebody can do. Where there is nothing to do it with, nothing happens. */
export type Act = (course: Course, step: Step) => Promise<unknown>;

/** @param often which acts come more than once for each time that others come */
export function someSteps(acts: Readonly<Record<string, Act>>, often: Readonly<Record<string, number>>) {
  const weights = Object.keys(acts).map((what) => ({ weight: often[what] ?? 1, arbitrary: fc.constant(what) }));
  const step: fc.Arbitrary<Step> = fc.record({
    what: fc.oneof(...weights),
    room: fc.nat(4),
    day: fc.nat(20),
    hour: fc.integer({ min: 8, max: 20 }),
    hours: fc.integer({ min: 1, max: 3 }),
    nth: fc.nat(30),
    free: fc.boolean(),
  });
  return step;
}

export const spaceOf = ({ rooms }: Course, { room }: Step): string => rooms[room] ?? '';
export const todayOf = ({ clock }: { clock: Pick<Course['clock'], 'now'> }): string =>
  clock.now().toISOString().slice(0, 10);
/** The day of a step, counted from the day on which it is taken. */
export const dayOf = (course: Course, { day }: Step, later = 0): string => daysAfter(todayOf(course), day + later);
export const timesOf = ({ hour, hours }: Step): { from: string; to: string } => ({
  from: `${String(hour).padStart(2, '0')}:00`,
  to: `${hour + hours}:00`,
});
export const datesOf = ({ free }: Step): 'free' | 'all' => (free ? 'free' : 'all');
export const nthOf = <T>(found: readonly T[], { nth }: Step): T | undefined => found[nth % Math.max(1, found.length)];

export const askerOf = ({ world: { group, waiter } }: Course, groupId: string): Asker => ({
  personId: (groupId === waiter.groupId ? waiter : group).who.personId,
  brought: null,
});
export const ownerOf = ({ world: { ownerId } }: Course): Asker => ({ personId: ownerId, brought: null });
export const clerkOf = ({ world: { ownerId } }: Course): Who => ({
  personId: ownerId,
  name: 'Olga Owner',
  email: '',
  rights: [],
  provedAt: '',
  withPasskey: false,
});
