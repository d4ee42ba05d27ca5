import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { ReactionTable } from '../../kernel/reactions.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { PartnerTellingDeps } from './partner-deps.ts';
import type { PartnerFactKind } from './partner-facts.ts';
import { partnerMail } from './partner-words.ts';

/** What follows when a group that was asked answers or leaves: those who lead the proposal are told. */
export function partnerReactions({ baseUrl, proposals, placeOf, groups, tell }: PartnerTellingDeps) {
  return {
    // Told by the mail with the link, which is part of the act.
    partner_asked: [],
    partner_taken_back: [],
    partner_joined: [lead],
    partner_declined: [lead],
    partner_left: [lead],
  } satisfies ReactionTable;

  async function lead(unit: UnitOfWork, { kind, subjectId, after }: Fact): Promise<void> {
    const proposal = await proposals.byId(unit.trx, subjectId);
    if (!proposal) return;
    const { groupId } = after as { groupId: string | null };
    const group = groupId === null ? undefined : await groups.byId(unit.trx, groupId);
    const mail = partnerMail(kind as PartnerFactKind, {
      lead: '',
      group: group ? outsideName(group) : 'A group',
      place: (await placeOf(unit.trx, proposal.assetId)).place,
      number: proposal.number,
      url: `${baseUrl}/proposals/${proposal.id}${proposal.state === 'draft' ? '/partners' : ''}`,
    });
    if (!mail) return;
    for (const { personId, email, role } of await groups.people(unit.trx, proposal.groupId))
      if (role !== 'group_member')
        await tell(unit, { id: proposal.groupId, areaId: proposal.areaId }, { personId, email }, mail);
  }
}
