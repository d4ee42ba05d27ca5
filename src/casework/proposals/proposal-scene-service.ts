import type { Area } from '../../ground/areas/area-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import { askersReading } from './askers-reading.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import type { ProposalLine } from './proposal-page-contract.ts';
import { proposalStanding } from './proposal-standing-words.ts';

type Deps = Pick<ProposalDeps, 'clock' | 'areas' | 'shownAll' | 'groups' | 'partners' | 'inCompact' | 'joinedOf'> & {
  enquiries: Pick<ProposalDeps['enquiries'], 'outcomeOf' | 'daysOf'>;
};
/** A proposal that left the register goes by what it was. */
const NO_PLACE = 'A place that has left the register';

/** Proposals with what is around them: their place, group, owner, and where they stand. */
export function proposalScenes({ clock, areas, shownAll, groups, partners, inCompact, joinedOf, enquiries }: Deps) {
  const askersOf = askersReading({ groups, partners });
  return { lines, standingOf, askersOf };

  async function standingOf(db: Db, proposal: Proposal, known?: Pick<Area, 'timeZone'>) {
    const area = known ?? (await areas.byId(db, proposal.areaId));
    const day = area ? dayIn(area.timeZone, clock()) : proposal.stateOn;
    const joined = proposal.ownerId !== null && (await inCompact(db, proposal.ownerId, day));
    const asked = proposal.state === 'finding_owner' ? await enquiries.outcomeOf(db, proposal.assetId) : null;
    return { joined, asked, standing: proposalStanding(proposal, { joined, ownerBy: asked?.dueOn ?? null }) };
  }

  /** As lines of a list, in the order in which they come; so many queries however many there are. */
  async function lines(db: Db, proposals: readonly Proposal[]): Promise<ProposalLine[]> {
    const assets = await shownAll(db, different(proposals.map(({ assetId }) => assetId)));
    const askers = await askersOf(db, proposals);
    const asked = await enquiries.daysOf(db, different(proposals.flatMap(({ enquiryId }) => enquiryId ?? [])));
    const joined = await joinedToday(db, proposals);
    return proposals.map((proposal) => {
      const { id, number, state, starts, ends, dueOn, endedOn, receivedOn, groupId, ownerId } = proposal;
      return {
        ...{ id, number, state, starts, ends, dueOn, endedOn, receivedOn, groupId, ownerId },
        ...placeOf(assets.get(proposal.assetId) ?? null),
        group: askers.get(id) ?? 'A group',
        standing: proposalStanding(proposal, {
          joined: joined.has(ownerId ?? ''),
          ownerBy: asked.get(proposal.enquiryId ?? '') ?? null,
        }),
      };
    });
  }

  /** Owners that have joined the compact, each on the day that it is in its area. */
  async function joinedToday(db: Db, proposals: readonly Proposal[]): Promise<ReadonlySet<string>> {
    const joined = new Set<string>();
    for (const { id, timeZone } of await areas.all(db)) {
      const owners = different(proposals.flatMap(({ areaId, ownerId }) => (areaId === id ? (ownerId ?? []) : [])));
      if (owners.length > 0) for (const one of await joinedOf(db, owners, dayIn(timeZone, clock()))) joined.add(one);
    }
    return joined;
  }
}
export type ProposalScenes = ReturnType<typeof proposalScenes>;

export const placeOf = (asset: PublicAsset | null): { place: string; ward: string | null } => ({
  place: asset?.name ?? NO_PLACE,
  ward: asset?.ward?.name ?? null,
});

const different = (ids: readonly string[]): string[] => [...new Set(ids)];
