import type { Almanac } from './almanac.ts';
import type { StoryClock } from './story-clock.ts';

const HOUR_MS = 3_600_000;

/** Something that happens at an instant. */
export type Moment = { at: Date; happens(): Promise<void> };

/**
 * When things happen: what groups do comes in the evening, what officers do on working days in the morning. Within one thread each
 * comes at least an hour after the one before it.
 */
export function threadOf(almanac: Almanac) {
  let last = 0;
  const on = (at: Date, happens: Moment['happens']): Moment => {
    last = Math.max(at.getTime(), last + HOUR_MS);
    return { at: new Date(last), happens };
  };
  return {
    atHome: (day: string, happens: Moment['happens']): Moment => on(almanac.at(day, '19:20'), happens),
    inOffice: (day: string, happens: Moment['happens']): Moment =>
      on(almanac.at(almanac.officeDay(day), '10:30'), happens),
  };
}

/** Lets everything happen in its order, each at its instant. */
export async function unfold(clock: StoryClock, moments: readonly Moment[]): Promise<void> {
  for (const { at, happens } of moments.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    clock.goTo(at);
    await happens();
  }
}
