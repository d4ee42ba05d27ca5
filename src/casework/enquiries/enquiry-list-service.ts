import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { PARTIES, type Party } from '../../ground/cases/standing-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Enquiry, EnquiryOutcome } from './enquiry-contract.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import { enquiryFollowersOn } from './enquiry-follower-store.ts';
import { lineOf } from './enquiry-line-rules.ts';
import type { EnquiryCounts, EnquiryLine } from './enquiry-page-contract.ts';
import { enquiriesOn } from './enquiry-store.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';

/** Shown at once; more than an area ever has open. */
const MOST = 400;
const ENDED_SHOWN = 20;
/** What is due within so many days is said to be due soon. */
const SOON_DAYS = 7;

/** Questions in lists: an area’s by what is due, somebody’s own, those that wait for an owner. */
export function enquiryLists({ db, clock, shownAll }: Pick<EnquiryDeps, 'db' | 'clock' | 'shownAll'>) {
  return {
    /** Open questions of an area, what is due first. @param turn only those that wait for them */
    async openIn(area: Area, turn: Party | null): Promise<EnquiryLine[]> {
      const all = await lines(await enquiriesOn(db).openIn(area.id, MOST));
      return turn === null ? all : all.filter(({ standing }) => standing.steps[0].turn === turn);
    },
    endedIn: async (area: Area): Promise<EnquiryLine[]> => lines(await enquiriesOn(db).endedIn(area.id, ENDED_SHOWN)),

    async counts(area: Area): Promise<EnquiryCounts> {
      const by = daysAfter(dayIn(area.timeZone, clock()), SOON_DAYS);
      const states = await enquiriesOn(db).countsIn(area.id, by);
      const sum = (of: readonly { count: number }[]): number => of.reduce((all, { count }) => all + count, 0);
      return {
        all: sum(states),
        soon: states.reduce((all, { soon }) => all + soon, 0),
        byTurn: PARTIES.map((turn) => ({
          turn,
          count: sum(states.filter(({ state }) => ENQUIRY_TABLE[state].turn === turn)),
        })).filter(({ count }) => count > 0),
      };
    },

    /** What somebody asked, the newest first, and what of others they follow. */
    async of(personId: string): Promise<{ asked: EnquiryLine[]; followed: EnquiryLine[] }> {
      const store = enquiriesOn(db);
      const ids = await enquiryFollowersOn(db).followedBy(personId);
      const followed = await Promise.all(ids.map((id) => store.byId(id)));
      return {
        asked: await lines(await store.byAsker(personId)),
        followed: await lines(followed.flatMap((one) => one ?? [])),
      };
    },
    presumedOf: async (ownerIds: readonly string[]): Promise<EnquiryLine[]> =>
      lines(await enquiriesOn(db).presumedOf(ownerIds)),

    /** The newest question about a place on the register, with where it stands. */
    async newestOf(assetId: string): Promise<EnquiryLine | null> {
      const enquiry = await enquiriesOn(db).newestOf(assetId);
      return enquiry ? ((await lines([enquiry]))[0] ?? null) : null;
    },
    /** What the newest question about a place came to, in the transaction in hand. */
    async outcomeOf(on: Db, assetId: string): Promise<EnquiryOutcome | null> {
      return (await enquiriesOn(on).newestOf(assetId)) ?? null;
    },
  };

  async function lines(enquiries: readonly Enquiry[]): Promise<EnquiryLine[]> {
    const ids = enquiries.flatMap(({ assetId }) => assetId ?? []);
    const assets = ids.length === 0 ? new Map<string, PublicAsset>() : await shownAll(db, [...new Set(ids)]);
    return enquiries.map((enquiry) => lineOf(enquiry, assets.get(enquiry.assetId ?? '') ?? null));
  }
}
export type EnquiryLists = ReturnType<typeof enquiryLists>;
