import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Task } from '../proposals/proposal-task-contract.ts';
import {
  ASKED_COSTS,
  COST_KINDS,
  INCOME_KINDS,
  PLAN_TEXTS,
  type Budget,
  type BudgetLine,
  type BuildingPlan,
  type LineKind,
} from './budget-contract.ts';
import { TEXT_QUESTIONS } from './budget-words.ts';
import { emptyRatesOf, ratesOf } from './rates-rules.ts';

const isCost = ({ kind }: { kind: LineKind }): boolean => (COST_KINDS as readonly string[]).includes(kind);
const inOrder = (kinds: readonly string[]) => (one: BudgetLine, other: BudgetLine) =>
  kinds.indexOf(one.kind) - kinds.indexOf(other.kind);
const sum = (lines: readonly BudgetLine[]): number => lines.reduce((total, { pence }) => total + pence, 0);

/** @param day the first day of use, or today while it is not said */
export function budgetOf(plan: BuildingPlan, lines: readonly BudgetLine[], day: Day): Budget {
  const { rateableValue, relief, ratesPayer, reliefStanding } = plan;
  const costs = lines.filter(isCost).toSorted(inOrder(COST_KINDS));
  const income = lines.filter((line) => !isCost(line)).toSorted(inOrder(INCOME_KINDS));
  const rates = rateableValue === null ? null : ratesOf(rateableValue, relief ?? 'none', day);
  const ratesOfGroup = rates !== null && (ratesPayer ?? 'group') === 'group' ? rates.due : 0;
  const groupPays = sum(costs.filter(({ payer }) => payer === 'group')) + ratesOfGroup;
  const comesIn = sum(income);
  return {
    costs,
    income,
    rates,
    ratesWithout: rates && rates.off > 0 && reliefStanding !== 'have' ? rates.full : null,
    emptyRates: rateableValue === null ? null : emptyRatesOf(rateableValue, day),
    groupPays,
    comesIn,
    over: comesIn - groupPays,
  };
}

/** What of a plan for a building is still to be done before it can be sent (casework reference 8.2: rates may not be left open). */
export function planTasks(plan: BuildingPlan, lines: readonly BudgetLine[]): Task[] {
  const said = new Set(lines.map(({ kind }) => kind));
  const open = ASKED_COSTS.filter((kind) => !said.has(kind)).length;
  return [
    {
      name: 'costs',
      why:
        open === 0
          ? null
          : `${open === 1 ? 'One cost has' : `${open} costs have`} no amount yet. Write 0 where there is none.`,
    },
    { name: 'rates', why: ratesMissing(plan) },
    {
      name: 'income',
      why: INCOME_KINDS.some((kind) => said.has(kind)) ? null : 'Say what comes in. Write 0 where nothing does.',
    },
    ...PLAN_TEXTS.map((name): Task => ({ name, why: plan[name] === '' ? TEXT_QUESTIONS[name].missing : null })),
  ];
}

function ratesMissing({ rateableValue, ratesPayer, relief, reliefStanding }: BuildingPlan): string | null {
  if (rateableValue === null) return 'Say what the rateable value of the building is.';
  if (ratesPayer === null) return 'Say who pays the business rates.';
  if (relief === null) return 'Say which relief from business rates there is, or none.';
  return relief !== 'none' && reliefStanding === null ? 'Say whether you have the relief already.' : null;
}
