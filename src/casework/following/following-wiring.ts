import { followPart, followedPart } from '../../../client/casework/following/following-views.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { historyOfMany, publicHistory } from '../../kernel/facts.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { ATOM, atomFeed } from '../../register/open-data/atom-text.ts';
import { openToAll } from '../../register/open-data/cors-endpoint.ts';
import { UNCONFIRMED } from '../comments/comment-retention.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import { followerKeeper } from './follower-keeper.ts';
import { followersOn } from './follower-store.ts';
import { followingPages } from './following-pages.ts';
import { followingService } from './following-service.ts';
import { proposalFeedPages } from './proposal-feed-pages.ts';

type Below = { ground: Ground; proposals: ProposalServices };
const TELL_MS = 5 * 60_000;
const NEWEST = 100;
const FOLLOWERS: Kept = {
  kind: 'proposal_followers',
  days: 30,
  what: 'Who followed a proposal, once the case is over',
  why: 'So that the last mail of it arrives',
};

/** Following proposals by mail or with a feed reader. */
export function followingFeature(kernel: Kernel, { ground: { areas, mails }, proposals }: Below) {
  const { db, config } = kernel;
  const { publicly } = proposals.pages;
  const history = (on: typeof db, id: string) => publicHistory(on, 'proposal', id, NEWEST);
  const following = followingService({
    ...kernel,
    secret: config.sessionSecret,
    baseUrl: config.baseUrl,
    publicly,
    history,
    writeMail: (on, mail) => mails.write(on, mail),
    writeNews: mails.writeNews,
    resumeNews: mails.resumeNews,
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => [
      ...proposalFeedPages({
        db,
        baseUrl: config.baseUrl,
        areas,
        publicly,
        linesOf: async (area) => [
          ...(await proposals.lists.openIn(area, null)),
          ...(await proposals.lists.endedIn(area)),
        ],
        history,
        historyOf: async (on, ids) =>
          (await historyOfMany(on, 'proposal', ids, NEWEST)).map(({ subjectId, ...line }) => ({
            ...line,
            proposalId: subjectId,
          })),
        send: (res, feed) =>
          void openToAll(res)
            .set({ 'Content-Type': ATOM, 'Cache-Control': 'public, max-age=300' })
            .send(atomFeed(feed)),
      }),
      ...followingPages({ following, publicly, sendPage }),
    ],
    jobs: [{ name: 'mails to those who follow proposals', everyMs: TELL_MS, run: tell }],
    keeper: followerKeeper,
    forgets: [
      { kept: UNCONFIRMED, forget: (before) => followersOn(db).forgetUnconfirmed(before) },
      { kept: FOLLOWERS, forget: forgetOld },
    ],
    async atHome(who) {
      const followed = await following.of(who);
      const lines = [];
      for (const { proposalId, key } of followed)
        lines.push({ id: proposalId, key, place: (await proposals.pages.titled(proposalId)).place });
      return { below: followedPart(lines) };
    },
    async onProposalPage({ proposal, who }) {
      return { told: followPart(proposal, who ? await following.keyFor(who, proposal.id) : null) };
    },
  };
  return { following, contribution };

  async function tell(): Promise<string> {
    return `People told of proposals that they follow: ${await following.tellDue()}.`;
  }

  async function forgetOld(before: Date): Promise<number> {
    let all = 0;
    for (const { id, timeZone } of await areas.all())
      all += await followersOn(db).forgetOld(id, dayIn(timeZone, before));
    return all;
  }
}
