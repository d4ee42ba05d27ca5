import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { Entry } from './ledger-contract.ts';

/** One line of a statement: an entry of the ledger with what it is for. Pence, whole numbers. */
export type StatementLine = Entry & { group: string; room: string; caseNumber: string | null };
export type StatementTotals = Readonly<
  Record<'charged' | 'credited' | 'waived' | 'paid' | 'returned' | 'kept' | 'owed' | 'toPayBack', number>
>;
/** Money for rooms over some days, for a group or an owner. */
export type Statement = {
  title: string;
  from: Day;
  to: Day;
  lines: StatementLine[];
  totals: { deposit: StatementTotals; hire: StatementTotals };
};

const empty = (value: unknown): unknown => (value === '' ? undefined : value);
/** Without days: the year up to today. */
export const statementQuery = z.object({
  from: z.preprocess(empty, daySchema.optional()),
  to: z.preprocess(empty, daySchema.optional()),
});
