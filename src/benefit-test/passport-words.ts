import type { BenefitTest } from './test-contract.ts';

/** Beside every question, so that nobody thinks they must write a report. */
export const EVIDENCE_HINT = 'A photo, a few lines, or telling us by phone is fine. You do not need a report.';

/** What waits for the people who speak for a group; nothing when it is another's turn. */
export function waitingWords(group: string, draft: Pick<BenefitTest, 'id'> | null, improveBy: string | null): { text: string; due: string | null } | null {
  if (improveBy) return { text: `${group}: improve the answers for the room passport, once`, due: improveBy };
  return draft ? { text: `${group}: finish the answers for the room passport and send them`, due: null } : null;
}
