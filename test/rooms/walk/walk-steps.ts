import { askingActs } from './asking-acts.ts';
import { bookingActs } from './booking-acts.ts';
import { houseActs } from './house-acts.ts';
import { moneyActs } from './money-acts.ts';
import { timeActs } from './time-acts.ts';
import type { Course } from './walk-course.ts';
import { someSteps, type Act, type Step } from './walk-step.ts';

const ACTS: Readonly<Record<string, Act>> = { ...askingActs, ...moneyActs, ...bookingActs, ...houseActs, ...timeActs };
const OFTEN = {
  time_goes_on: 8,
  book: 3,
  ask: 4,
  answer: 2,
  take: 3,
  pay: 3,
  add: 2,
  move: 2,
  cancel: 2,
  take_back: 2,
};

export const aStep = someSteps(ACTS, OFTEN);

/** Takes one step, as the people who may. */
export async function take(course: Course, step: Step): Promise<void> {
  await ACTS[step.what]?.(course, step);
}
