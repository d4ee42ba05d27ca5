import type { Area } from '../../ground/areas/area-contract.ts';
import { PARTIES, type Party } from '../../ground/cases/standing-contract.ts';
import type { Interest } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import type { InterestLine } from './interest-page-contract.ts';
import { interestStanding } from './interest-standing-words.ts';
import { interestsOn } from './interest-store.ts';
import { INTEREST_TABLE } from './interest-table.ts';

/** Shown at once; more than an area ever has open. */
const MOST = 400;

/** Interests in lists: an area’s by what is due, somebody’s own, those that wait for an owner. */
export function interestLists({ db, shownAll }: Pick<InterestDeps, 'db' | 'shownAll'>) {
  return {
    openIn: async ({ id }: Pick<Area, 'id'>): Promise<InterestLine[]> => lines(await interestsOn(db).openIn(id, MOST)),
    async counts({ id }: Pick<Area, 'id'>): Promise<{ turn: Party; count: number }[]> {
      const states = await interestsOn(db).countsIn(id);
      return PARTIES.map((turn) => ({
        turn,
        count: states
          .filter(({ state }) => INTEREST_TABLE[state].turn === turn)
          .reduce((all, { count }) => all + count, 0),
      })).filter(({ count }) => count > 0);
    },
    ofOwners: async (ownerIds: readonly string[]): Promise<InterestLine[]> =>
      lines(await interestsOn(db).openOfOwners(ownerIds)),
    by: async (personId: string): Promise<InterestLine[]> => lines(await interestsOn(db).by(personId)),
  };

  async function lines(all: readonly Interest[]): Promise<InterestLine[]> {
    if (all.length === 0) return [];
    const assets = await shownAll(db, [...new Set(all.map(({ assetId }) => assetId))]);
    return all.map((one) => ({
      id: one.id,
      number: one.number,
      state: one.state,
      dueOn: one.dueOn,
      endedOn: one.endedOn,
      receivedOn: one.receivedOn,
      place: assets.get(one.assetId)?.name ?? 'A place that has left the register',
      standing: interestStanding(one, INTEREST_TABLE[one.state]),
    }));
  }
}
export type InterestLists = ReturnType<typeof interestLists>;
