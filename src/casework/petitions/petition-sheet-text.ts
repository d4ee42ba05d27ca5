import type { Contact } from '../../ground/contacts/contact-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Paper } from '../../kernel/paper-contract.ts';
import { qrFigure } from '../../kernel/qr.ts';
import type { PublicPetition } from './petition-page-contract.ts';
import { LINES_ON_A_SHEET } from './signature-contract.ts';

const QR_MM = 30;
/** A space that no program cuts away, so that an empty field of a table is one on paper. */
const EMPTY = '\u00a0';

/** The sheet to sign on paper: what one signs stands on it, who may, where it goes and what becomes of a name. */
export function petitionSheet(petition: PublicPetition, contact: Contact | null, url: string): Paper {
  const { number, place, group, wording, wards, closesOn, openedOn, area } = petition;
  const counter = contact?.counter?.replace(/\s*\n\s*/g, ', ');
  return {
    look: 'document',
    title: `Petition: ${place}`,
    from: area.name,
    number,
    day: openedOn ?? '',
    blocks: [
      { kind: 'paragraph', tone: 'quote', text: wording },
      {
        kind: 'beside',
        figure: qrFigure(url, `Code that leads to ${url}`, QR_MM),
        blocks: [
          {
            kind: 'facts',
            rows: [
              { term: 'Group', says: group.name },
              { term: 'Who may sign', says: `Anybody of any age who lives, works or studies in ${wards.join(', ')}` },
              ...(closesOn ? [{ term: 'Until', says: dateWords(closesOn) }] : []),
              { term: 'Case', says: number },
            ],
          },
          { kind: 'address', says: 'Sign online at', text: url.replace(/^https?:\/\//, ''), href: url },
        ],
      },
      {
        kind: 'table',
        caption: 'Please write clearly. One line for each person; sign once.',
        head: ['Line', 'First and last name', 'Postcode there', 'Live, work or study', 'Signature'],
        byHand: [0.5, 2.4, 1.1, 1.3, 1.7],
        rows: Array.from({ length: LINES_ON_A_SHEET }, (_, index) => [`${index + 1}`, EMPTY, EMPTY, EMPTY, EMPTY]),
      },
      {
        kind: 'paragraph',
        tone: 'small',
        text: `Only those who count read what you write here. Your name is never published, and is forgotten a year after the case is over. Sheets count by the day on which they come in${counter ? `: hand them in at ${counter}` : ''}.`,
      },
    ],
  };
}
