const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * Minutes after midnight of a time as people write it: "18:00", "18.30", "9", "6pm", "6.30 pm", "midnight", "24:00".
 * @returns undefined for anything else
 */
export function minuteOf(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === 'noon') return 12 * HOUR;
  if (plain === 'midnight') return DAY;
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(plain) ?? [];
  if (hours === undefined) return undefined;
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  const minute = hour * HOUR + Number(minutes);
  return Number(minutes) < HOUR && minute <= DAY ? minute : undefined;
}

/** "18:00"; the end of a day is "24:00", and what runs on into the next day begins again at "00:00". */
export function clockOf(minute: number): string {
  const within = minute > DAY ? minute - DAY : minute;
  return `${String(Math.floor(within / HOUR)).padStart(2, '0')}:${String(within % HOUR).padStart(2, '0')}`;
}

/** An end before the start is meant for the next day only when no more minutes than these lie between: 10:00 to 9:30 is a slip of the pen. */
export const LONGEST_NIGHT = 12 * HOUR;

/**
 * When a stretch ends, in minutes after the midnight before its start: beyond 1440 on the next day.
 * @returns undefined where the end can neither be meant for the same day nor for the next
 */
export function endAfter(start: number, end: number): number | undefined {
  if (end > start) return end;
  return end < start && end + DAY - start <= LONGEST_NIGHT ? end + DAY : undefined;
}

/** The last minute that a stretch may move to: the end of its day, or of the next where it goes on into that. */
export const lastMinuteOf = (end: number): number => (end > DAY ? 2 * DAY : DAY);

/** "1 hour", "1 hour 30 minutes", "45 minutes" */
export function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  const parts = [hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '', rest > 0 ? `${rest} minutes` : ''];
  return parts.filter((part) => part !== '').join(' ') || '0 minutes';
}
