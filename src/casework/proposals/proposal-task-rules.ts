import { daysAfter, monthsAfter } from '../../kernel/clock.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { PlanDraft, Task } from './proposal-task-contract.ts';
import { LONGEST_MONTHS, SHORTEST_DAYS, type Proposal } from './proposal-contract.ts';

type Written = Pick<Proposal, 'use' | 'starts' | 'ends' | 'path'>;
type Beside = { people: number; missing: readonly string[]; asked: number; today: Day; plan: PlanDraft };
/** So many named adults answer for it (gate G8). */
const PEOPLE_FOR: Record<Proposal['path'], number> = { land: 2, building: 3 };
const NUMBER_WORDS: Record<Proposal['path'], string> = { land: 'Two', building: 'Three' };

/**
 * @param people lead and deputies of the group @param missing questions of the test that have no answer yet
 * @param plan what a building asks for beside
 * @param asked other groups that were asked to ask together and have not answered
 */
export function tasksOf(written: Written, { people, missing, asked, today, plan }: Beside): Task[] {
  const dates = dateMistakes(written, today);
  return [
    { name: 'use', why: written.use === '' ? 'Say in a sentence or two what you would do there.' : null },
    { name: 'dates', why: dates[0]?.message ?? null },
    ...plan.tasks,
    {
      name: 'people',
      why:
        people >= PEOPLE_FOR[written.path]
          ? null
          : `${NUMBER_WORDS[written.path]} people answer for it. Ask somebody to be your deputy, on the page of your group.`,
    },
    {
      name: 'questions',
      why:
        missing.length === 0
          ? null
          : missing.length === 1
            ? 'One question has no answer yet.'
            : `${missing.length} questions have no answer yet.`,
    },
    {
      name: 'together',
      why:
        asked === 0 ? null : 'A group that you asked to ask with you has not answered. Wait for it, or take that back.',
    },
  ];
}

/** What is wrong with the days that are asked for. */
export function dateMistakes({ starts, ends }: Pick<Proposal, 'starts' | 'ends'>, today: Day): Mistake[] {
  if (starts === null) return [{ field: 'starts', message: 'Say from which day you would like the place.' }];
  if (ends === null) return [{ field: 'ends', message: 'Say until which day you would like the place.' }];
  if (starts <= today) return [{ field: 'starts', message: 'Choose a first day that is still to come.' }];
  if (ends < daysAfter(starts, SHORTEST_DAYS - 1))
    return [{ field: 'ends', message: `Ask for ${SHORTEST_DAYS} days or more.` }];
  if (ends >= monthsAfter(starts, LONGEST_MONTHS))
    return [{ field: 'ends', message: `Ask for ${LONGEST_MONTHS} months at most: meanwhile use is for a time.` }];
  return [];
}
