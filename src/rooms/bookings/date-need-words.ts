import type { DateNeed, DatePaper } from './date-need-contract.ts';

const AT_THE_DOOR: Record<DatePaper, string> = {
  insurance: 'No insurance',
  safeguarding: 'No safeguarding statement',
};
/** What those who open the door are told of a date, each with what they do about it. */
export function doorWords({ papers, shown, heldBack }: Pick<DateNeed, 'papers' | 'shown' | 'heldBack'>): string[] {
  return [
    ...papers.map((paper) => `${AT_THE_DOOR[paper]}${heldBack ? ': do not let in' : ' yet'}`),
    ...(shown ? [] : ['Not shown round yet']),
  ];
}

/** The same for whoever reads the booking: the group is spoken to by what becomes of its date, not as somebody at the door. */
export const heldBackWords = (papers: readonly DatePaper[]): string =>
  `${papers.map((paper) => AT_THE_DOOR[paper]).join('. ')}: nobody is let in until the paper is there. The date does not count as missed.`;
