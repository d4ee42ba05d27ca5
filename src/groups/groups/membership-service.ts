import type { FactKind } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { outsideName, type Group, type GroupPerson } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { handedOverMail, handoverMail, partEndedMail } from './group-mail-words.ts';
import type { Post } from './group-telling.ts';
import { mayEnd } from './group-rules.ts';
import { lockedGroup } from './invitation-service.ts';
import { handoversOn } from './membership-store.ts';

type Deps = Pick<GroupDeps, 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'baseUrl'> & { post: Post };
type Scene = { unit: UnitOfWork; group: Group; everybody: GroupPerson[]; me: GroupPerson };

/** People's parts in a group: leaving, ending, and handing over the lead. */
export function membershipService({ clock, newId, inOneTransaction, people, baseUrl, post }: Deps) {
  return {
    /** @throws Problem 409 for the lead, who hands over first */
    leave: (who: Who, groupId: string): Promise<void> =>
      inGroup(who, groupId, async ({ unit, group, me }) => {
        if (me.role === 'group_lead')
          throw new Problem(
            409,
            'Hand over the lead first',
            'You lead this group. Hand over the lead to somebody else in it; when they have accepted, you can leave.',
          );
        await people.endRole(unit, me.rightId, group, who.personId);
        await endHandoverTo(unit, group, who.personId);
        note(unit, group, who, 'part_left');
      }),

    /** @throws Problem 404 for a part that one may not end */
    endPart: (who: Who, groupId: string, personId: string): Promise<void> =>
      inGroup(who, groupId, async ({ unit, group, everybody, me }) => {
        const other = everybody.find((one) => one.personId === personId);
        if (!other || !mayEnd(me, other)) throw notFound('person');
        await people.endRole(unit, other.rightId, group, who.personId);
        await endHandoverTo(unit, group, personId);
        note(unit, group, who, 'part_ended', { personId });
        await post(unit, group, other, partEndedMail(outsideName(group)));
      }),

    /** The lead asks somebody in the group to take over. Nothing changes until they accept. */
    askToLead: (who: Who, groupId: string, personId: string): Promise<void> =>
      inGroup(who, groupId, async ({ unit, group, everybody, me }) => {
        const next = everybody.find((one) => one.personId === personId && one.personId !== who.personId);
        if (me.role !== 'group_lead') throw notFound('group');
        if (!next)
          throw invalid([
            { field: 'person', message: 'Choose somebody who is in the group. Invite them first if they are not.' },
          ]);
        const handovers = handoversOn(unit.trx);
        const open = await handovers.openOf(groupId);
        if (open?.toPerson === personId) return;
        if (open) await handovers.end(open.id, 'withdrawn', clock());
        await handovers.add({
          id: newId(),
          groupId,
          fromPerson: who.personId,
          toPerson: personId,
          createdAt: clock().toISOString(),
        });
        note(unit, group, who, 'handover_asked', { to: personId });
        await post(
          unit,
          group,
          next,
          handoverMail(who.name || 'The lead', outsideName(group), `${baseUrl}/groups/${groupId}/lead`),
        );
      }),

    withdrawHandover: (who: Who, groupId: string): Promise<void> =>
      inGroup(who, groupId, async ({ unit, group }) => {
        await endOpen(unit, group, 'withdrawn', null);
        note(unit, group, who, 'handover_withdrawn');
      }),

    declineLead: (who: Who, groupId: string): Promise<void> =>
      inGroup(who, groupId, async ({ unit, group }) => {
        await endOpen(unit, group, 'declined', who.personId);
        note(unit, group, who, 'handover_declined');
      }),

    /** The one who was asked accepts: they lead from now on, and who led before is a member. */
    acceptLead: (who: Who, groupId: string): Promise<void> =>
      inGroup(who, groupId, async ({ unit, group, everybody, me }) => {
        const lead = everybody.find(({ role }) => role === 'group_lead');
        if (lead?.personId === who.personId) return;
        await endOpen(unit, group, 'accepted', who.personId);
        if (lead) await people.endRole(unit, lead.rightId, group, who.personId);
        await people.endRole(unit, me.rightId, group, who.personId);
        await people.giveRole(unit, who.personId, 'group_lead', group, who.personId);
        if (!lead) return;
        await people.giveRole(unit, lead.personId, 'group_member', group, who.personId);
        await post(
          unit,
          group,
          lead,
          handedOverMail(who.name || 'Somebody', outsideName(group), `${baseUrl}/groups/${groupId}`),
        );
      }),
  };

  /** Does something in a group as one of its people, alone: what others do to the group waits. */
  function inGroup(who: Who, groupId: string, work: (scene: Scene) => Promise<void>): Promise<void> {
    return inOneTransaction(async (unit) => {
      const group = await lockedGroup(groupId, unit.trx);
      const everybody = await people.inGroup(unit.trx, groupId);
      const me = everybody.find(({ personId }) => personId === who.personId);
      if (!me) throw notFound('group');
      await work({ unit, group, everybody, me });
    });
  }

  async function endOpen(
    { trx }: UnitOfWork,
    group: Group,
    outcome: 'accepted' | 'declined' | 'withdrawn',
    by: string | null,
  ): Promise<void> {
    const open = await handoversOn(trx).openOf(group.id);
    if (!open || (by !== null && open.toPerson !== by) || !(await handoversOn(trx).end(open.id, outcome, clock())))
      throw conflict('The lead is not being handed over any more. Look at the group’s page for how it stands.');
  }

  async function endHandoverTo({ trx }: UnitOfWork, group: Group, personId: string): Promise<void> {
    const open = await handoversOn(trx).openOf(group.id);
    if (open?.toPerson === personId) await handoversOn(trx).end(open.id, 'withdrawn', clock());
  }
}

function note(
  { record }: UnitOfWork,
  group: Group,
  who: Who,
  kind: FactKind,
  after: Record<string, unknown> | null = null,
): void {
  record({ kind, areaId: group.areaId, subjectKind: 'group', subjectId: group.id, actor: who.personId, after });
}
