/** What a building asks for beside: its budget, and how it would be run. */
export type PlanTaskName = 'costs' | 'rates' | 'income' | 'insurance' | 'crew' | 'host' | 'timescale' | 'handback';
/** What is to be done before a proposal can be sent. */
export type TaskName = 'use' | 'dates' | 'people' | 'questions' | 'together' | PlanTaskName;
/** One of them: `why` says what is missing, null where nothing is. */
export type Task = { name: TaskName; why: string | null };
/** What the list of things to do and “check your answers” show of the plan for a building; nothing for land. */
export type PlanDraft = {
  tasks: readonly Task[];
  rows: readonly { asked: string; says: string; href: string }[];
};
