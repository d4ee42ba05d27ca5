import { dateWords } from '../../kernel/day-words.ts';
import type { Hearing, WayToBeHeard } from './hearing-contract.ts';

/** Ways to be heard, as the form asks for them and as everybody reads them. */
export const WAY_WORDS: Record<WayToBeHeard, { name: string; hint: string }> = {
  paper: { name: 'On paper', hint: 'Where slips lie and where they are handed in' },
  telephone: { name: 'By telephone', hint: 'The number, and when somebody writes down what is said' },
  drop_in: { name: 'A drop-in', hint: 'Where and when anybody can come and say it' },
  doorstep: { name: 'At the door', hint: 'Which streets are walked with a sheet, and when' },
  letter: { name: 'By letter', hint: 'Which doors get a letter: the nearest 50, for instance' },
};

/** When and where, in a sentence. */
export const hearingWords = ({
  day,
  begins,
  venue,
  online,
}: Pick<Hearing, 'day' | 'begins' | 'venue' | 'online'>): string =>
  `${dateWords(day)} at ${begins}, ${venue}${online === '' ? '' : ', and online'}.`;

/** Why a hearing that was called is off, where its case has ended before. */
export const NO_NEED: Partial<Record<string, string>> = {
  proposal_withdrawn: 'The group has taken its proposal back, so nothing is heard.',
  proposal_agreed: 'The owner has said yes, so nothing is heard.',
};
