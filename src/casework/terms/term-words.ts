/** A limit of a case in words. */
export type TermWords = {
  /** The question on the form. */
  label: string;
  /** What everybody reads, with the number in it. */
  sentence(value: number): string;
};

/** Working days in words: “10 working days”. */
export const wd = (n: number): string => (n === 1 ? 'one working day' : `${n} working days`);
