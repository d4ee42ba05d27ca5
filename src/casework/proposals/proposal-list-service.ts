import type { Area } from '../../ground/areas/area-contract.ts';
import { PARTIES, type Party } from '../../ground/cases/standing-contract.ts';
import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { Proposal, ProposalBrief, ProposalState } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import type { ProposalCounts, ProposalLine } from './proposal-page-contract.ts';
import type { ProposalScenes } from './proposal-scene-service.ts';
import { proposalsOn } from './proposal-store.ts';
import { PROPOSAL_TABLE } from './proposal-table.ts';

/** Shown at once. */
const MOST = 400;
const ENDED_SHOWN = 20;
/** What is due within so many days is said to be due soon. */
const SOON_DAYS = 7;
const SILENCE_DAYS = 14;

/** Proposals in lists: an area’s by what is due, a group’s, those that wait for an owner or a role. */
export function proposalLists({ db, clock, scenes }: Pick<ProposalDeps, 'db' | 'clock'> & { scenes: ProposalScenes }) {
  return {
    today: ({ timeZone }: Pick<Area, 'timeZone'>): string => dayIn(timeZone, clock()),
    /** Open proposals of an area, what is due first. @param turn only those that wait for them */
    async openIn(area: Area, turn: Party | 'everybody' | null): Promise<ProposalLine[]> {
      const store = proposalsOn(db);
      return lines(
        turn === null ? await store.openIn(area.id, MOST) : await store.openIn(area.id, MOST, statesOf(turn)),
      );
    },
    endedIn: async (area: Area): Promise<ProposalLine[]> => lines(await proposalsOn(db).endedIn(area.id, ENDED_SHOWN)),
    async counts(area: Area): Promise<ProposalCounts> {
      const today = dayIn(area.timeZone, clock());
      const states = await proposalsOn(db).countsIn(area.id, daysAfter(today, SOON_DAYS));
      const later = await proposalsOn(db).countsIn(area.id, daysAfter(today, SILENCE_DAYS));
      const sum = (of: readonly { count: number }[]): number => of.reduce((all, { count }) => all + count, 0);
      return {
        all: sum(states),
        soon: states.reduce((all, { soon }) => all + soon, 0),
        silence: later.find(({ state }) => state === 'window')?.soon ?? 0,
        byTurn: [...PARTIES, 'everybody' as const]
          .map((turn) => ({ turn, count: sum(states.filter(({ state }) => statesOf(turn).includes(state))) }))
          .filter(({ count }) => count > 0),
      };
    },
    ofGroups: async (groupIds: readonly string[]): Promise<ProposalLine[]> =>
      lines(await proposalsOn(db).ofGroups(groupIds)),
    ofOwners: async (ownerIds: readonly string[]): Promise<ProposalLine[]> =>
      lines(await proposalsOn(db).openOfOwners(ownerIds)),
    /** The newest of a place that everybody may know of. */
    async newestOf(assetId: string): Promise<ProposalLine | null> {
      const proposal = await proposalsOn(db).newestOf(assetId);
      return proposal ? ((await lines([proposal]))[0] ?? null) : null;
    },
    /** What keeps a place from being promised to others, in the transaction in hand. */
    holding: (on: Db, assetId: string): Promise<ProposalBrief[]> => proposalsOn(on).holding(assetId),
  };

  async function lines(proposals: readonly Proposal[]): Promise<ProposalLine[]> {
    return scenes.lines(db, proposals);
  }
}
export type ProposalLists = ReturnType<typeof proposalLists>;

const statesOf = (turn: Party | 'everybody'): ProposalState[] =>
  (Object.keys(PROPOSAL_TABLE) as ProposalState[]).filter(
    (state) => state !== 'draft' && PROPOSAL_TABLE[state].turn === turn,
  );
