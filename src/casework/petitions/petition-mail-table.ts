import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Petition } from './petition-contract.ts';
import type { PetitionFactKind } from './petition-facts.ts';
import { REASON_WORDS, SAME_RIGHT, signatures, stillToDo } from './petition-words.ts';

export const PETITION_AUDIENCES = ['group', 'counters', 'councillors', 'brokers'] as const;
export type PetitionAudience = (typeof PETITION_AUDIENCES)[number];
/** What a mail of a petition may tell of; never who has signed. */
export type PetitionTold = {
  petition: Petition;
  place: string;
  group: string;
  sponsorNeeds: number;
  url: string;
};
type Sentences = (told: PetitionTold) => string[];
type Row = { subject: string } & Partial<Record<PetitionAudience, Sentences>>;

const opened =
  (first: string): Sentences =>
  ({ petition }) => [
    `${first} Your petition is open until the end of ${dateWords(petition.closesOn ?? '')}. It needs ${petition.threshold} valid signatures, or a councillor who sponsors it in writing and fewer.`,
    'On its page is a sheet to print for those who would rather sign on paper. Hand sheets in at any time: they count by the day on which they come in.',
  ];
const councillors: Sentences = ({ group, place, petition, sponsorNeeds }) => [
  `${group} gathers signatures for ${place}. If you sponsor the petition in writing, ${sponsorNeeds} signatures are as good as ${petition.threshold}.`,
];
const enough: Sentences = ({ petition }) => [
  `${signatures(petition.valid ?? 0)} are valid. Enough have signed. ${SAME_RIGHT} Send your proposal by ${dateWords(petition.dueOn ?? '')}, if you have not yet.`,
];
const short: Sentences = ({ petition, sponsorNeeds }) => [
  `${signatures(petition.valid ?? 0)} ${petition.valid === 1 ? 'is' : 'are'} valid; ${petition.threshold} are needed, and no councillor sponsors the petition.`,
  stillToDo({ valid: petition.valid ?? 0, sponsorNeeds }),
];
const shortRow: Row = {
  subject: 'Too few have signed: what can still be done',
  group: short,
  councillors: (told) => [`The petition of ${told.group} for ${told.place} is counted.`, ...short(told)],
  brokers: (told) => [`The petition of ${told.group} for ${told.place} is counted.`, ...short(told)],
};
const enoughRow: Row = {
  subject: 'Enough have signed',
  group: enough,
  brokers: ({ group, place }) => [`Enough neighbours have signed the petition of ${group} for ${place}. ${SAME_RIGHT}`],
};
const toCheck: Sentences = ({ group, place, petition }) => [
  `${group} would like to gather signatures for ${place}: “${petition.wording}”`,
  `Check the wording by ${dateWords(petition.dueOn ?? '')}. If nobody does, it is published as it is.`,
];

/** Who is told of what happens to a petition. Null where nobody is: what becomes of signatures is seen on its page alone. */
export const PETITION_MAILS: Record<PetitionFactKind, Row | null> = {
  petition_begun: { subject: 'The wording of a petition to check', counters: toCheck },
  petition_sent_again: { subject: 'The wording of a petition to check', counters: toCheck },
  petition_opened: { subject: 'Your petition is open', group: opened('The wording was checked.'), councillors },
  petition_opened_by_silence: {
    subject: 'Your petition is open',
    group: opened('Nobody checked the wording in time, so it is published as you wrote it.'),
    councillors,
  },
  petition_turned_back: {
    subject: 'Put the wording of your petition differently',
    group: ({ petition }) => [
      `The wording of your petition was turned back, because ${REASON_WORDS[petition.turnedBackFor ?? 'unclear']}.`,
      ...(petition.reasons === '' ? [] : [petition.reasons]),
      `Put it differently by ${dateWords(petition.dueOn ?? '')}.`,
    ],
  },
  petition_dropped: {
    subject: 'Your petition is closed',
    group: () => ['The wording was not put right in time, so the petition is closed. You can begin another one.'],
  },
  petition_closed: {
    subject: 'The time for signing is over',
    group: () => ['The time for signing is over. The signatures are being verified.'],
    counters: ({ place, petition }) => [
      `The petition for ${place} is closed. Verify its signatures by ${dateWords(petition.dueOn ?? '')}. If nobody does, the count stands as it is.`,
    ],
  },
  petition_verified: enoughRow,
  petition_counted_alone: enoughRow,
  petition_sponsor_counts: enoughRow,
  petition_short: shortRow,
  petition_short_alone: shortRow,
  petition_sponsored: {
    subject: 'A councillor sponsors your petition',
    group: ({ petition, sponsorNeeds }) => [
      `A councillor sponsors your petition: “${petition.sponsorWords}” With that, ${sponsorNeeds} signatures are as good as ${petition.threshold}.`,
    ],
  },
  petition_lodged: null,
  petition_ended: null,
  petition_lapsed: {
    subject: 'The signatures have lapsed',
    group: () => ['No proposal came in time, so the signatures have lapsed. Whoever has signed is told.'],
  },
  petition_withdrawn: {
    subject: 'Your petition is taken back',
    group: () => ['Your petition is taken back. Whoever has signed is told.'],
  },
  signature_by_telephone: null,
  sheet_typed: null,
  sheet_typed_again: null,
  sheet_settled: null,
  signatures_struck: null,
  strike_undone: null,
  strike_redone: null,
  double_judged: null,
};

export function petitionMail(kind: PetitionFactKind, audience: PetitionAudience, told: PetitionTold): MailText | null {
  const row = PETITION_MAILS[kind];
  const sentences = row?.[audience];
  return row && sentences
    ? {
        kind: `${kind}_${audience}`,
        subject: `${row.subject}: ${told.place}`,
        caseNumber: told.petition.number,
        paragraphs: sentences(told),
        action: { label: 'See the petition', url: told.url },
      }
    : null;
}
