import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { ProposalFactKind } from './proposal-facts.ts';
import { PROPOSAL_MAILS } from './proposal-mail-table.ts';

/** For whom a mail is. */
export const AUDIENCES = [
  'group',
  'owner',
  'brokers',
  'scorers',
  'decision_officers',
  'monitoring_officers',
  'councillors',
  'panel',
  'reviewers',
  'others_who_write',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a mail may tell of. */
export type ProposalTold = {
  number: string;
  place: string;
  group: string;
  use: string;
  owner: string | null;
  /** In the words of officers, for the group: what is missing. */
  missing: string;
  reasons: string;
  /** What everybody reads of this fact. */
  more: string;
  byClock: boolean;
  /** Whose turn it is, what is next and by when, to whoever gets it. */
  standing: string;
  /** What silence does then. */
  silence: string;
  url: string;
};
export type Sentences = (told: ProposalTold) => readonly string[];

/** The mail about one fact for one kind of reader; null where they are not told. */
export function proposalMail(kind: ProposalFactKind, audience: Audience, told: ProposalTold): MailText | null {
  const row = PROPOSAL_MAILS[kind];
  const sentences = row?.[audience];
  if (!row || !sentences) return null;
  const about =
    audience === 'group'
      ? `This is about your proposal for ${told.place}.`
      : `This is about ${told.place}. ${told.group} asks for it: “${told.use}”`;
  return {
    kind: `${kind}_${audience}`,
    subject: `${row.subject}: ${told.place}`,
    caseNumber: told.number,
    paragraphs: [about, ...sentences(told), [told.standing, told.silence].filter((part) => part !== '').join(' ')],
    action: { label: 'See the proposal', url: told.url },
  };
}
