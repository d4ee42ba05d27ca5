import { Temporal } from 'temporal-polyfill';
import type { Stretch } from '../../kernel/recurrence-contract.ts';

const MINUTE_MS = 60_000;

/** A stretch cut at every midnight of a zone, so that each part is at most one calendar day: 23 to 25 hours. */
export function byDay({ starts, ends }: Stretch, zone: string): Stretch[] {
  const parts: Stretch[] = [];
  for (let from = starts; from < ends;) {
    const midnight = nextMidnight(from, zone);
    parts.push({ starts: from, ends: Math.min(midnight, ends) });
    from = midnight;
  }
  return parts;
}

/** What is left of a stretch when others are taken out of it. */
export function without({ starts, ends }: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let from = starts;
  for (const other of others.toSorted((one, two) => one.starts - two.starts)) {
    if (other.ends <= from || other.starts >= ends) continue;
    if (other.starts > from) left.push({ starts: from, ends: other.starts });
    from = other.ends;
  }
  return from < ends ? [...left, { starts: from, ends }] : left;
}

function nextMidnight(minute: number, zone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return Math.floor(date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds / MINUTE_MS);
}
