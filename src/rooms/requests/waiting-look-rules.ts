/** When somebody who waits is looked at next: when a hold in the room runs out, and on the next day, for all that goes by days. */
export function nextLookAt(holdEnds: number | null, nextDayBegins: number): string {
  const held = holdEnds === null ? Infinity : holdEnds * 60_000;
  return new Date(Math.min(held, nextDayBegins)).toISOString();
}
