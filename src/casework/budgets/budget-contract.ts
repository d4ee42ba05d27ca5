import { z } from 'zod';
import type { PlanTaskName } from '../proposals/proposal-task-contract.ts';
import { RELIEF_STANDINGS, RELIEFS, type Rates, type Relief, type ReliefStanding } from './rates-contract.ts';

/** What a building costs in twelve months, line by line; business rates are worked out and stand beside these. */
export const COST_KINDS = [
  'rent',
  'energy',
  'water',
  'insurance',
  'safety',
  'repairs',
  'cleaning',
  'people',
  'equipment',
  'other',
] as const;
/** What comes in. */
export const INCOME_KINDS = ['grants', 'hire', 'members', 'sales', 'donations', 'host_body', 'other_income'] as const;
export type CostKind = (typeof COST_KINDS)[number];
export type IncomeKind = (typeof INCOME_KINDS)[number];
export type LineKind = CostKind | IncomeKind;
/** Every cost but one that may not be there is answered: nothing is nought. */
export const ASKED_COSTS: readonly CostKind[] = COST_KINDS.filter((kind) => kind !== 'other');

export const PAYERS = ['group', 'host', 'owner'] as const;
export type Payer = (typeof PAYERS)[number];
export const COST_BASES = ['guess', 'quote', 'owner'] as const;
export const INCOME_BASES = ['hoped', 'applied', 'agreed'] as const;
export type Basis = (typeof COST_BASES)[number] | (typeof INCOME_BASES)[number];

/** One line of the budget of a proposal: pence for twelve months. Of income, the payer says nothing. */
export type BudgetLine = {
  proposalId: string;
  kind: LineKind;
  pence: number;
  payer: Payer;
  basis: Basis;
  /** What it is, of a line that is neither of the others. */
  label: string;
};

/** What a group writes about how it would run a building, beside its use and its days. */
export const PLAN_TEXTS = ['insurance', 'crew', 'host', 'timescale', 'handback'] as const;
export type PlanText = (typeof PLAN_TEXTS)[number];
export type BuildingPlan = Record<PlanText, string> & {
  proposalId: string;
  /** In pounds, as the Valuation Office has it; nought where the building is not in its list; null while nobody has said. */
  rateableValue: number | null;
  ratesPayer: Payer | null;
  relief: Relief | null;
  reliefStanding: ReliefStanding | null;
};
/** Parts of the list of things to do of a proposal for a building: one page each. */
export const PLAN_PARTS = ['costs', 'rates', 'income', ...PLAN_TEXTS] as const satisfies readonly PlanTaskName[];

/** A budget as it is read: twelve months in pence. What others pay stands in its line, and is in no sum of the group’s. */
export type Budget = {
  costs: readonly BudgetLine[];
  income: readonly BudgetLine[];
  rates: Rates | null;
  /** Rates without any relief, where one is counted on that is not had yet. */
  ratesWithout: number | null;
  /** What an owner pays a year for it empty; null while no rateable value is known. */
  emptyRates: number | null;
  groupPays: number;
  comesIn: number;
  /** What is over; less than nought is what is missing. */
  over: number;
};

const MOST_POUNDS = 10_000_000;
/** “£1,250.50” in pence, up to ten million pounds; undefined for anything else. */
function penceOf(typed: string): number | undefined {
  const [, pounds, pence = '0'] = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
  const whole = Number(pounds?.replaceAll(',', ''));
  return whole < MOST_POUNDS ? whole * 100 + Number(pence.padEnd(2, '0')) : undefined;
}
const AMOUNT = 'Enter pounds for twelve months, for instance 1,250 or 12.50, or 0 where there is nothing to pay.';
const amount = z
  .string()
  .trim()
  .max(20, AMOUNT)
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null;
    const pence = penceOf(typed);
    if (pence === undefined) {
      context.addIssue({ code: 'custom', message: AMOUNT });
      return z.NEVER;
    }
    return pence;
  });
const label = z.string().trim().max(100, 'Use up to 100 characters.').default('');

const inEach = <Kind extends string, Fields extends z.ZodRawShape>(
  kinds: readonly Kind[],
  fields: (kind: Kind) => Fields,
) => Object.assign({}, ...kinds.map(fields)) as z.ZodRawShape;
/** Costs as the form sends them: `rent`, `rent_payer`, `rent_basis` and so on. */
export const costsSchema = z.object({
  ...inEach(COST_KINDS, (kind) => ({
    [kind]: amount,
    [`${kind}_payer`]: z.enum(PAYERS, 'Say who pays it.').default('group'),
    [`${kind}_basis`]: z.enum(COST_BASES, 'Say how you know.').default('guess'),
  })),
  other_label: label,
});
export const incomeSchema = z.object({
  ...inEach(INCOME_KINDS, (kind) => ({
    [kind]: amount,
    [`${kind}_basis`]: z.enum(INCOME_BASES, 'Say how sure it is.').default('hoped'),
  })),
  other_income_label: label,
});
const empty = (typed: unknown): unknown => (typed === '' ? undefined : typed);
const VALUE =
  'Enter the rateable value in whole pounds, for instance 18,500, or 0 where the building is not in the list.';
export const ratesSchema = z.object({
  rateable_value: z
    .string()
    .trim()
    .max(15, VALUE)
    .default('')
    .transform((typed, context) => {
      if (typed === '') return null;
      const pence = penceOf(typed);
      if (pence === undefined || pence % 100 !== 0) {
        context.addIssue({ code: 'custom', message: VALUE });
        return z.NEVER;
      }
      return pence / 100;
    }),
  rates_payer: z.preprocess(empty, z.enum(PAYERS, 'Say who pays the rates.').optional()),
  relief: z.preprocess(empty, z.enum(RELIEFS, 'Choose a relief, or none.').optional()),
  relief_standing: z.preprocess(empty, z.enum(RELIEF_STANDINGS, 'Say whether you have it.').optional()),
});
export const planTextSchema = z.object({
  words: z.string().trim().max(1_000, 'Use up to 1,000 characters.').default(''),
  was: z.string().max(1_000).optional(),
});
