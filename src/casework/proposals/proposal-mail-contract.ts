/** For whom a mail is. */
export const AUDIENCES = [
  'group',
  'partners',
  'owner',
  'brokers',
  'scorers',
  'decision_officers',
  'monitoring_officers',
  'democratic_services',
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
  /** The group that leads, without those that ask together with it. */
  lead: string;
  use: string;
  owner: string | null;
  /** In the words of officers, for the group: what is missing. */
  missing: string;
  reasons: string;
  /** What everybody reads of this fact. */
  more: string;
  byClock: boolean;
  /** Whether the owner’s silence after a pass is a yes. */
  silenceGrants: boolean;
  /** Whether the clock stands still now. */
  paused: boolean;
  /** Where a day has moved: the one before and the one now. */
  moved: string;
  /** Whose turn it is, what is next and by when, to whoever gets it. */
  standing: string;
  /** What silence does then. */
  silence: string;
  url: string;
};
export type Sentences = (told: ProposalTold) => readonly string[];

/** What is told of one kind of fact: its subject, and sentences for each kind of reader that is told. */
export type MailRow = { subject: string } & Partial<Record<Audience, Sentences>>;
