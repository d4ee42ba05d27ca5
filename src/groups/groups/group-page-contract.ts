import type { Step } from '../../ground/cases/standing-contract.ts';
import type { GroupDocument } from './document-contract.ts';
import type { Group, GroupPerson, GroupRole } from './group-contract.ts';
import type { HistoryLine } from './history-contract.ts';
import type { Invitation } from './membership-contract.ts';
import type { Missing } from './missing-contract.ts';

/** Everything about a group, for its own page; the page shows each viewer what is theirs. */
export type GroupState = {
  group: Group;
  area: { id: string; slug: string; name: string };
  people: GroupPerson[];
  /** How to reach a lead without an e-mail address; for officers. */
  leadContact: { telephone: string | null; postalAddress: string | null } | null;
  registeredByName: string | null;
  invitations: Pick<Invitation, 'id' | 'email' | 'role' | 'expiresAt'>[];
  handover: { toPerson: string; toName: string } | null;
  /** Current versions, every kind. */
  documents: GroupDocument[];
  missing: Missing[];
  history: HistoryLine[];
  today: string;
};

/** What is next for something of a group’s: what it is about, and where it is seen to. */
export type GroupStep = { about: string; href: string; step: Step };

/** What the person who looks at a group's page may do there. */
export type GroupViewer = {
  personId: string;
  role: GroupRole | null;
  may: Readonly<Record<'edit' | 'invite' | 'handOver' | 'readDocuments' | 'check' | 'assist', boolean>>;
};

/** What of groups stands on a person's own page. */
export type GroupsAtHome = {
  groups: { id: string; name: string; role: string }[];
  waiting: { text: string; href: string; due: string | null }[];
};
