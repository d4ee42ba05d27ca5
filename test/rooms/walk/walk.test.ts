import { expect } from 'chai';
import fc from 'fast-check';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aHireWorld, type HireWorld } from '../a-hire-world.ts';
import { adoptTerms, aHall, aRoom } from '../bookings/a-room.ts';
import { expectSoundClaims } from '../bookings/claims-check.ts';
import { expectAllTrue } from './walk-checks.ts';
import { aStep, take, type Ground, type Step } from './walk-steps.ts';

/**
 * So many databases, one after the other, with twenty walks in each: `WALK_TIMES=500 npx mocha test/rooms/walk/walk.test.ts` walks
 * 10,000 times on both engines. A walk that fails is told with its steps, its seed and its path; `WALK_SEED` and `WALK_PATH` repeat it.
 */
const TIMES = Number(process.env['WALK_TIMES'] ?? 0);
const { WALK_SEED: seed, WALK_PATH: path } = process.env;
const AGAIN = seed === undefined ? {} : { seed: Number(seed), ...(path !== undefined && { path }) };
const WALKS = TIMES > 0 ? { databases: TIMES, numRuns: 20 } : { databases: 1, numRuns: 8 };
const NO_MAIL = '';

/** Whatever people do one after the other with a hall, its halves and a room that an owner lends: money, mails, feeds and claims are true. */
eachDatabase('Any course of requests, bookings, money, changes and closures', (open) => {
  let services: TestServices;
  let world: HireWorld;
  let refused = 0;
  let taken = 0;

  async function begin(): Promise<void> {
    services = await someServices(await open());
    const town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 5_000 });
    world = await aHireWorld(services, town);
  }
  async function aGround(): Promise<Ground> {
    const covered = {
      hirersLiability: { available: true as const, cost: { kind: 'free' as const }, exclusions: null },
    };
    const hall = await aHall(services, world.town, { minutesBefore: 15, ...covered });
    const { assetId } = hall.whole;
    const kept = await aRoom(services, world.town, {
      assetId,
      depositPence: 3000,
      windows: [{ approval: 'owner' }],
      ...covered,
    });
    return { rooms: [hall.whole.id, hall.left.id, hall.right.id, kept.id], assetId };
  }
  async function walk(steps: readonly Step[]): Promise<void> {
    const ground = await aGround();
    const [since = NO_MAIL] = await services.db('mails').orderBy('id', 'desc').limit(1).pluck('id');
    for (const step of steps) {
      taken++;
      await take(world, ground, step).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
        refused++;
      });
      await expectAllTrue(world, ground.rooms, since);
      await expectSoundClaims(services.db);
    }
    expect(services.errors).to.deep.equal([]);
  }

  for (let at = 1; at <= WALKS.databases; at++)
    it(`leaves everything true after every step${WALKS.databases > 1 ? `, database ${at}` : ''}`, async () => {
      await begin();
      try {
        await fc.assert(fc.asyncProperty(fc.array(aStep, { minLength: 8, maxLength: 25 }), walk), {
          numRuns: WALKS.numRuns,
          ...AGAIN,
        });
      } finally {
        await services.stop();
      }
    }).timeout(TIMES > 0 ? 3_600_000 : 120_000);

  it('does not refuse most of it', () => {
    expect(refused).to.be.above(0);
    expect(refused / taken).to.be.below(0.85);
  });
});
