import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { EnquiryFactKind } from './enquiry-facts.ts';
import { ADVICE } from './enquiry-words.ts';

/** For whom a mail is. */
export const AUDIENCES = ['asker', 'followers', 'monitoring_officers', 'owner'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a mail may tell of. */
export type EnquiryTold = {
  number: string;
  place: string;
  /** The owner as everybody may know them. */
  owner: string | null;
  outcome: string;
  /** What whoever asked would like to do: for them alone. */
  idea: string;
  byClock: boolean;
  /** Whose turn it is, what is next and by when, to whoever gets it. */
  standing: string;
  /** What silence does then. */
  silence: string;
  url: string;
};
type Sentences = (told: EnquiryTold) => readonly string[];
const nobody: Partial<Record<Audience, Sentences>> = {};

const found: Sentences = ({ owner, outcome }) => [
  `We have found out whose it is: ${owner ?? 'a public body'}.`,
  ...said(outcome),
  'Its page says where we looked, and how to reach the owner.',
];
const foundOutside: Sentences = ({ owner, outcome }) => [
  `We have found out whose it is: ${owner ?? 'somebody'}, who has not joined the compact. So nobody must answer you there.`,
  ...said(outcome),
];
const closed: Sentences = ({ outcome }) => ['The question is closed.', ...said(outcome)];
const counts: Sentences = ({ owner }) => [
  `Nobody has said whose it is in time. ${owner ?? 'The body on the record'} is on the record for it, and counts as its owner until it shows otherwise.`,
];
const rests: Sentences = ({ outcome, byClock }) => [
  byClock
    ? 'Nobody has said whose it is in time, and no record names anybody.'
    : 'We have looked, and nobody was found.',
  ...said(outcome),
  'The question rests. We look again by ourselves, and tell you.',
];
const lapsed: Sentences = () => [
  'Nobody sent the letter to the owner in time, and the question is closed.',
  ADVICE.lapsed,
];
const stands: Sentences = ({ owner }) => [
  `Nobody has shown otherwise: it stands that it belongs to ${owner ?? 'this body'}.`,
];

/** Who is told of what, and in which words: each kind of fact has a row, so that none is forgotten. */
export const MAILS: Record<EnquiryFactKind, Partial<Record<Audience, Sentences>>> = {
  enquiry_asked: {
    asker: ({ idea }) => [
      'Your question has come in. We find out for you, and tell you what comes of it.',
      ...(idea === '' ? [] : [`What you would like to do there: ${idea}`]),
    ],
  },
  enquiry_acknowledged: {
    asker: ({ byClock }) =>
      byClock
        ? ['Nobody has told you yet that your question arrived: it did. Its time has been running since that day.']
        : ['A broker has your question, and is looking.'],
  },
  enquiry_confirmed: {
    asker: found,
    followers: found,
    owner: () => ['Somebody asked whose this place is, and it was found to be yours. The register says so now.'],
  },
  enquiry_outside: {
    asker: (told) => [
      ...foundOutside(told),
      'We can write to them for you, if you say what we may pass on. You need not.',
      ADVICE.outside,
    ],
    followers: foundOutside,
  },
  enquiry_parked: { asker: rests, followers: rests },
  enquiry_escalated: {
    asker: () => ['The broker has not said whose it is in time. We are sorry. The monitoring officer has taken over.'],
    monitoring_officers: () => [
      'A broker has not said in time whose this place is. Now it is yours to find out: the page has what was looked into.',
    ],
  },
  enquiry_presumed: {
    asker: counts,
    followers: counts,
    owner: () => [
      'Somebody asked whose this place is, and nobody has said so in time. You are on the record for it, so it counts as yours.',
      'If it is not, say on its page what shows that.',
    ],
  },
  enquiry_disproved: {
    asker: ({ outcome }) => [
      'The body that counted as owner is not the owner.',
      ...said(outcome),
      'We are looking again.',
    ],
    followers: ({ outcome }) => [
      'The body that counted as owner is not the owner.',
      ...said(outcome),
      'We are looking again.',
    ],
  },
  enquiry_stood: { asker: stands, followers: stands, owner: stands },
  enquiry_consented: { asker: () => ['Thank you. We write to the owner for you, and pass on what you said we may.'] },
  enquiry_declined: {
    asker: () => ['We do not write to the owner. The question is closed.', ADVICE.outside],
    followers: () => ['The question is closed.', ADVICE.outside],
  },
  enquiry_introduced: {
    asker: ({ outcome }) => [
      'We have written to the owner.',
      ...said(outcome),
      'If they write to you, go on with them as you like.',
    ],
  },
  enquiry_lapsed: {
    asker: lapsed,
    followers: () => ['The question is closed without an answer. You can ask it yourself.'],
  },
  enquiry_looked_again: { asker: () => ['We are looking again.'] },
  enquiry_closed: { asker: closed, followers: closed },
  enquiry_withdrawn: {
    asker: () => ['You have taken your question back. Thank you for telling us.'],
    followers: () => ['Whoever asked has taken the question back. You can ask it yourself.'],
  },
  enquiry_date_moved: {
    asker: () => ['The calendar of holidays has changed, so a day has moved.'],
    owner: () => ['The calendar of holidays has changed, so a day has moved.'],
  },
  // Seen on the page: nobody waits for it.
  enquiry_source_checked: nobody,
  enquiry_followed: nobody,
  enquiry_unfollowed: nobody,
  enquiry_photo_added: nobody,
  enquiry_reworded: nobody,
};

/** The mail about one fact for one kind of reader; null where they are not told. */
export function enquiryMail(kind: EnquiryFactKind, audience: Audience, told: EnquiryTold): MailText | null {
  const sentences = MAILS[kind][audience];
  if (!sentences) return null;
  return {
    kind: `${kind}_${audience}`,
    subject: `${SUBJECTS[kind] ?? 'Whose is this?'}: ${told.place}`,
    caseNumber: told.number,
    paragraphs: [
      `This is about: ${told.place}.`,
      ...sentences(told),
      [told.standing, told.silence].filter((part) => part !== '').join(' '),
    ],
    action: { label: 'See the question', url: told.url },
  };
}

const SUBJECTS: Partial<Record<EnquiryFactKind, string>> = {
  enquiry_confirmed: 'Owner found',
  enquiry_outside: 'Owner found',
  enquiry_parked: 'Nobody found yet',
  enquiry_presumed: 'Counts as owned',
  enquiry_closed: 'Closed',
};

const said = (outcome: string): string[] => (outcome === '' ? [] : [outcome]);
