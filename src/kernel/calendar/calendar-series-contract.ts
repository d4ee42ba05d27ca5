import type { ClockTime, Day, Recurrence, Stretch } from '../recurrence-contract.ts';

/** One date as calendars need it. Wall-clock times are those of the zone of the place. */
export type CalendarDate = Stretch & {
  id: string;
  originalDate: Day;
  date: Day;
  from: ClockTime;
  to: ClockTime;
  /** What it is called and where it is, in another room than the rest of its series. */
  elsewhere?: { title: string; place: string };
};

/** A series with its dates that take place. `certain` is false while an owner or a group still has to say yes. */
export type CalendarSeries = {
  id: string;
  version: number;
  zone: string;
  recurrence: Recurrence;
  from: ClockTime;
  to: ClockTime;
  certain: boolean;
  /** Its dates stand each for itself: that is how they were first mailed, and a name stays. */
  namedByDate?: boolean;
  /** What calendars show: chosen by who reads. */
  title: string;
  place: string;
  url: string | null;
  notes: readonly string[];
  dates: readonly CalendarDate[];
};
