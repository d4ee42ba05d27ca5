import type { Db } from '../../kernel/database.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BroughtBy } from './assisted-group-contract.ts';
import { NAME_AFTER } from './closing-contract.ts';
import { documentsOn } from './document-store.ts';
import { outsideName } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { closedMail } from './group-mail-words.ts';
import type { Post } from './group-telling.ts';
import { groupsOn } from './group-store.ts';
import { lockedGroup } from './invitation-service.ts';
import { handoversOn, invitationsOn } from './membership-store.ts';

type Deps = Pick<GroupDeps, 'clock' | 'inOneTransaction' | 'people'> & {
  post: Post;
  /** Why a group cannot be closed yet, one sentence each. */
  holdsOn(db: Db, groupId: string): Promise<string[]>;
};

/** Ending a group for good. */
export function closingService({ clock, inOneTransaction, people, holdsOn, post }: Deps) {
  return {
    /**
     * Closes a group: nobody is in it any more, its name and details go at once, its papers with the table of days.
     * What was done stays on the record, where people stand as numbers (Limitation Act 1980: six years).
     * @param brought for whom an officer does it
     * @throws Problem 404 for a group that is closed, 409 while rooms are booked for it or money is to come back
     */
    async close(
      who: Who,
      groupId: string,
      today: string,
      brought: Omit<BroughtBy, 'personId'> | null = null,
    ): Promise<void> {
      if (brought && brought.receivedOn > today)
        throw invalid([
          { field: 'received_on', message: 'Enter the day they got in touch: it cannot be after today.' },
        ]);
      await inOneTransaction(async (unit) => {
        const group = await lockedGroup(groupId, unit.trx);
        const holds = await holdsOn(unit.trx, groupId);
        if (holds.length > 0)
          throw new Problem(
            409,
            'The group cannot be closed yet',
            holds.join(' '),
            holds.map((message) => ({ field: '', message })),
          );
        const everybody = await people.inGroup(unit.trx, groupId);
        const now = clock();
        const lead = everybody.find(({ role }) => role === 'group_lead');
        unit.record({
          kind: 'group_closed',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          onBehalfOf: brought ? (lead?.personId ?? null) : null,
          channel: brought?.channel ?? null,
          after: { people: everybody.length, ...(brought && { receivedOn: brought.receivedOn }) },
        });
        const mail = closedMail(outsideName(group));
        for (const person of everybody) {
          if (person.personId !== who.personId) await post(unit, group, person, mail);
          await people.endRole(unit, person.rightId, group, who.personId);
        }
        const handover = await handoversOn(unit.trx).openOf(groupId);
        if (handover) await handoversOn(unit.trx).end(handover.id, 'withdrawn', now);
        await invitationsOn(unit.trx).withdrawAll(groupId, now);
        await documentsOn(unit.trx).supersedeAll(groupId, now);
        await groupsOn(unit.trx).change({
          ...group,
          name: NAME_AFTER,
          publicName: null,
          purpose: '',
          audience: '',
          telephone: null,
          closedAt: now.toISOString(),
        });
      });
    },
  };
}
export type ClosingService = ReturnType<typeof closingService>;
