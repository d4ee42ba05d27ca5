import { z } from 'zod';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Term } from './space-contract.ts';
import type { NewWindow } from './space-edit-contract.ts';

/** More is not looked at on one page; what is there already comes last, so that the rest comes up the next time. */
export const MOST_COPIED_ROWS = 100;

/** Opening hours of one room that hold from one day to another: a season. */
export type Season = { spaceId: string; room: string; from: Day; to: Day; windows: readonly NewWindow[] };
/** Something of one year that comes again in the next. `key` says which it is, whatever it becomes. */
export type Yearly = { key: string } & ({ kind: 'term'; term: Term } | { kind: 'season'; season: Season });

/** It can be copied, it is there already, something else is there at that time, or its dates make no sense. */
export const YEAR_COPY_STATES = ['free', 'there', 'clashes', 'wrong'] as const;
/** One line: what was, and what would be, as proposed or as somebody has typed it. */
export type YearCopyRow = Yearly & {
  name: string;
  from: string;
  to: string;
  take: boolean;
  state: (typeof YEAR_COPY_STATES)[number];
  /** What is in the way, in words. */ clashes: readonly string[];
};

const YEAR = /^20\d\d$/;
/** Rows come as `source_1`, `take_1`, `name_1`, `from_1` and `to_1`. */
export const yearCopyQuery = z.looseObject({
  year: z.string().regex(YEAR).optional().catch(undefined),
  again: z.string().max(5).optional().catch(undefined),
  done: z.string().max(20).optional().catch(undefined),
});
export const yearCopySchema = z.looseObject({ year: z.string('Choose the year.').regex(YEAR, 'Choose the year.') });
