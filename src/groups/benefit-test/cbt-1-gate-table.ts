import type { Gate } from './criterion-contract.ts';
import { gate, QUESTIONS, SAFEGUARDING, OPEN_TO_ALL, INTERESTS } from './cbt-1-gate-words.ts';

/** What must hold for land and for a building, whatever the marks. */
export function gatesOf(path: 'land' | 'building'): Gate[] {
  const [land, d] = [path === 'land', { stage: 'D', of: 'case' } as const];
  return [
    gate(
      'G1',
      { ...d, checker: 'broker' },
      { text: QUESTIONS.G1, note: 'While the owner is not known, it stays an enquiry.' },
    ),
    gate(
      'G2',
      { ...d, checker: 'broker' },
      {
        text: QUESTIONS.G2,
        note: land
          ? 'No maintained use for 90 days.'
          : 'Unoccupied for 180 days. High-street vacancy (1 year, or 366 days of 2 years) is shown beside it.',
      },
    ),
    gate(
      'G3',
      { ...d, checker: 'owner' },
      { text: QUESTIONS.G3, note: 'Say on which basis. Open space needs its adverts.' },
    ),
    gate(
      'G4',
      { stage: 'S', of: 'case', checker: 'owner' },
      {
        text: QUESTIONS.G4,
        note: land
          ? 'Utilities, sightlines, soil if anything is eaten.'
          : 'Fire, asbestos, gas and electricity, structure.',
      },
    ),
    gate(
      'G5',
      { ...d, checker: 'applicant' },
      {
        text: QUESTIONS.G5,
        note: `${land ? '£5m unless the owner says otherwise; for a verge as the highway authority asks.' : '£5m unless the owner says otherwise.'} A plan is enough before the decision: nobody has to buy a policy first.`,
        before_start: 'The certificate.',
      },
    ),
    gate(
      'G6',
      { ...d, checker: 'applicant' },
      {
        text: QUESTIONS.G6,
        note: 'A statement before the decision.',
        asks: SAFEGUARDING,
        before_start: 'The policy, and who leads on it.',
      },
    ),
    gate('G7', { ...d, checker: 'broker' }, { text: QUESTIONS.G7, note: OPEN_TO_ALL }),
    gate('G8', land ? { ...d, checker: 'applicant', people: 2 } : { ...d, checker: 'broker' }, {
      text: QUESTIONS.G8,
      note: land ? 'Two adults.' : 'Constituted, or a host body signs, with at least three people who are not related.',
    }),
    gate('G9', { ...d, checker: 'broker' }, { text: QUESTIONS.G9, note: 'Up to 36 months.' }),
    gate(
      'G10',
      { ...d, checker: 'broker' },
      { text: QUESTIONS.G10, note: 'Whoever has a conflict of interest takes no part.', asks: INTERESTS },
    ),
  ];
}
