import { countAttempt } from '../../kernel/limits.ts';
import { conflict, invalid, notFound, Problem } from '../../kernel/problem.ts';
import { hashOf, newToken } from '../../kernel/secrets.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { outsideName, type Group, type GroupPerson } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { invitationMail } from './group-mail-words.ts';
import { groupsOn } from './group-store.ts';
import type { Invitation, Invite } from './membership-contract.ts';
import { invitationsOn } from './membership-store.ts';

type Deps = Pick<GroupDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'mails' | 'baseUrl'>;

const LASTS_MS = 14 * 24 * 3_600_000;
const LIMITS = {
  person: { name: 'invite-by', most: 30, minutes: 24 * 60 },
  address: { name: 'invite-to', most: 5, minutes: 24 * 60 },
};

/** Asking people into a group by e-mail. Nothing here tells whether an address has an account. */
export function invitationService({ db, clock, newId, inOneTransaction, people, mails, baseUrl }: Deps) {
  return {
    async invite(who: Who, groupId: string, { email, role }: Invite): Promise<Invitation> {
      await countAttempt(db, clock, LIMITS.person, who.personId);
      await countAttempt(db, clock, LIMITS.address, hashOf(email));
      const [token, now] = [newToken(), clock()];
      const invitation: Invitation = {
        id: newId(),
        email,
        role,
        groupId,
        invitedBy: who.personId,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + LASTS_MS).toISOString(),
        acceptedAt: null,
        withdrawnAt: null,
      };
      await inOneTransaction(async ({ trx, record }) => {
        const group = await lockedGroup(groupId, trx);
        const part = (await people.inGroup(trx, groupId)).find((one) => one.email === email);
        if (part && !mayBecome(part, role))
          throw invalid([{ field: 'email', message: `${part.name || 'This person'} is in the group already.` }]);
        await invitationsOn(trx).withdrawFor(email, groupId, now);
        await invitationsOn(trx).add(invitation, hashOf(token));
        // The address stays out of the record: facts are for ever, and this person has not agreed to anything yet.
        record({
          kind: 'person_invited',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          after: { invitationId: invitation.id, role },
        });
        await mails.write(trx, {
          to: email,
          ...invitationMail({
            by: who.name || 'Somebody',
            group: outsideName(group),
            role,
            url: `${baseUrl}/groups/join/${token}`,
            until: invitation.expiresAt,
          }),
        });
      });
      return invitation;
    },

    async withdraw(who: Who, groupId: string, invitationId: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const group = await lockedGroup(groupId, trx);
        if (!(await invitationsOn(trx).withdraw(invitationId, groupId, clock())))
          throw conflict('This invitation has been answered or withdrawn, or it has run out.');
        record({
          kind: 'invitation_withdrawn',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          after: { invitationId },
        });
      });
    },

    /**
     * The invitation behind a link, or, by its id, one to the address of somebody who is signed in.
     * @throws Problem 404 when there is none, 410 when it can be used no more
     */
    async open(key: string, who: Who | null): Promise<{ invitation: Invitation; group: Group; by: string }> {
      const invitation = await behind(key, who);
      if (!invitation) throw notFound('invitation');
      if (invitation.acceptedAt || invitation.withdrawnAt || invitation.expiresAt <= clock().toISOString())
        throw usedUp();
      const group = await groupsOn(db).byId(invitation.groupId);
      if (!group) throw notFound('invitation');
      return {
        invitation,
        group,
        by: (await people.names(db, [invitation.invitedBy])).get(invitation.invitedBy) || 'Somebody in the group',
      };
    },

    /** Somebody who is signed in accepts. Of several at once one gets in; doing it twice leads to the same place. */
    async accept(who: Who, key: string, adult: boolean): Promise<Group> {
      const invitation = await behind(key, who);
      if (!invitation) throw notFound('invitation');
      if (invitation.role === 'group_deputy' && !adult)
        throw invalid([
          { field: 'adult', message: 'Confirm that you are 18 or over, or ask to be invited as a member.' },
        ]);
      return inOneTransaction(async (unit) => {
        const group = await lockedGroup(invitation.groupId, unit.trx);
        const part = (await people.inGroup(unit.trx, group.id)).find(({ personId }) => personId === who.personId);
        if (!(await invitationsOn(unit.trx).accept(invitation.id, clock()))) {
          const used = await invitationsOn(unit.trx).byId(invitation.id);
          if (part && used?.acceptedAt) return group;
          throw usedUp();
        }
        if (part && !mayBecome(part, invitation.role)) throw conflict('You are in this group already.');
        if (part) await people.endRole(unit, part.rightId, group, who.personId);
        unit.record({
          kind: 'invitation_accepted',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: group.id,
          actor: who.personId,
          after: { invitationId: invitation.id, adult },
        });
        await people.giveRole(unit, who.personId, invitation.role, group, who.personId);
        return group;
      });
    },
  };

  async function behind(key: string, who: Who | null): Promise<Invitation | undefined> {
    const byToken = await invitationsOn(db).byToken(hashOf(key));
    if (byToken || !who?.email) return byToken;
    const byId = await invitationsOn(db).byId(key);
    return byId?.email === who.email ? byId : undefined;
  }
}

/** A member may become deputy; nobody is invited into what they are, and the lead hands over instead. */
const mayBecome = ({ role }: GroupPerson, asked: Invite['role']): boolean =>
  role === 'group_member' && asked === 'group_deputy';

const usedUp = (): Problem =>
  new Problem(
    410,
    'This invitation cannot be used',
    'It was used, taken back, or it is older than 14 days. Ask the person who invited you to send a new one.',
  );

/** Takes the group for this transaction. @throws Problem 404 where there is none, or it is closed */
export async function lockedGroup(groupId: string, trx: Parameters<typeof groupsOn>[0]): Promise<Group> {
  const open = await groupsOn(trx).lock(groupId);
  const group = open ? await groupsOn(trx).byId(groupId) : undefined;
  if (!group) throw notFound('group');
  return group;
}
