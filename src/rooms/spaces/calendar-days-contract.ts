import { z } from 'zod';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** A day on which an area's offices, and its rooms that keep bank holidays, are closed. */
export type DayOff = { day: Day; name: string };
export const MOST_TERMS = 40;
export const MOST_DAYS_OFF = 100;

export const calendarQuery = z.object({ area: z.string().max(60).optional() });
