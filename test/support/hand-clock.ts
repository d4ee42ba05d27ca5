/** A clock that stands until it is moved, and never goes back. */
export type HandClock = { now(): Date; goTo(instant: number | string): void };

export function handClock(start: string): HandClock {
  let instant = Date.parse(start);
  return {
    now: () => new Date(instant),
    goTo: (next) => void (instant = Math.max(instant, new Date(next).getTime())),
  };
}
