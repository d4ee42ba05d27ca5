import type { Db } from '../../kernel/database.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import { COST_KINDS, INCOME_KINDS, type BudgetLine, type BuildingPlan } from './budget-contract.ts';

/** Budgets of proposals for buildings, and how they would be run. */
export function budgetsOn(db: Db) {
  return {
    /** The plan of a proposal; an empty one where nothing has been written yet. */
    async planOf(proposalId: string): Promise<BuildingPlan> {
      const row = await db('building_plans').where({ proposal_id: proposalId }).first();
      return row ? (fieldsOf(row as Row) as unknown as BuildingPlan) : { ...NOTHING_YET, proposalId };
    },
    async savePlan(plan: BuildingPlan): Promise<void> {
      const columns = columnsOf(plan);
      await db('building_plans').insert(columns).onConflict('proposal_id').merge();
    },
    async linesOf(proposalId: string): Promise<BudgetLine[]> {
      const rows = await db('budget_lines').where({ proposal_id: proposalId });
      return rows.map((row: Row) => fieldsOf(row) as unknown as BudgetLine);
    },
    /** All costs, or all that comes in, as they are now. */
    async saveLines(side: 'costs' | 'income', proposalId: string, lines: readonly BudgetLine[]): Promise<void> {
      const kinds = [...(side === 'costs' ? COST_KINDS : INCOME_KINDS)];
      await db('budget_lines').where({ proposal_id: proposalId }).whereIn('kind', kinds).delete();
      if (lines.length > 0) await db('budget_lines').insert(lines.map(columnsOf));
    },
  };
}

const NOTHING_YET = {
  rateableValue: null,
  ratesPayer: null,
  relief: null,
  reliefStanding: null,
  insurance: '',
  crew: '',
  host: '',
  timescale: '',
  handback: '',
} as const;
