import type { Party, Standing } from '../../ground/cases/standing-contract.ts';
import type { ActName, Who } from '../../ground/people/role-contract.ts';
import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { AskedOne } from '../../groups/benefit-test/case-test-contract.ts';
import type { Evidence } from '../../groups/benefit-test/evidence-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Pause, WorkedOut } from '../clocks/clock-contract.ts';
import type { PublicPause } from '../pauses/pause-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import type { Proposal } from './proposal-contract.ts';
import type { SignPhoto } from './sign-photo-contract.ts';
import type { PlanDraft, Task } from './proposal-task-contract.ts';

/** A proposal as everybody may read it: no person, and no more of its place than the register says. */
export type PublicProposal = Pick<
  Proposal,
  | 'id'
  | 'number'
  | 'use'
  | 'starts'
  | 'ends'
  | 'state'
  | 'stateOn'
  | 'receivedOn'
  | 'completeOn'
  | 'deemedComplete'
  | 'commentsUntil'
  | 'path'
  | 'hearing'
  | 'assessedOn'
  | 'hearingOn'
  | 'silenceGrants'
  | 'outcome'
  | 'resultOn'
  | 'provisional'
  | 'extensionDays'
  | 'extensionReason'
  | 'grantKind'
  | 'decidedOn'
  | 'grantedFrom'
  | 'grantedUntil'
  | 'reasons'
  | 'endedOn'
  | 'handOffs'
  | 'dueOn'
  | 'pausedBy'
  | 'pausedUntil'
> & {
  area: { id: string; slug: string; name: string; timeZone: string };
  /** The place on the register, as everybody sees it; null once it has left. */
  asset: PublicAsset | null;
  place: string;
  ward: string | null;
  group: { id: string; name: string };
  /** Who answers, and whether it has joined the compact: if not, all this is advice. */
  owner: { id: string; name: string; joined: boolean } | null;
  /** The question whose the place is, where one had to be asked. */
  enquiry: { id: string; dueOn: Day | null } | null;
  standing: Standing;
  /** How the day was worked out; null for what is over. */
  howDue: WorkedOut | null;
  result: ExplainedResult | null;
  /** Every time in which its clock stood still, or stands, and what was asked to be corrected. */
  pauses: readonly PublicPause[];
  signPhotos: readonly SignPhoto[];
  history: readonly { on: Day; text: string }[];
};

/** A form of the page that is shown again, by the last part of its address. */
export type AgainForm = {
  of: string;
  form: { values: Readonly<Record<string, unknown>>; mistakes: readonly { field: string; message: string }[] };
};

/**
 * What the parts of the page work with, read once for all of them: the proposal as it is kept, and what its days are counted with. Not for
 * showing as it is.
 */
export type ProposalBehind = {
  kept: Proposal;
  counting: { terms: CaseTerms; daysOff: ReadonlySet<Day>; pauses: readonly Pause[] };
};

/** The page of a proposal as whoever looks at it may see it. */
export type ProposalShown = {
  proposal: PublicProposal;
  behind: ProposalBehind;
  who: Who | null;
  /** On which side of the case they are; null for everybody else. */
  party: Party | null;
  may(act: ActName): boolean;
  today: Day;
  again: AgainForm | null;
  /** Stands for the forms of this page: the same sending twice is once. */
  submission: string;
};

/** What only the group and officers see. */
export type PrivateProposal = Pick<Proposal, 'missing' | 'channel' | 'readBack' | 'testId' | 'officerId'> & {
  officer: string | null;
};

/** The draft of a group, with what is still to be done. */
export type DraftPage = {
  proposal: PublicProposal;
  testId: string;
  missing: string;
  tasks: readonly Task[];
  /** What a building asks for beside: each part as it was answered. */
  plan: PlanDraft['rows'];
  /** Questions of the test with the answers so far and what shows them, and where each is changed: `root`, with its id behind it. */
  questions: { root: string; asked: readonly AskedOne[]; evidence: readonly Evidence[] };
  /** If it is sent complete today. */
  dates: { comments: Day; scored: Day; hearing: Day | null; silence: Day };
  today: Day;
  /** An officer types for the group. */
  assisted: boolean;
  rival: string | null;
};

/** One line of a list of proposals. */
export type ProposalLine = Pick<
  PublicProposal,
  'id' | 'number' | 'place' | 'ward' | 'state' | 'starts' | 'ends' | 'dueOn' | 'endedOn' | 'receivedOn' | 'standing'
> & {
  group: string;
  groupId: string;
  ownerId: string | null;
};
