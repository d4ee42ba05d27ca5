import type { Db } from '../../kernel/database.ts';
import type { Handover } from './group-contract.ts';
import type { Invitation, InvitedRole } from './membership-contract.ts';

type InvitationRow = {
  id: string;
  token_hash: string;
  email: string;
  role: InvitedRole;
  scope_kind: string;
  scope_id: string;
  ends_on: string | null;
  invited_by: string;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  withdrawn_at: string | null;
};
type HandoverRow = {
  id: string;
  group_id: string;
  from_person: string;
  to_person: string;
  created_at: string;
  ended_at: string | null;
  outcome: string | null;
};

const SCOPE = { scope_kind: 'group' };

/** Invitations into groups. The token is kept hashed: the table lets nobody in. */
export function invitationsOn(db: Db) {
  const open = (now: Date) =>
    db('invitations')
      .where(SCOPE)
      .whereNull('accepted_at')
      .whereNull('withdrawn_at')
      .where('expires_at', '>', now.toISOString());
  return {
    async add(invitation: Invitation, tokenHash: string): Promise<void> {
      await db('invitations').insert({
        ...SCOPE,
        id: invitation.id,
        token_hash: tokenHash,
        email: invitation.email,
        role: invitation.role,
        scope_id: invitation.groupId,
        ends_on: null,
        invited_by: invitation.invitedBy,
        created_at: invitation.createdAt,
        expires_at: invitation.expiresAt,
        accepted_at: null,
        withdrawn_at: null,
      });
    },
    async byToken(tokenHash: string): Promise<Invitation | undefined> {
      const row: InvitationRow | undefined = await db('invitations')
        .where({ ...SCOPE, token_hash: tokenHash })
        .first();
      return row && toInvitation(row);
    },
    async byId(id: string): Promise<Invitation | undefined> {
      const row: InvitationRow | undefined = await db('invitations')
        .where({ ...SCOPE, id })
        .first();
      return row && toInvitation(row);
    },
    async openOf(groupId: string, now: Date): Promise<Invitation[]> {
      return (await open(now).where({ scope_id: groupId }).orderBy('id')).map(toInvitation);
    },
    async openFor(email: string, now: Date): Promise<Invitation[]> {
      return (await open(now).where({ email }).orderBy('id')).map(toInvitation);
    },
    /** Uses an invitation up. Of several at once exactly one gets true. */
    async accept(id: string, now: Date): Promise<boolean> {
      return (await open(now).where({ id }).update({ accepted_at: now.toISOString() })) === 1;
    },
    async withdraw(id: string, groupId: string, now: Date): Promise<boolean> {
      return (await open(now).where({ id, scope_id: groupId }).update({ withdrawn_at: now.toISOString() })) === 1;
    },
    async withdrawAll(groupId: string, now: Date): Promise<void> {
      await open(now).where({ scope_id: groupId }).update({ withdrawn_at: now.toISOString() });
    },
    /** A new invitation takes the place of the ones before it. */
    async withdrawFor(email: string, groupId: string, now: Date): Promise<void> {
      await open(now).where({ email, scope_id: groupId }).update({ withdrawn_at: now.toISOString() });
    },
  };
}

/** Leads on their way from one person to another. */
export function handoversOn(db: Db) {
  return {
    async add(handover: Handover): Promise<void> {
      await db('handovers').insert({
        id: handover.id,
        group_id: handover.groupId,
        from_person: handover.fromPerson,
        to_person: handover.toPerson,
        created_at: handover.createdAt,
        ended_at: null,
        outcome: null,
      });
    },
    async openOf(groupId: string): Promise<Handover | undefined> {
      const row: HandoverRow | undefined = await db('handovers')
        .where({ group_id: groupId })
        .whereNull('ended_at')
        .first();
      return row && toHandover(row);
    },
    async openFor(personId: string): Promise<Handover[]> {
      return (await db('handovers').where({ to_person: personId }).whereNull('ended_at').orderBy('id')).map(toHandover);
    },
    async end(id: string, outcome: 'accepted' | 'declined' | 'withdrawn', now: Date): Promise<boolean> {
      return (
        (await db('handovers').where({ id }).whereNull('ended_at').update({ ended_at: now.toISOString(), outcome })) ===
        1
      );
    },
  };
}

const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  groupId: row.scope_id,
  invitedBy: row.invited_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  withdrawnAt: row.withdrawn_at,
});
const toHandover = (row: HandoverRow): Handover => ({
  id: row.id,
  groupId: row.group_id,
  fromPerson: row.from_person,
  toPerson: row.to_person,
  createdAt: row.created_at,
});
