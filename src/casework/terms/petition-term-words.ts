import type { CaseTermName } from './case-term-contract.ts';
import { wd, type TermWords } from './term-words.ts';

/** Limits of petitions in words. */
export const PETITION_TERM_WORDS = {
  petition_wording_wd: {
    label: 'Working days to check the wording of a petition',
    sentence: (n) => `The wording of a petition is checked within ${wd(n)}. If nobody looks by then, it is published.`,
  },
  petition_again_wd: {
    label: 'Working days for a group to put the wording right',
    sentence: (n) => `If the wording is turned back, the group has ${wd(n)} to put it differently.`,
  },
  petition_open_days: {
    label: 'Days for which a petition is open, where the group does not say',
    sentence: (n) => `A petition is open for ${n} days, unless its group says otherwise.`,
  },
  petition_most_days: {
    label: 'Days for which a petition may be open at most',
    sentence: (n) => `No petition is open for more than ${n} days.`,
  },
  petition_verified_wd: {
    label: 'Working days to count and verify the signatures',
    sentence: (n) => `Signatures are verified within ${wd(n)} of the end. If nobody does, the count stands as it is.`,
  },
  petition_lodged_wd: {
    label: 'Working days to send a proposal once the petition is counted',
    sentence: (n) => `The group sends its proposal within ${wd(n)} of the count. Then the signatures lapse.`,
  },
  petition_case_days: {
    label: 'Days for which a petition goes with its proposal at most',
    sentence: (n) => `A petition ends with the case of its proposal, and after ${n} days at the latest.`,
  },
  petition_percent: {
    label: 'Signatures needed, as a percentage of the residents of the ward and its neighbours',
    sentence: (n) => `A petition needs the signatures of ${n} % of the residents of the ward and its neighbours.`,
  },
  petition_least: {
    label: 'Signatures needed at least, however few live there',
    sentence: (n) => `It never needs fewer than ${n} signatures.`,
  },
  petition_most: {
    label: 'Signatures needed at most, and where nobody knows how many live there',
    sentence: (n) =>
      `It never needs more than ${n} signatures, which is also what it needs where nobody knows how many live there.`,
  },
  petition_sponsored: {
    label: 'Signatures needed where a councillor sponsors it in writing',
    sentence: (n) => `With a councillor who sponsors it in writing, ${n} signatures are enough.`,
  },
} satisfies Partial<Record<CaseTermName, TermWords>>;
