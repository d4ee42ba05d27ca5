import type { Basis, Budget, BudgetLine, BuildingPlan, LineKind, Payer, PlanText } from './budget-contract.ts';
import type { PlanTaskName } from '../proposals/proposal-task-contract.ts';
import type { Rates, Relief, ReliefStanding } from './rates-contract.ts';

export const LINE_WORDS: Record<LineKind, string> = {
  rent: 'Rent',
  energy: 'Heating and electricity',
  water: 'Water and waste water',
  insurance: 'Insurance',
  safety: 'Safety checks: fire, gas, electricity',
  repairs: 'Repairs',
  cleaning: 'Cleaning and rubbish',
  people: 'People who are paid',
  equipment: 'Furniture and equipment',
  other: 'Something else',
  grants: 'Grants',
  hire: 'Hiring out rooms',
  members: 'Members and their fees',
  sales: 'Sales, a café, events',
  donations: 'Donations',
  host_body: 'From a host body',
  other_income: 'Something else that comes in',
};
export const PAYER_WORDS: Record<Payer, string> = {
  group: 'our group',
  host: 'a host body or somebody else',
  owner: 'the owner',
};
/** The same, read by others. */
export const PAYER_READ: Record<Payer, string> = {
  group: 'the group',
  host: 'a host body or another',
  owner: 'the owner',
};
export const BASIS_WORDS: Record<Basis, string> = {
  guess: 'our own estimate',
  quote: 'a quote or a bill',
  owner: 'the owner’s figures',
  hoped: 'hoped for',
  applied: 'applied for',
  agreed: 'agreed',
};
export const BASIS_READ: Record<Basis, string> = { ...BASIS_WORDS, guess: 'an estimate' };
export const RELIEF_WORDS: Record<Relief, string> = {
  none: 'None',
  charity: 'A registered charity or a community amateur sports club uses it: 80 % off',
  charity_topped: 'The same, and the council lets you off the rest too',
  small_business: 'Small business: nothing to pay up to a rateable value of 12,000, less up to 15,000',
};
export const STANDING_WORDS: Record<ReliefStanding, string> = {
  have: 'Yes, or it is certain from the first day',
  applied: 'It is asked for, or the charity is being registered',
  not_asked: 'Not yet',
};
const STANDING_READ: Record<ReliefStanding, string> = {
  have: 'had from the first day',
  applied: 'asked for, not had yet',
  not_asked: 'not asked for yet',
};

type TextQuestion = { task: string; asked: string; label: string; hint: string; missing: string };
/** Everybody reads these answers: no names. */
export const TEXT_QUESTIONS: Record<PlanText, TextQuestion> = {
  insurance: {
    task: 'How it would be insured',
    asked: 'How would it be insured?',
    label: 'Your plan for insurance',
    hint: 'Public liability, what is in the building, and who insures the building itself. A quote is enough: nobody needs a paid policy before there is a yes.',
    missing: 'Say how it would be insured.',
  },
  crew: {
    task: 'Who would run it',
    asked: 'Who would run it?',
    label: 'The people who open, look after and lock it',
    hint: 'How many, which skills, and who stands in. Everybody reads this, so write “a retired electrician”, not a name.',
    missing: 'Say who would run it.',
  },
  host: {
    task: 'Who would sign the lease',
    asked: 'Who would sign the lease?',
    label: 'The body that signs',
    hint: 'A company, charity, society or parish can; a group without a constitution cannot. A host body may sign for you and pass the lease on once you are registered.',
    missing: 'Say who would sign the lease: your own body, or one that hosts you.',
  },
  timescale: {
    task: 'What happens when',
    asked: 'What happens when?',
    label: 'From the keys to the first open day, and on',
    hint: 'For instance: “Weeks 1 to 4: safety checks and cleaning. Week 5: open three days a week. Month 6: a look at how it goes.”',
    missing: 'Say what happens when, from the keys on.',
  },
  handback: {
    task: 'How you would hand it back',
    asked: 'How would you hand it back?',
    label: 'At the end',
    hint: 'What you take out, what you put right, how long it takes, and the money set aside for it.',
    missing: 'Say how you would hand it back.',
  },
};
export const PLAN_TASKS: Record<PlanTaskName, string> = {
  costs: 'What it costs in twelve months',
  rates: 'Business rates',
  income: 'What comes in in twelve months',
  insurance: TEXT_QUESTIONS.insurance.task,
  crew: TEXT_QUESTIONS.crew.task,
  host: TEXT_QUESTIONS.host.task,
  timescale: TEXT_QUESTIONS.timescale.task,
  handback: TEXT_QUESTIONS.handback.task,
};

const pounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 === 0 ? 0 : 2 })}`;

/** How business rates were worked out, step by step. */
export function ratesWords({ year, lastKnown, rateableValue, multiplier, full, relief, off, due }: Rates): string[] {
  if (rateableValue === 0) return ['The building is not in the list for business rates, so none are due.'];
  return [
    `A rateable value of ${rateableValue.toLocaleString('en-GB')} × ${(multiplier / 1_000).toFixed(3)}, the multiplier of ${year}, is ${pounds(full)}.`,
    ...(lastKnown
      ? [`The multiplier of the year in which it would begin is not known yet, so it is that of ${year}.`]
      : []),
    ...(off > 0 ? [`Less ${Number((relief / 10).toFixed(1))} % relief, ${pounds(off)}: ${pounds(due)}.`] : []),
  ];
}
/** Which relief is counted on, and whether it is had; nothing where there is none. */
export const reliefWords = ({ relief, reliefStanding }: BuildingPlan): string | null =>
  relief === null || relief === 'none'
    ? null
    : `${RELIEF_WORDS[relief]}${reliefStanding ? ` (${STANDING_READ[reliefStanding]})` : ''}.`;

export const lineWords = ({ kind, label }: Pick<BudgetLine, 'kind' | 'label'>): string =>
  label === '' ? LINE_WORDS[kind] : label;
/** Costs, one a line, for somebody who checks their answers. */
export const costLines = ({ costs }: Budget): string =>
  costs
    .map(
      (line) =>
        `${lineWords(line)}: ${pounds(line.pence)}, paid by ${PAYER_WORDS[line.payer]} (${BASIS_WORDS[line.basis]})`,
    )
    .join('\n');
export const incomeLines = ({ income }: Budget): string =>
  income.map((line) => `${lineWords(line)}: ${pounds(line.pence)} (${BASIS_WORDS[line.basis]})`).join('\n');
/** Business rates: who pays, which relief, and how they were worked out. */
export function ratesLines(plan: BuildingPlan, { rates, ratesWithout }: Budget): string {
  if (rates === null) return '';
  return [
    ...ratesWords(rates),
    ...(plan.ratesPayer ? [`Paid by ${PAYER_WORDS[plan.ratesPayer]}.`] : []),
    ...[reliefWords(plan)].flatMap((words) => (words === null ? [] : `Relief: ${words}`)),
    ...(ratesWithout === null ? [] : [`If the relief is not there by the first day: ${pounds(ratesWithout)}.`]),
  ].join('\n');
}
