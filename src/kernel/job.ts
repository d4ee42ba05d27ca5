/** Something that is to be done again and again, by the server itself or by `tick`. Safe to repeat, also by two at once. */
export type Job = {
  /** What the log, `tick` and the operator's status call it. */
  name: string;
  everyMs: number;
  /** In a single round it comes after the others, because it carries on what they begin. */
  comesLast?: true;
  /** Does everything that is due by now. @returns what `tick` prints, one sentence */
  run(): Promise<string>;
};

/** The jobs in the order of a single round. */
export function inOrder(jobs: readonly Job[]): Job[] {
  return [...jobs.filter(({ comesLast }) => !comesLast), ...jobs.filter(({ comesLast }) => comesLast)];
}
