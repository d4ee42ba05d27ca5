import type { Who } from '../../ground/people/role-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import { commentAnswersOn } from './answer-store.ts';
import type {
  AnswerWithPast,
  Comment,
  CommentForDeciding,
  CommentsWaiting,
  PublicComment,
} from './comment-contract.ts';
import type { CommentDeps } from './comment-deps.ts';
import { keyOf } from './comment-key-rules.ts';
import { canBeAnswered } from './comment-time-rules.ts';
import { commentsOn } from './comment-store.ts';

export const COMMENTS_ON_A_PAGE = 50;
const MOST_TO_LOOK_AT = 200;

/** Comments as everybody may read them, as those do who decide, and as whoever wrote one does. */
export function commentReading({ db, secret, proposals, placeOf }: CommentDeps) {
  return {
    counts: (proposalId: string) => commentsOn(db).countsOf(proposalId),

    /** What everybody may read, the newest first. */
    async publicly(proposalId: string, page = 1, limit = COMMENTS_ON_A_PAGE): Promise<PublicComment[]> {
      return (await pageOf(proposalId, page, limit)).map(([comment, answer]) => publicOf(comment, answer));
    },

    /** The same, with who wrote it and what was left out. */
    async forDeciding(proposalId: string, page = 1): Promise<CommentForDeciding[]> {
      return (await pageOf(proposalId, page, COMMENTS_ON_A_PAGE)).map(([comment, answer]) =>
        decidingOf(comment, answer),
      );
    },

    /** One comment for officers, turned back ones too. @throws Problem 404 */
    async one(id: string): Promise<CommentForDeciding & Pick<Comment, 'proposalId' | 'state' | 'againBy'>> {
      const comment = await known(id);
      const { proposalId, state, againBy } = comment;
      return { ...decidingOf(comment, await answerOf(comment)), proposalId, state, againBy };
    },

    /** Of which proposal it is, for the table of rights. @throws Problem 404 */
    proposalOf: async (id: string): Promise<string> => (await known(id)).proposalId,

    /** What whoever wrote it sees. @throws Problem 404 */
    async own(comment: Comment): Promise<{ comment: Comment; answer: AnswerWithPast | null; place: string }> {
      const proposal = await proposals.byId(db, comment.proposalId);
      if (!proposal) throw notFound('comment');
      return { comment, answer: await answerOf(comment), place: await placeOf(db, proposal.assetId) };
    },

    /** Comments of an area that wait for a look or for an answer. */
    async waitingIn(areaId: string): Promise<CommentsWaiting> {
      const toAnswer = [];
      for (const open of await commentsOn(db).unansweredIn(areaId)) {
        const proposal = await proposals.byId(db, open.proposalId);
        if (proposal && canBeAnswered(proposal)) toAnswer.push(open);
      }
      return { toLookAt: await commentsOn(db).countToLookAt(areaId), toAnswer };
    },
    async toLookAt(areaId: string): Promise<(CommentForDeciding & { proposalId: string })[]> {
      return (await commentsOn(db).toLookAt(areaId, MOST_TO_LOOK_AT)).map((comment) => ({
        ...decidingOf(comment, null),
        proposalId: comment.proposalId,
      }));
    },
    withoutReply: (proposalIds: readonly string[]) => commentsOn(db).withoutReply(proposalIds),

    /** What somebody wrote, with where they see it. */
    async of({
      personId,
      email,
    }: Pick<Who, 'personId' | 'email'>): Promise<{ comment: Comment; place: string; href: string }[]> {
      const own = await commentsOn(db).ofPerson({ id: personId, email });
      return Promise.all(
        own
          .filter(({ enteredBy, personId: whose }) => enteredBy === null || whose === personId)
          .map(async (comment) => ({
            comment,
            place: await titleOf(db, comment.proposalId),
            href: `/comments/${keyOf(secret, comment.id)}`,
          })),
      );
    },
    titled: (proposalId: string): Promise<string> => titleOf(db, proposalId),
  };

  async function titleOf(on: Db, proposalId: string): Promise<string> {
    const proposal = await proposals.byId(on, proposalId);
    return proposal ? placeOf(on, proposal.assetId) : 'A place';
  }

  async function known(id: string): Promise<Comment> {
    const comment = await commentsOn(db).byId(id);
    if (!comment || comment.state === 'unconfirmed') throw notFound('comment');
    return comment;
  }

  async function answerOf({ answerId }: Comment): Promise<AnswerWithPast | null> {
    return answerId === null ? null : ((await commentAnswersOn(db).byId(answerId)) ?? null);
  }

  async function pageOf(proposalId: string, page: number, limit: number): Promise<[Comment, AnswerWithPast | null][]> {
    const comments = await commentsOn(db).publicOf(proposalId, { limit, skip: (page - 1) * limit });
    const answers = await commentAnswersOn(db).byIds(comments.flatMap(({ answerId }) => answerId ?? []));
    return comments.map((comment) => [comment, answers.get(comment.answerId ?? '') ?? null]);
  }
}
export type CommentReading = ReturnType<typeof commentReading>;

function publicOf(
  { id, stance, shown, late, receivedOn, reply, repliedOn }: Comment,
  answer: AnswerWithPast | null,
): PublicComment {
  return {
    id,
    stance,
    shown,
    late,
    receivedOn,
    reply,
    repliedOn,
    answer: answer && publicAnswer(answer),
  };
}

const publicAnswer = ({ id, outcome, words, givenOn, earlier }: AnswerWithPast): PublicComment['answer'] => ({
  id,
  outcome,
  words,
  givenOn,
  earlier,
});

function decidingOf(comment: Comment, answer: AnswerWithPast | null): CommentForDeciding {
  const { original, name, address, channel, lookedAt, cutBecause } = comment;
  return { ...publicOf(comment, answer), original, name, address, channel, lookedAt, cutBecause };
}
