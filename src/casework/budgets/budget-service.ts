import type { z } from 'zod';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import {
  COST_KINDS,
  INCOME_KINDS,
  type planTextSchema,
  type ratesSchema,
  type Basis,
  type BudgetLine,
  type LineKind,
  type Payer,
  type PlanText,
} from './budget-contract.ts';
import { budgetsOn } from './budget-store.ts';

export type BudgetDeps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  /** Opens what a group writes, in the transaction in hand; its days begin anew. @throws Problem 404, 409 once it is sent */
  opened(unit: UnitOfWork, proposalId: string): Promise<Proposal>;
};
type Given = Readonly<Record<string, unknown>>;

/** Writing the budget of a proposal for a building, and how it would be run: part by part, each saved as one goes. */
export function budgetWriting({ inOneTransaction, opened }: BudgetDeps) {
  const inDraft = (id: string, change: (db: Db) => Promise<void>): Promise<void> =>
    inOneTransaction(async (unit) => {
      const { path } = await opened(unit, id);
      if (path !== 'building') throw notFound('budget');
      await change(unit.trx);
    });
  return {
    /** @param given what the form sent, read: pence, null where nothing was typed */
    saveCosts: (id: string, given: Given) =>
      inDraft(id, (db) => budgetsOn(db).saveLines('costs', id, linesIn(id, COST_KINDS, given))),
    saveIncome: (id: string, given: Given) =>
      inDraft(id, (db) => budgetsOn(db).saveLines('income', id, linesIn(id, INCOME_KINDS, given))),
    saveRates: (id: string, given: z.infer<typeof ratesSchema>) =>
      inDraft(id, async (db) => {
        const plan = await budgetsOn(db).planOf(id);
        await budgetsOn(db).savePlan({
          ...plan,
          rateableValue: given.rateable_value,
          ratesPayer: given.rates_payer ?? null,
          relief: given.relief ?? null,
          reliefStanding: given.relief === 'none' ? null : (given.relief_standing ?? null),
        });
      }),
    /** @throws Problem 409 where somebody else has changed it since the form was opened */
    saveText: (id: string, part: PlanText, { words, was }: z.infer<typeof planTextSchema>) =>
      inDraft(id, async (db) => {
        const plan = await budgetsOn(db).planOf(id);
        if (was !== undefined && breaks(was) !== breaks(plan[part]) && breaks(plan[part]) !== breaks(words))
          throw new Problem(
            409,
            'This was changed meanwhile',
            `Somebody of your group has changed it meanwhile to: “${plan[part]}”. Send yours again if it should stand.`,
            [{ field: 'words', message: 'Compare yours with what was saved meanwhile, and save again.' }],
          );
        await budgetsOn(db).savePlan({ ...plan, [part]: words });
      }),
  };
}

/** Browsers send line breaks their own way. */
const breaks = (text: string): string => text.replace(/\r\n/g, '\n').trim();

function linesIn(proposalId: string, kinds: readonly LineKind[], given: Given): BudgetLine[] {
  return kinds.flatMap((kind) => {
    const pence = given[kind];
    if (typeof pence !== 'number') return [];
    return {
      proposalId,
      kind,
      pence,
      payer: (given[`${kind}_payer`] ?? 'group') as Payer,
      basis: given[`${kind}_basis`] as Basis,
      label: typeof given[`${kind}_label`] === 'string' ? String(given[`${kind}_label`]) : '',
    };
  });
}
