import type { DocumentKind, GroupDocument } from './document-contract.ts';
import type { GroupPerson, GroupRole } from './group-contract.ts';
import type { Missing } from './missing-contract.ts';

/** From so many days before its last day a paper counts as running out. */
const RUNS_OUT_SOON_DAYS = 30;

type State = {
  people: readonly Pick<GroupPerson, 'role'>[];
  invited: readonly { role: GroupRole }[];
  handover: object | null;
  documents: readonly Pick<GroupDocument, 'id' | 'kind' | 'state' | 'expiresOn' | 'supersededAt'>[];
  today: string;
};

/** What a group still has to do or should know of. Papers that were never asked for are not missing. */
export function missingIn({ people, invited, handover, documents, today }: State): Missing[] {
  const missing: Missing[] = [];
  if (handover) missing.push({ what: 'handover' });
  if (!people.some(({ role }) => role === 'group_deputy'))
    missing.push({ what: invited.some(({ role }) => role === 'group_deputy') ? 'deputy_invited' : 'deputy' });
  const current = documents.filter(({ supersededAt }) => supersededAt === null);
  for (const kind of new Set(current.map((document) => document.kind)))
    missing.push(...missingOf(kind, current, today));
  return missing;
}

/** A version that waits settles what is wrong with the one in force: then it is the broker's turn. */
function missingOf(kind: DocumentKind, current: State['documents'], today: string): Missing[] {
  const in_ = (state: GroupDocument['state']) =>
    current.find((document) => document.kind === kind && document.state === state);
  const [waiting, accepted, refused] = [in_('waiting'), in_('accepted'), in_('not_accepted')];
  const found: Missing[] = [];
  if (waiting) return [{ what: 'document_waiting', kind, documentId: waiting.id }];
  if (refused) found.push({ what: 'document_refused', kind, documentId: refused.id });
  if (accepted?.expiresOn && accepted.expiresOn < today)
    found.push({ what: 'document_expired', kind, documentId: accepted.id, due: accepted.expiresOn });
  else if (accepted?.expiresOn && accepted.expiresOn <= daysLater(today, RUNS_OUT_SOON_DAYS))
    found.push({ what: 'document_expiring', kind, documentId: accepted.id, due: accepted.expiresOn });
  return found;
}

/** Whether something waits for the group's own people, not for somebody else. */
export const isTheirTurn = ({ what }: Missing): boolean =>
  what !== 'deputy_invited' && what !== 'document_waiting' && what !== 'handover';

/** Whether somebody may end another's part: the lead anybody's, a deputy a member's; one's own part is left, not ended. */
export function mayEnd(
  actor: Pick<GroupPerson, 'role' | 'personId'>,
  other: Pick<GroupPerson, 'role' | 'personId'>,
): boolean {
  if (actor.personId === other.personId || other.role === 'group_lead') return false;
  return actor.role === 'group_lead' || (actor.role === 'group_deputy' && other.role === 'group_member');
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
