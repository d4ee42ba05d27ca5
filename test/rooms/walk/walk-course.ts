import { aFolder } from '../../support/temp-files.ts';
import { aCopyOf, type Open } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { handClock, type HandClock } from '../../support/hand-clock.ts';
import { NOW, someServices, type TestServices } from '../../support/server.ts';
import { aHireWorld, type HireWorld } from '../a-hire-world.ts';
import { adoptTerms, aHall, aRoom } from '../bookings/a-room.ts';
import { joinCompact } from '../requests/a-request.ts';

/** One walk under way: its people, its rooms, its clock, in a database of its own. */
export type Course = {
  world: HireWorld;
  services: TestServices;
  clock: HandClock;
  /** A hall, its halves, a room whose owner decides and takes a deposit, and one without cover for hirers. */
  rooms: readonly string[];
  assetId: string;
  /** The id of the last mail before the walk. */
  since: string;
  /** What was looked at and found true, so that only what changed is looked at again. */
  seen: Map<string, string>;
  end(): Promise<void>;
};

const NO_MAIL = '';

/** Makes town, people and rooms once. @returns how to begin a walk there, each as if there had been no other */
export async function aGround(open: Open): Promise<() => Promise<Course>> {
  const [url, data] = [await open(), aFolder('data')];
  const services = await someServices(url, { env: { DATA_DIR: data } });
  const town = await aTown(services);
  await adoptTerms(services, town, { dates_a_week: 5_000 });
  await joinCompact(services, town);
  const world = await aHireWorld(services, town);
  const ground = await someRooms(world);
  const [since = NO_MAIL]: string[] = await services.db('mails').orderBy('id', 'desc').limit(1).pluck('id');
  await services.stop();
  return async () => {
    const [copy, clock] = [await aCopyOf(url), handClock(NOW)];
    const here = await someServices(copy.url, { env: { DATA_DIR: data }, clock: clock.now });
    const end = async (): Promise<void> => {
      await here.stop();
      await copy.remove();
    };
    return { world: { ...world, services: here }, services: here, clock, ...ground, since, seen: new Map(), end };
  };
}

async function someRooms({ services, town }: HireWorld): Promise<Pick<Course, 'rooms' | 'assetId'>> {
  const covered = { hirersLiability: { available: true as const, cost: { kind: 'free' as const }, exclusions: null } };
  const hall = await aHall(services, town, { minutesBefore: 15, ...covered });
  const { assetId } = hall.whole;
  const decided = { assetId, depositPence: 3000, windows: [{ approval: 'owner' as const }], ...covered };
  const kept = await aRoom(services, town, decided);
  const uncovered = await aRoom(services, town, { assetId, hirersLiability: null });
  return { rooms: [hall.whole.id, hall.left.id, hall.right.id, kept.id, uncovered.id], assetId };
}
