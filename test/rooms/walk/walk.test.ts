import { expect } from 'chai';
import fc from 'fast-check';
import { minuteNow } from '../../../src/kernel/clock.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { expectSoundClaims } from '../bookings/claims-check.ts';
import { expectAllTrue } from './walk-checks.ts';
import { aGround, type Course } from './walk-course.ts';
import { aStep, take } from './walk-steps.ts';
import type { Step } from './walk-step.ts';

/**
 * So many walks on each database: `WALK_TIMES=10000 npx mocha test/rooms/walk/walk.test.ts`, with `-g SQLite` on one of them. A walk
 * that fails is told with its steps, its seed and its path; `WALK_SEED` and `WALK_PATH` repeat it, and `WALK_FAST=yes` does not look
 * for a shorter one. `WALK_STEPS` makes walks longer or shorter.
 */
const { WALK_TIMES: times, WALK_STEPS: steps = '20', WALK_SEED: seed, WALK_PATH: path, WALK_FAST: fast } = process.env;
const AGAIN = seed === undefined ? {} : { seed: Number(seed), ...(path !== undefined && { path }) };
const USUALLY = 4;
const SHORTEST = 6;
const A_DAY_MS = 86_400_000;

/**
 * Whatever people do one after the other with a hall, its halves, a room that an owner lends and one that wants papers, and however
 * time goes on meanwhile: money, mails, feeds and claims are true, and nothing is left that time should have ended.
 */
eachDatabase('Any course of requests, bookings, money, changes, closures and time', (open) => {
  let begin: () => Promise<Course>;
  const done = new Map<string, { taken: number; refused: number }>();
  before(async () => {
    begin = await aGround(open);
  });

  async function walk(all: readonly Step[]): Promise<void> {
    const course = await begin();
    try {
      for (const step of all) {
        await attempt(course, step);
        await expectAllTrue(course);
        await expectSoundClaims(course.services.db, minuteNow(course.clock.now));
      }
      expect(course.services.errors).to.deep.equal([]);
    } finally {
      await course.end();
    }
  }

  async function attempt(course: Course, step: Step): Promise<void> {
    const count = done.get(step.what) ?? { taken: 0, refused: 0 };
    done.set(step.what, count);
    count.taken++;
    await take(course, step).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      count.refused++;
    });
  }

  it('leaves everything true after every step', async () => {
    const walks = fc.array(aStep, { minLength: SHORTEST, maxLength: Number(steps) });
    await fc.assert(fc.asyncProperty(walks, walk), {
      numRuns: Number(times ?? USUALLY),
      ...AGAIN,
      endOnFailure: fast !== undefined,
    });
  }).timeout(times === undefined ? 600_000 : A_DAY_MS);

  it('does not refuse most of it', () => {
    const all = [...done.values()];
    const [taken, refused] = [sumOf(all.map((one) => one.taken)), sumOf(all.map((one) => one.refused))];
    expect(taken).to.be.above(0);
    expect(refused / taken).to.be.below(0.85);
  });
});

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
