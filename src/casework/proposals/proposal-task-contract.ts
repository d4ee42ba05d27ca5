/** What is to be done before a proposal can be sent. */
export type TaskName = 'use' | 'dates' | 'people' | 'questions' | 'together';
/** One of them: `why` says what is missing, null where nothing is. */
export type Task = { name: TaskName; why: string | null };
