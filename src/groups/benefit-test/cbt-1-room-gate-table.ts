import type { Gate } from './criterion-contract.ts';
import { gate, QUESTIONS, SAFEGUARDING, OPEN_TO_ALL, INTERESTS } from './cbt-1-gate-words.ts';

/** A room's passport is for every room: what hangs on the room, the day or the owner is checked with each booking. */
export const ROOM_GATES: Gate[] = [
  gate(
    'G1',
    { stage: 'D', of: 'booking', checker: 'broker' },
    { text: QUESTIONS.G1, note: 'For the owner of the room.' },
  ),
  gate(
    'G2',
    { stage: 'D', of: 'booking', checker: 'owner' },
    { text: QUESTIONS.G2, note: 'The slot is open and free.' },
  ),
  gate(
    'G3',
    { stage: 'D', of: 'booking', checker: 'owner' },
    { text: QUESTIONS.G3, note: 'For the room, and what you do there.' },
  ),
  gate(
    'G5',
    { stage: 'S', of: 'booking', checker: 'owner' },
    {
      text: QUESTIONS.G5,
      note: 'By the owner’s cover for hirers, or a certificate of the group. Nobody has to buy a policy to be tested.',
    },
  ),
  gate(
    'G6',
    { stage: 'D', of: 'case', checker: 'applicant' },
    {
      text: QUESTIONS.G6,
      note: 'A statement of one page. For people who support each other that is all.',
      asks: SAFEGUARDING,
      before_start: 'The policy, and who leads on it, where a room’s owner asks for them.',
    },
  ),
  gate('G7', { stage: 'D', of: 'case', checker: 'broker' }, { text: QUESTIONS.G7, note: OPEN_TO_ALL }),
  gate(
    'G8',
    { stage: 'D', of: 'case', checker: 'applicant', people: 2 },
    { text: QUESTIONS.G8, note: 'A lead and a deputy, both 18 or over.' },
  ),
  gate('G9', { stage: 'D', of: 'booking', checker: 'broker' }, { text: QUESTIONS.G9, note: 'Up to 12 months.' }),
  gate(
    'G10',
    { stage: 'D', of: 'case', checker: 'broker' },
    { text: QUESTIONS.G10, note: 'Whoever has a conflict of interest takes no part.', asks: INTERESTS },
  ),
];
