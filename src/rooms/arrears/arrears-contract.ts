import { z } from 'zod';
import { areaInAddress } from '../../ground/areas/area-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Account } from '../ledger/ledger-contract.ts';

/** How long money is late. `recent`: up to 30 days. */
export const AGES = ['not_due', 'recent', 'old'] as const;
export type Age = (typeof AGES)[number];
export const AGE_WORDS: Record<Age, string> = {
  not_due: 'Not yet due',
  recent: 'Up to 30 days late',
  old: 'More than 30 days late',
};
/** Pence by age, and in all. */
export type Sums = Readonly<Record<Age | 'all', number>>;

/** Whose money: for all rooms of an area, or for those of an owner. */
export type OwedScope = { areaId: string } | { ownerId: string };
export const OWED_FILTERS = ['late', 'ring', 'all'] as const;
export type OwedFilter = (typeof OWED_FILTERS)[number];

/** Money that is owed for one booking by one day. */
export type OwedPart = {
  groupId: string;
  bookingId: string;
  caseNumber: string | null;
  room: string;
  account: Account;
  dueOn: Day;
  pence: number;
  age: Age;
};
/** Somebody to ring. */
export type OwedLead = { name: string; telephone: string | null; email: string | null };
/** A group that owes money, what was due first at the top. `toRing`: for so long that somebody rings, and nobody has lately. */
export type Owing = {
  groupId: string;
  name: string;
  telephone: string | null;
  lead: OwedLead | null;
  firstDue: Day;
  sums: Sums;
  toRing: boolean;
  parts: readonly OwedPart[];
};
/** How many groups each part of the list has, and what is owed in all. */
export type OwedTotals = { groups: Readonly<Record<OwedFilter, number>>; sums: Sums };
/** A call about money that somebody noted. */
export type MoneyCall = { groupId: string; name: string; pence: number; note: string; by: string; at: string };

const cursor = z.string().max(400).optional().describe('From the link to the next page');
const show = z.enum(OWED_FILTERS).catch('late').describe('What is late, what is to be rung about, or all');
export const deskOwedQuery = z.object({ area: areaInAddress, show, cursor });
export const ownerOwedQuery = z.object({ show, cursor });
export const inAreaQuery = z.object({ area: areaInAddress });
export const moneyCallSchema = z.object({
  note: z
    .string('Write down what came of it.')
    .trim()
    .min(3, 'Write down what came of it, for instance “They pay in two parts.”')
    .max(1_000, 'Use up to 1,000 characters.'),
  submission: z.uuid('Open the page again and repeat what you did.'),
});
export type NewMoneyCall = z.infer<typeof moneyCallSchema>;
