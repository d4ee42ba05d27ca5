import type { Standing } from '../../ground/cases/standing-contract.ts';
import { stepWords } from '../../ground/cases/standing-words.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { EnquiryState } from './enquiry-contract.ts';
import { SILENCE_WORDS } from './enquiry-words.ts';

type Row = { stage: string; turn: Standing['steps'][0]['turn']; next: string };

/** Where a question stands: the one answer of page, list, home, desk and mail. @param row of the table of states */
export function enquiryStanding({ state, dueOn }: { state: EnquiryState; dueOn: Day | null }, row: Row): Standing {
  const { stage, turn, next } = row;
  return { stage, steps: [{ kind: state, turn, next, by: dueOn, how: SILENCE_WORDS[state] || null }], meanwhile: [] };
}

/** The sentence with which every mail about it ends. @param reader whoever gets it */
export const standingSentence = (standing: Standing, reader: 'asker' | null): string =>
  stepWords(standing.steps[0], reader);
