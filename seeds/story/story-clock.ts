import type { Clock } from '../../src/kernel/clock.ts';

/** A clock that stands until the story goes on, and never goes back. */
export type StoryClock = { now: Clock; goTo(instant: Date): void };

export function storyClock(start: Date): StoryClock {
  let instant = start.getTime();
  return {
    now: () => new Date(instant),
    goTo: (next) => void (instant = Math.max(instant, next.getTime())),
  };
}
