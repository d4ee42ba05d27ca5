import { z } from 'zod';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import { assistedCommentSchema, commentSchema } from './comment-contract.ts';
import { ofProposalParams, onProposal, type CommentPagesDeps } from './comment-endpoint.ts';
import { commentFormPageOf, commentsPageOf } from './comments-page.ts';

const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
const dataQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1).describe('From 1; 50 each') });

/** What everybody says of a proposal, and saying it oneself or for somebody. */
export function commentPages(deps: CommentPagesDeps): Endpoint[] {
  const { comments, proposals, access } = deps;
  const { making, reading } = comments;
  const form = commentFormPageOf(deps);
  const show = commentsPageOf(deps);
  const open = { act: 'register.read', tag: 'comments', params: ofProposalParams, method: 'get' } as const;
  const assists = { ...onProposal(deps), act: 'comment.assist', path: '/proposals/:id/comments/for' } as const;
  return [
    endpoint({
      ...open,
      path: '/proposals/:id/comments',
      summary: 'What everybody says of a proposal, and what came of it',
      reply: PAGE,
      query: pageQuery,
      run: ({ req, res, params, query }) => show(req, res, params.id, query.page),
    }),
    endpoint({
      ...open,
      path: '/api/proposals/:id/comments',
      summary: 'The same as data: nobody’s name',
      reply: { type: 'application/json', description: 'The newest comments and how many there are' },
      query: dataQuery,
      async run({ params, query }) {
        await proposals.sentThing(params.id);
        return {
          counts: await reading.counts(params.id),
          comments: await reading.publicly(params.id, query.page),
        };
      },
    }),
    endpoint({
      ...open,
      path: '/proposals/:id/comments/new',
      summary: 'The form to say what one thinks of a proposal',
      reply: PAGE,
      run: ({ req, res, params }) => form(req, res, params.id, false),
    }),
    endpoint({
      act: 'comment.make',
      tag: 'comments',
      params: ofProposalParams,
      method: 'post',
      path: '/proposals/:id/comments',
      summary: 'Comments on a proposal: with an account at once, otherwise by a link in a mail',
      reply: DONE,
      body: commentSchema,
      async run({ req, res, params, body }) {
        await proposals.sentThing(params.id);
        const { state } = await making.make(req.who, params.id, body, networkOf(req.ip));
        tellNext(
          req,
          state === 'unconfirmed'
            ? 'We have sent you a mail. Open the link in it and press the button there: then your comment is public, and counts.'
            : 'Thank you. Your comment is public, and is read by those who score.',
        );
        seeOther(req, res, `/proposals/${params.id}/comments`);
      },
      again: ({ req, res, params, values, problem }) =>
        form(req, res, params.id, false, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...assists,
      method: 'get',
      summary: 'The form to type a comment for somebody who rang, wrote or came in',
      reply: PAGE,
      run: ({ req, res, params }) => form(req, res, params.id, true),
    }),
    endpoint({
      ...assists,
      method: 'post',
      summary: 'Comments for somebody; the day they got in touch counts',
      reply: DONE,
      body: assistedCommentSchema,
      async run({ req, res, params, body }) {
        const { late } = await making.makeFor(access.signedIn(req), params.id, body);
        tellNext(
          req,
          late ? 'The comment is there. It came late, and is marked so.' : 'The comment is there, and they are told.',
        );
        seeOther(req, res, `/proposals/${params.id}/comments`);
      },
      again: ({ req, res, params, values, problem }) =>
        form(req, res, params.id, true, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
