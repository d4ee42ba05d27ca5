import type { Database } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { PlanDraft } from '../proposals/proposal-task-contract.ts';
import { PLAN_TEXTS, type Budget, type BudgetLine, type BuildingPlan } from './budget-contract.ts';
import { budgetOf, planTasks } from './budget-rules.ts';
import { budgetsOn } from './budget-store.ts';
import { costLines, incomeLines, PLAN_TASKS, ratesLines, TEXT_QUESTIONS } from './budget-words.ts';

type About = Pick<Proposal, 'id' | 'path' | 'starts'>;
export type PlanRead = { plan: BuildingPlan; lines: readonly BudgetLine[]; budget: Budget };

/** Reads budget and plan of a proposal for a building. */
export function budgetReading({ db }: { db: Database }) {
  return {
    /** @param today counts for the rates while the group has not said from when */
    of: (about: About, today: Day): Promise<PlanRead> => planRead(db, about, today),
  };
}

/** What is to be done, and what was answered; nothing for land. */
export async function planDraft(db: Db, about: About, today: Day): Promise<PlanDraft> {
  if (about.path !== 'building') return { tasks: [], rows: [] };
  const { plan, lines, budget } = await planRead(db, about, today);
  const at = (part: string): string => `/proposals/${about.id}/plan/${part}`;
  return {
    tasks: planTasks(plan, lines),
    rows: [
      { asked: PLAN_TASKS.costs, says: costLines(budget), href: at('costs') },
      { asked: PLAN_TASKS.rates, says: ratesLines(plan, budget), href: at('rates') },
      { asked: PLAN_TASKS.income, says: incomeLines(budget), href: at('income') },
      ...PLAN_TEXTS.map((part) => ({ asked: TEXT_QUESTIONS[part].asked, says: plan[part], href: at(part) })),
    ],
  };
}

async function planRead(db: Db, { id, starts }: About, today: Day): Promise<PlanRead> {
  const plan = await budgetsOn(db).planOf(id);
  const lines = await budgetsOn(db).linesOf(id);
  return { plan, lines, budget: budgetOf(plan, lines, starts ?? today) };
}
