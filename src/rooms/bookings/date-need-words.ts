import type { DateNeed, DatePaper } from './date-need-contract.ts';

const AT_THE_DOOR: Record<DatePaper, string> = {
  insurance: 'No insurance',
  safeguarding: 'No safeguarding statement',
};
const UNCHECKED: Record<DatePaper, string> = {
  insurance: 'Insurance not checked',
  safeguarding: 'Safeguarding statement not checked',
};
const lackWords = (paper: DatePaper, waiting: readonly DatePaper[]): string =>
  (waiting.includes(paper) ? UNCHECKED : AT_THE_DOOR)[paper];

/** What those who open the door are told of a date, each with what they do about it. */
export function doorWords({ papers, waiting, shown, heldBack }: Omit<DateNeed, 'occurrenceId' | 'date'>): string[] {
  return [
    ...papers.map((paper) => `${lackWords(paper, waiting)}${heldBack ? ': do not let in' : ' yet'}`),
    ...(shown ? [] : ['Not shown round yet']),
  ];
}

/** The same for whoever reads the booking: the group is spoken to by what becomes of its date, not as somebody at the door. */
export const heldBackWords = ({ papers, waiting }: Pick<DateNeed, 'papers' | 'waiting'>): string =>
  `${papers.map((paper) => lackWords(paper, waiting)).join('. ')}: nobody is let in until the paper is ${papers.every((paper) => waiting.includes(paper)) ? 'checked' : 'there'}. The date does not count as missed.`;
