import type { PostingDeps, Post } from './group-telling.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { invalid, notFound, conflict } from '../../kernel/problem.ts';
import { groupsOn } from './group-store.ts';
import { leadEmailMail } from './group-mail-words.ts';
import { outsideName, type Group } from './group-contract.ts';

/** What helping a group needs. */
export type AssistingDeps = PostingDeps<'db' | 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'baseUrl'>;

/**
 * Adds an e-mail address for a lead who had none. Signing in with a code from that address proves it.
 * Whether the address has an account already stays unsaid: the lead then goes to that account.
 */
export async function addLeadEmail(deps: AssistingDeps, officer: Who, groupId: string, email: string): Promise<void> {
  if (email === officer.email) throw invalid([{ field: 'email', message: 'Enter the lead’s own address, not yours.' }]);
  await deps.inOneTransaction(async (unit) => {
    await groupsOn(unit.trx).lock(groupId);
    const group = await groupsOn(unit.trx).byId(groupId);
    const lead = (await deps.people.inGroup(unit.trx, groupId)).find(({ role }) => role === 'group_lead');
    const person = lead && (await deps.people.byId(unit.trx, lead.personId));
    if (!group || !lead || !person) throw notFound('group');
    if (person.email !== null)
      throw conflict('The lead of this group has an e-mail address already. They can change it themselves.');
    const account = await deps.people.byEmail(unit.trx, email);
    if (account) await moveLead(deps, unit, group, lead.rightId, account.id, officer.personId);
    else await deps.people.change(unit, { ...person, email });
    unit.record({
      kind: 'lead_email_added',
      areaId: group.areaId,
      subjectKind: 'group',
      subjectId: groupId,
      actor: officer.personId,
      onBehalfOf: person.id,
      channel: group.channel,
    });
    await deps.post(
      unit,
      group,
      { personId: account?.id ?? person.id, email },
      leadEmailMail(outsideName(group), `${deps.baseUrl}/groups/${groupId}`),
    );
  });
}

async function moveLead(
  { people }: AssistingDeps,
  unit: Parameters<Post>[0],
  group: Group,
  leadRightId: string,
  to: string,
  actor: string,
): Promise<void> {
  const part = (await people.inGroup(unit.trx, group.id)).find(({ personId }) => personId === to);
  if (part) await people.endRole(unit, part.rightId, group, actor);
  await people.endRole(unit, leadRightId, group, actor);
  await people.giveRole(unit, to, 'group_lead', group, actor);
}
