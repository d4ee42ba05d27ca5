import type { Area } from '../../ground/areas/area-contract.ts';
import type { Party } from '../../ground/cases/standing-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { waitingFor } from './desk-list-rules.ts';
import type { Proposal, ProposalBrief } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import type { ProposalLine } from './proposal-page-contract.ts';
import type { ProposalScenes } from './proposal-scene-service.ts';
import { proposalsOn } from './proposal-store.ts';

/** Shown at once. */
const MOST = 400;
const ENDED_SHOWN = 20;

/** Proposals in lists: an area’s by what is due, a group’s, those that wait for an owner or a role. */
export function proposalLists({ db, clock, scenes }: Pick<ProposalDeps, 'db' | 'clock'> & { scenes: ProposalScenes }) {
  return {
    today: ({ timeZone }: Pick<Area, 'timeZone'>): string => dayIn(timeZone, clock()),
    /** Open proposals of an area, what is due first. @param turn only those that wait for them */
    async openIn(area: Area, turn: Party | 'everybody' | null): Promise<ProposalLine[]> {
      return lines(await proposalsOn(db).openIn(area.id, MOST, turn === null ? undefined : waitingFor(turn)));
    },
    endedIn: async (area: Area): Promise<ProposalLine[]> => lines(await proposalsOn(db).endedIn(area.id, ENDED_SHOWN)),
    byIds: async (ids: readonly string[]): Promise<ProposalLine[]> => lines(await proposalsOn(db).byIds(ids)),
    ofGroups: async (groupIds: readonly string[]): Promise<ProposalLine[]> =>
      lines(await proposalsOn(db).ofGroups(groupIds)),
    ofOwners: async (ownerIds: readonly string[]): Promise<ProposalLine[]> =>
      lines(await proposalsOn(db).openOfOwners(ownerIds)),
    /** What everybody may know of who asks for a place: all that are open, or else the newest. */
    async ofPlace(assetId: string): Promise<ProposalLine[]> {
      const open = await proposalsOn(db).openFor(assetId);
      const newest = open.length > 0 ? undefined : await proposalsOn(db).newestOf(assetId);
      return lines(newest ? [newest] : open);
    },
    /** What keeps a place from being promised to others, in the transaction in hand. */
    holding: (on: Db, assetId: string): Promise<ProposalBrief[]> => proposalsOn(on).holding(assetId),
  };

  async function lines(proposals: readonly Proposal[]): Promise<ProposalLine[]> {
    return scenes.lines(db, proposals);
  }
}
export type ProposalLists = ReturnType<typeof proposalLists>;
