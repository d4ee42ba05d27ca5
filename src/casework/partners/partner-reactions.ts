import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { ReactionTable } from '../../kernel/reactions.ts';
import type { ProposalBrief } from '../proposals/proposal-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { PartnerTellingDeps } from './partner-deps.ts';
import { partnerMail, type ToldOf } from './partner-words.ts';

/** What follows when a group that was asked answers, leaves, or is taken off: those who did not do it are told. */
export function partnerReactions({ baseUrl, proposals, placeOf, groups, tell }: PartnerTellingDeps) {
  return {
    // Told by the mail with the link, which is part of the act.
    partner_asked: [],
    partner_taken_back: [takenOff],
    partner_joined: [lead],
    partner_declined: [lead],
    partner_left: [lead],
  } satisfies ReactionTable;

  async function lead(unit: UnitOfWork, fact: Fact): Promise<void> {
    const proposal = await proposals.byId(unit.trx, fact.subjectId);
    if (!proposal) return;
    const page = `${baseUrl}/proposals/${proposal.id}${proposal.state === 'draft' ? '/partners' : ''}`;
    await tellGroup(unit, fact, proposal, { to: proposal.groupId, page });
  }

  /** A group that had joined; whoever was only asked finds that the link works no more. */
  async function takenOff(unit: UnitOfWork, fact: Fact): Promise<void> {
    const proposal = await proposals.byId(unit.trx, fact.subjectId);
    const groupId = groupOf(fact);
    if (proposal && groupId !== null)
      await tellGroup(unit, fact, proposal, { to: groupId, page: `${baseUrl}/groups/${groupId}` });
  }

  async function tellGroup(
    unit: UnitOfWork,
    fact: Fact,
    { areaId, assetId }: ProposalBrief,
    { to, page }: { to: string; page: string },
  ): Promise<void> {
    const groupId = groupOf(fact);
    const group = groupId === null ? undefined : await groups.byId(unit.trx, groupId);
    const { place } = await placeOf(unit.trx, assetId);
    const mail = partnerMail(fact.kind as ToldOf, { group: group ? outsideName(group) : 'A group', place, url: page });
    for (const { personId, email, role } of await groups.people(unit.trx, to))
      if (role !== 'group_member') await tell(unit, { id: to, areaId }, { personId, email }, mail);
  }
}

const groupOf = ({ after }: Fact): string | null => (after as { groupId: string | null }).groupId;
