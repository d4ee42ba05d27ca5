import { caseworkWing } from './casework/wing.ts';
import { frontWing } from './front/wing.ts';
import { notificationsFeature } from './ground/notifications/notification-wiring.ts';
import { groundWing } from './ground/wing.ts';
import { groupsWing } from './groups/wing.ts';
import { clockFrom, type Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { openDatabase, type Database } from './kernel/database.ts';
import { unitsOfWork, type FactListener, type InOneTransaction } from './kernel/facts.ts';
import { newId } from './kernel/ids.ts';
import type { ReactTo } from './kernel/reactions.ts';
import { makeLogger, type Logger } from './kernel/logging.ts';
import { gathered, type BeforeWriting, type House, type Kernel } from './kernel/wing.ts';
import { reactionsOfTheHouse } from './reactions.ts';
import { registerReading } from './register/assets/register-reading-wiring.ts';
import { registerWing } from './register/wing.ts';
import { roomsWing } from './rooms/wing.ts';

/** Everything that is not about HTTP: the web application, the command line and the tests are built on it. */
export function makeServices(
  config: Config,
  logger: Logger = makeLogger(config.logLevel),
  db: Database = openDatabase(config.databaseUrl),
  clock: Clock = clockFrom(config.startAt),
) {
  const onError = (error: unknown): void => logger.error({ err: error }, 'work after a commit failed');
  const reading = registerReading(db, onError);
  const before = { config, db, clock, newId };
  const post = notificationsFeature(before);
  const kernel = kernelOf(before, {
    reactions: reactionsOfTheHouse(before, post),
    onError,
    onCommit: reading.sync.refreshAfter,
  });
  const ground = groundWing(kernel, post);
  const register = registerWing(kernel, ground, reading);
  const groups = groupsWing(kernel, ground);
  const rooms = roomsWing(kernel, { ground, register, groups });
  const casework = caseworkWing(kernel, { ground, register, groups });
  const below: House = [...ground.house, ...register.house, ...groups.house, ...rooms.house, ...casework.house];
  const front = frontWing(kernel, { ground, register, groups, rooms, house: below });
  const house: House = [...below, ...front.house];
  const jobs = gathered(house, 'jobs').flat();
  return { ...kernel, logger, ...ground, ...register, ...groups, ...rooms, ...casework, ...front, house, jobs };
}
export type Services = ReturnType<typeof makeServices>;

type AfterWriting = { reactions: ReactTo; onError(error: unknown): void; onCommit: FactListener };

/** What every wing is built on. */
function kernelOf(before: BeforeWriting, { reactions, onError, onCommit }: AfterWriting): Kernel {
  const inUnitsOn = (db: Database): { db: Database; inOneTransaction: InOneTransaction } => ({
    db,
    inOneTransaction: unitsOfWork({ ...before, db, reactions, onError, listeners: [onCommit] }),
  });
  return {
    ...before,
    ...inUnitsOn(before.db),
    onError,
    apart: () => inUnitsOn(openDatabase(before.config.databaseUrl)),
  };
}
