import type { Db } from '../../kernel/database.ts';
import { dayIn } from '../../kernel/clock.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import type { ProposalLine } from './proposal-page-contract.ts';
import { proposalStanding } from './proposal-standing-words.ts';

type Deps = Pick<ProposalDeps, 'clock' | 'areas' | 'shownAll' | 'groups' | 'inCompact'> & {
  enquiries: Pick<ProposalDeps['enquiries'], 'outcomeOf'>;
};
/** A proposal that left the register goes by what it was. */
const NO_PLACE = 'A place that has left the register';

/** Proposals with what is around them: their place, group, owner, and where they stand. */
export function proposalScenes({ clock, areas, shownAll, groups, inCompact, enquiries }: Deps) {
  return { lines, standingOf };

  async function standingOf(db: Db, proposal: Proposal) {
    const area = await areas.byId(db, proposal.areaId);
    const day = area ? dayIn(area.timeZone, clock()) : proposal.stateOn;
    const joined = proposal.ownerId !== null && (await inCompact(db, proposal.ownerId, day));
    const asked = proposal.state === 'finding_owner' ? await enquiries.outcomeOf(db, proposal.assetId) : null;
    return { joined, asked, standing: proposalStanding(proposal, { joined, ownerBy: asked?.dueOn ?? null }) };
  }

  /** As lines of a list, in the order in which they come. */
  async function lines(db: Db, proposals: readonly Proposal[]): Promise<ProposalLine[]> {
    const assets = await shownAll(db, [...new Set(proposals.map(({ assetId }) => assetId))]);
    const named = new Map(
      (await groups.byIds(db, [...new Set(proposals.map(({ groupId }) => groupId))])).map((one) => [
        one.id,
        outsideName(one),
      ]),
    );
    const lined: ProposalLine[] = [];
    for (const proposal of proposals) {
      const { id, number, state, dueOn, endedOn, receivedOn, groupId, ownerId } = proposal;
      const asset = assets.get(proposal.assetId) ?? null;
      lined.push({
        id,
        number,
        state,
        dueOn,
        endedOn,
        receivedOn,
        groupId,
        ownerId,
        ...placeOf(asset),
        group: named.get(groupId) ?? 'A group',
        standing: (await standingOf(db, proposal)).standing,
      });
    }
    return lined;
  }
}
export type ProposalScenes = ReturnType<typeof proposalScenes>;

export const placeOf = (asset: PublicAsset | null): { place: string; ward: string | null } => ({
  place: asset?.name ?? NO_PLACE,
  ward: asset?.ward?.name ?? null,
});
