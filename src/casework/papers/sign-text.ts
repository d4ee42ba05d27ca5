import type { Contact } from '../../ground/contacts/contact-contract.ts';
import { dateWords, shortDateWords } from '../../kernel/day-words.ts';
import type { Block, Paper, Words } from '../../kernel/paper-contract.ts';
import { qrFigure } from '../../kernel/qr.ts';
import type { SignFacts } from './sign-contract.ts';

const MAP_MM = 62;
const QR_MM = 46;
/** As much of the group's own words as can be read from two metres on one page. */
const INTENT_MOST = 360;

/** The sign 'Intentions for community use', which hangs at the place: one page, to be read from two metres. */
export function signPaper(facts: SignFacts): Paper {
  return {
    look: 'sign',
    title: 'Intentions for community use',
    from: facts.areaName,
    number: facts.number,
    day: facts.madeOn,
    blocks: [...HEADS[facts.stage](facts), ...place(facts), ...intention(facts), ...howToSaySo(facts)],
  };
}

const HEADS: Record<SignFacts['stage'], (facts: SignFacts) => Block[]> = {
  asking: () => [
    { kind: 'heading', level: 2, text: 'We are asking for this place' },
    { kind: 'paragraph', text: 'Nothing has been decided. When comments open, a new sign says until when.' },
  ],
  commenting: ({ commentUntil }) => [
    {
      kind: 'heading',
      level: 2,
      text: commentUntil ? `Say what you think until\n${dateWords(commentUntil)}` : 'Say what you think',
    },
    { kind: 'paragraph', text: 'Nothing has been decided. Comments for and against count alike.' },
  ],
};

function place({ placeName, whereWords, ward, groupName, from, until, owner, map }: SignFacts): Block[] {
  const rows = [
    { term: 'Place', says: [placeName, whereWords].filter((words) => words.trim() !== '').join('\n') },
    ...(ward ? [{ term: 'Ward', says: ward }] : []),
    { term: 'Owner', says: owner ?? 'Not known yet' },
    { term: 'Group', says: groupName },
    ...(from || until ? [{ term: 'When', says: period(from, until) }] : []),
  ];
  const facts: Block = { kind: 'facts', rows };
  return [map ? { kind: 'beside', figure: { kind: 'figure', ...map, width: MAP_MM }, blocks: [facts] } : facts];
}

function period(from: string | null, until: string | null): string {
  if (from && until) return `${shortDateWords(from)} to ${shortDateWords(until)}`;
  return from ? `From ${shortDateWords(from)}` : `Until ${shortDateWords(until ?? '')}`;
}

function intention({ intent }: SignFacts): Block[] {
  const short = shortened(intent.trim());
  return [
    { kind: 'heading', level: 2, text: 'What the group wants to do' },
    { kind: 'paragraph', tone: 'quote', text: short },
    ...(short === intent.trim()
      ? []
      : [{ kind: 'paragraph' as const, text: 'The whole text is on the page of the case.' }]),
  ];
}

/** Cut between two words where it is too long for a sign. */
function shortened(text: string): string {
  const signs = [...text];
  if (signs.length <= INTENT_MOST) return text;
  const cut = signs.slice(0, INTENT_MOST).join('');
  return `${cut.replace(/\s+\S*$/, '')} …`;
}

function howToSaySo({ number, stage, caseUrl, commentUntil, contact }: SignFacts): Block[] {
  const leads = stage === 'commenting' ? 'Comment at' : 'Read it all at';
  return [
    { kind: 'heading', level: 2, text: stage === 'commenting' ? 'How to comment' : 'Find out more' },
    {
      kind: 'beside',
      figure: qrFigure(caseUrl, `Code that leads to ${caseUrl}`, QR_MM),
      blocks: [
        { kind: 'number', label: 'Case', number },
        { kind: 'address', says: leads, text: caseUrl.replace(/^https?:\/\//, ''), href: caseUrl },
        ...(ways(contact).length > 0 ? [{ kind: 'list' as const, items: ways(contact) }] : []),
      ],
    },
    ...(stage === 'commenting' && commentUntil && contact !== null && ways(contact).length > 0
      ? [
          {
            kind: 'paragraph' as const,
            tone: 'small' as const,
            text: `Calls and letters count by the day on which we get them. ${dateWords(commentUntil)} ends at midnight.`,
          },
        ]
      : []),
  ];
}

/** What nobody has filled in is not promised. */
function ways(contact: Contact | null): Words[] {
  if (contact === null) return [];
  const { telephone, hours, person, counter, email } = contact;
  const ask = person ? `, ask for ${person}` : '';
  return [
    ...(telephone ? [`Ring ${telephone}${hours ? ` (${hours})` : ''}${ask}`] : []),
    ...(counter ? [`Write or come to ${counter.replace(/\s*\n\s*/g, ', ')}`] : []),
    ...(email ? [`E-mail ${email}`] : []),
  ];
}
