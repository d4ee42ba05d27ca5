import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { InterestFactKind } from './interest-facts.ts';

/** For whom a mail is: whoever is interested, the owner (where it has nobody here, the brokers), the monitoring officer. */
export const INTEREST_AUDIENCES = ['asker', 'owner', 'officers'] as const;
export type InterestAudience = (typeof INTEREST_AUDIENCES)[number];
/** What a mail may tell of. */
export type InterestTold = {
  number: string;
  place: string;
  idea: string;
  facts: string;
  costs: string;
  hazards: string;
  outcome: string;
  times: readonly string[];
  /** Whose turn it is, what is next and by when, and what silence does. */
  standing: string;
  url: string;
};
/** What a mail about a time may tell of: where to come is for those who have a place in it, and nobody else. */
export type ViewingTold = InterestTold & {
  time: string;
  meeting: string;
  people: number;
  reason: string;
};
type Sentences = (told: InterestTold) => readonly string[];
type PlaceSentences = (told: ViewingTold) => readonly string[];
const nobody: Partial<Record<InterestAudience, Sentences>> = {};

const answered: Sentences = ({ facts, costs, hazards }) => [
  `The place: ${facts}`,
  `What it costs to run: ${costs}`,
  `What is dangerous: ${hazards}`,
];

/** Who is told of what about an interest, and in which words: each kind of fact has a row, so that none is forgotten. */
export const INTEREST_MAILS: Record<InterestFactKind, Partial<Record<InterestAudience, Sentences>>> = {
  interest_registered: {
    asker: ({ idea }) => [
      'We have your interest in this place. You need no group and no constitution for it.',
      `What you would like to do there: ${idea}`,
    ],
    owner: ({ idea }) => [
      'Somebody would like to use this place, and asks to be told of it and to see it.',
      `What they would like to do there: ${idea}`,
      'Please say what the place is, what it costs to run and what is dangerous there.',
    ],
  },
  interest_answered: { asker: (told) => ['You have an answer about this place.', ...answered(told)] },
  interest_declined: {
    asker: ({ outcome }) => ['This place cannot be used as you asked.', outcome],
  },
  interest_chased: {
    asker: () => ['Nobody has answered you in time. We are sorry. We have asked the monitoring officer.'],
    owner: () => ['You did not answer in time, so the monitoring officer is asked. You can still answer.'],
    officers: () => ['Nobody has answered somebody who is interested in this place. Please get the answer.'],
  },
  interest_answered_by_register: {
    asker: (told) => [
      'Nobody has answered you in time. This is what the register shows, and your interest goes on.',
      ...answered(told),
    ],
    owner: () => ['Nobody answered in time. What the register shows stands as your answer.'],
  },
  interest_times_offered: {
    asker: ({ times }) => [
      'You can see the place at these times:',
      ...times,
      'Choose one on its page. Where to come is told to those who have a place.',
    ],
  },
  interest_viewing_chased: {
    asker: () => ['No time to see the place was offered in time. We have asked the monitoring officer.'],
    owner: () => ['No time to see the place was offered in time, so the monitoring officer is asked.'],
    officers: () => ['No time was offered at which this place can be seen. Please see to it.'],
  },
  interest_left_unseen: {
    asker: () => [
      'Nobody offered a time to see the place. We are sorry.',
      'You can ask for it without having seen it: that is not held against you.',
    ],
    owner: () => ['No time to see the place was offered. It can be asked for without, and you can still offer one.'],
  },
  interest_times_lost: {
    asker: () => ['No time to see the place is left. The owner is asked to offer others.'],
    owner: () => ['No time to see the place is left, and somebody still wants to see it. Please offer others.'],
  },
  interest_seen: {
    asker: () => [
      'You have seen the place. How was it?',
      'Write down in a few lines what you saw: it can show what you say when you ask for the place.',
    ],
  },
  interest_closed: { asker: () => ['Your interest is closed. You can register one again at any time.'] },
  interest_withdrawn: { asker: () => ['You have taken your interest back. Thank you for telling us.'] },
  interest_date_moved: { asker: () => ['The calendar of holidays has changed, so a day has moved.'] },
  // Seen on the page by whoever did it: nobody waits for it.
  interest_noted: nobody,
  interest_note_used: nobody,
  viewing_came_noted: nobody,
  // Each interest that it concerns has a fact of its own.
  viewing_offered: nobody,
  // Told to those who have a place, below.
  viewing_changed: nobody,
  viewing_cancelled: nobody,
  viewing_place_taken: nobody,
  viewing_place_given_back: nobody,
};

/** What those who have a place in a time are told, with a calendar file. */
export const PLACE_MAILS = {
  viewing_place_taken: ({ time, meeting, people }) => [
    `You have a place: ${time}${people > 1 ? `, for ${people} of you` : ''}.`,
    `Where to come: ${meeting}`,
    'Please do not pass on where it is: the place stands empty.',
    'If you cannot come, give the place back on the page, so that somebody else can see it.',
  ],
  viewing_changed: ({ time, meeting, reason }) => [
    `The time to see the place has changed. It is now: ${time}.`,
    `Where to come: ${meeting}`,
    `Why: ${reason}`,
    'Your place is kept. If you cannot come then, give it back on the page.',
  ],
  viewing_cancelled: ({ time, reason }) => [
    `The time to see the place is cancelled: ${time}.`,
    `Why: ${reason}`,
    'You can choose another time on the page, if there is one.',
  ],
  viewing_place_given_back: ({ time }) => [`You have given your place back: ${time}.`],
} satisfies Partial<Record<InterestFactKind, PlaceSentences>>;
export type PlaceFactKind = keyof typeof PLACE_MAILS;

const mailOf = (kind: string, told: InterestTold, paragraphs: readonly string[]): MailText => ({
  kind,
  subject: `To see and use: ${told.place}`,
  caseNumber: told.number,
  paragraphs: [...paragraphs, ...(told.standing === '' ? [] : [told.standing])],
  action: { label: 'Open its page', url: told.url },
});

/** The mail about one fact for one kind of reader; null where they are not told. */
export function interestMail(kind: InterestFactKind, audience: InterestAudience, told: InterestTold): MailText | null {
  const sentences = INTEREST_MAILS[kind][audience];
  return sentences ? mailOf(`${kind}_${audience}`, told, [`This is about: ${told.place}.`, ...sentences(told)]) : null;
}

/** The mail to somebody who has a place. */
export const placeMail = (kind: PlaceFactKind, told: ViewingTold): MailText =>
  mailOf(kind, told, [`This is about: ${told.place}.`, ...PLACE_MAILS[kind](told)]);
