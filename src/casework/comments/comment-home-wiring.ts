import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import { counted } from '../../../client/kernel/format.ts';
import type { CommentReading } from './comment-reading-service.ts';

type Deps = {
  reading: CommentReading;
  /** Proposals of some groups that are open. */
  openOf(groupIds: readonly string[]): Promise<{ id: string; place: string }[]>;
};

/** Comments on somebody’s own page: their own, and those on proposals of their groups that nobody has replied to. */
export async function commentsAtHome({ reading, openOf }: Deps, who: Who): Promise<AtHome> {
  const own = await reading.of(who);
  const open = await openOf(idsIn(who, 'group', ['group_lead', 'group_deputy']));
  const places = new Map(open.map(({ id, place }) => [id, place]));
  const without = await reading.withoutReply([...places.keys()]);
  return {
    waiting: own
      .filter(({ comment }) => comment.state === 'rejected')
      .map(({ comment, place, href }) => ({
        text: `Your comment on ${place} was not published. Put it differently and send it again.`,
        href,
        due: comment.againBy,
      })),
    expecting: [
      ...own
        .filter(({ comment }) => comment.state === 'public' && comment.answerId === null)
        .map(({ place, href }) => ({
          text: `Your comment on ${place} is public. You are told what came of it.`,
          href,
          due: null,
        })),
      ...without.map(({ proposalId, count }) => ({
        text: `${counted(count, 'comment')} on your proposal for ${places.get(proposalId) ?? 'a place'} without a reply. You may reply to each.`,
        href: `/proposals/${proposalId}/comments`,
        due: null,
      })),
    ],
  };
}
