import type { Who } from '../../ground/people/role-contract.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { isOldLink, type PartnerAsked, type PartnerLine } from './partner-contract.ts';
import type { PartnerDeps } from './partner-deps.ts';
import { partnersOn } from './partner-store.ts';

/** Groups that ask together, as those who lead, and those who are asked, see them. */
export function partnerReading({ db, clock, proposals, placeOf, groups }: PartnerDeps) {
  return {
    /** All that a proposal's own group has asked, and what came of it. */
    async linesOf(proposalId: string): Promise<PartnerLine[]> {
      const partners = await partnersOn(db).of(proposalId);
      const named = await groups.byIds(
        db,
        partners.flatMap(({ groupId }) => groupId ?? []),
      );
      return partners.map(({ id, email, state, askedAt, channel, receivedOn, groupId }) => {
        const group = named.find((one) => one.id === groupId);
        return { id, email, state, askedAt, channel, receivedOn, group: group ? outsideName(group) : null };
      });
    },

    /** What the link shows. @param own groups that they speak for @throws Problem 404, 410 */
    async asked(key: string, who: Who | null, own: readonly Group[]): Promise<PartnerAsked> {
      const partner = await partnersOn(db).byKey(hashOf(key));
      const proposal = partner && (await proposals.byId(db, partner.proposalId));
      if (!proposal) throw notFound('link');
      const mine = partner.state === 'joined' && partner.answeredBy !== null && partner.answeredBy === who?.personId;
      if (!mine && (partner.state !== 'asked' || proposal.state !== 'draft' || isOldLink(partner.askedAt, clock())))
        throw new Problem(
          410,
          'This link cannot be used any more',
          'It was answered or taken back, it is too old, or the proposal has been sent. Ask whoever sent it to you.',
        );
      const lead = await groups.byId(db, proposal.groupId);
      const { use, starts, ends, groupId } = proposal;
      return {
        ...(await placeOf(db, proposal.assetId)),
        lead: lead ? outsideName(lead) : 'A group',
        use,
        days: starts && ends ? { starts, ends } : null,
        joined: mine,
        groups: own.filter(({ id }) => id !== groupId).map(({ id, name }) => ({ id, name })),
      };
    },
    /** Groups of the area by words in their names, that are not in a proposal yet: for an officer to whom one has said yes. */
    async mayJoin(proposalId: string, words: string): Promise<{ id: string; name: string }[]> {
      const proposal = await proposals.byId(db, proposalId);
      if (!proposal || words === '') return [];
      const joined = (await partnersOn(db).joined([proposalId])).map(({ groupId }) => groupId);
      return (await groups.inArea(db, proposal.areaId, words))
        .filter(({ id }) => id !== proposal.groupId && !joined.includes(id))
        .map(({ id, name }) => ({ id, name }));
    },
    /** The proposals that some groups have joined. */
    joinedBy: (groupIds: readonly string[]) => partnersOn(db).joinedBy(groupIds),
  };
}
