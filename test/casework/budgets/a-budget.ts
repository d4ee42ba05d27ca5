import { costsSchema, incomeSchema, PLAN_TEXTS, ratesSchema } from '../../../src/casework/budgets/budget-contract.ts';
import type { TestServices } from '../../support/server.ts';

/** What worked case B costs, as its form sends it. */
export const COSTS_B = {
  rent: '1',
  energy: '3,600',
  water: '420',
  insurance: '1,150.50',
  insurance_basis: 'quote',
  safety: '600',
  safety_payer: 'owner',
  repairs: '900',
  cleaning: '300',
  people: '0',
  equipment: '500',
};
/** A charity is being registered; the Valuation Office has 18,500. */
export const RATES_B = {
  rateable_value: '18,500',
  rates_payer: 'group',
  relief: 'charity',
  relief_standing: 'applied',
};

/** Writes the whole plan for a building by the services that write it. */
export async function planned({ budgets }: Pick<TestServices, 'budgets'>, id: string): Promise<void> {
  await budgets.saveCosts(id, costsSchema.parse(COSTS_B));
  await budgets.saveIncome(id, incomeSchema.parse({ grants: '6,000', grants_basis: 'applied', hire: '2,800' }));
  await budgets.saveRates(id, ratesSchema.parse(RATES_B));
  for (const part of PLAN_TEXTS) await budgets.saveText(id, part, { words: `Our ${part}, in a few words.` });
}
