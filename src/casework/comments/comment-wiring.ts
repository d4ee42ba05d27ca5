import { nothing } from 'lit';
import { commentsForScorers, commentsPart } from '../../../client/casework/comments/comments-on-proposal-part.ts';
import { commentsCard } from '../../../client/casework/comments/desk-comment-views.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import { commentDeps } from './comment-deps-wiring.ts';
import { commentDeskPages } from './comment-desk-pages.ts';
import { commentsAtHome } from './comment-home-wiring.ts';
import { commentKeeper } from './comment-keeper.ts';
import { commentOwnPages } from './comment-own-pages.ts';
import { commentPages } from './comment-pages.ts';
import type { CommentPagesDeps } from './comment-endpoint.ts';
import { commentPorts } from './comment-ports.ts';
import { COMMENTERS, commentRetention, forgetUnconfirmed, UNCONFIRMED } from './comment-retention.ts';
import { commentServices } from './comment-services.ts';
import { takingOf } from './comment-time-rules.ts';
import { counted } from '../../../client/kernel/format.ts';

type Below = { ground: Ground; proposals: ProposalServices };
/** On the page of a proposal itself. */
const NEWEST = 5;
/** Beside a score sheet; the link leads to all. */
const FOR_SCORERS = 50;

/** What everybody says of a proposal. */
export function commentsFeature(kernel: Kernel, { ground: { areas, access, mails }, proposals }: Below) {
  const { db } = kernel;
  const comments = commentServices(commentDeps(kernel, { mails, steps: proposals.steps }));
  const { reading } = comments;
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const deps: CommentPagesDeps = {
        comments,
        proposals: proposals.pages,
        areas,
        contact: async (areaId) => (await contactPorts.of(db, [areaId])).get(areaId) ?? null,
        access,
        sendPage,
      };
      return [...commentPages(deps), ...commentDeskPages(deps), ...commentOwnPages(deps)];
    },
    keeper: commentKeeper,
    forgets: [
      { kept: COMMENTERS, forget: commentRetention({ ...kernel, areas }) },
      { kept: UNCONFIRMED, forget: forgetUnconfirmed(db) },
    ],
    atHome: (who) =>
      commentsAtHome(
        {
          reading,
          openOf: async (ids) => (await proposals.lists.ofGroups(ids)).filter(({ endedOn }) => endedOn === null),
        },
        who,
      ),
    async onDesk({ area, may }) {
      return may('comment.list') ? { usual: commentsCard(area.slug, await reading.waitingIn(area.id)) } : {};
    },
    async onProposalPage({ proposal, may }) {
      return {
        told: commentsPart({
          proposal,
          taking: takingOf(proposal),
          counts: await reading.counts(proposal.id),
          newest: await reading.publicly(proposal.id, 1, NEWEST),
          mayAssist: may('comment.assist'),
        }),
      };
    },
    async onScoreSheet({ kind, id }) {
      if (kind !== 'proposal') return nothing;
      return commentsForScorers(id, await reading.counts(id), await reading.publicly(id, 1, FOR_SCORERS));
    },
    async whyNotPublish(on, { kind, id }) {
      const open = kind === 'proposal' ? await commentPorts.unanswered(on, id) : 0;
      return open === 0
        ? []
        : [
            `${counted(open, 'comment has', 'comments have')} no answer yet. Say what came of them first: the page of the proposal leads to them.`,
          ];
    },
  };
  return { comments, contribution };
}
