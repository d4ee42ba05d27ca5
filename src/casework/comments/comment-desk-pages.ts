import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  deskCommentsView,
  deskCommentView,
  type DeskCommentData,
} from '../../../client/casework/comments/desk-comment-views.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { answerAgainSchema, answerSchema, redactSchema, rejectSchema, replySchema } from './comment-contract.ts';
import { onProposal, type CommentPagesDeps } from './comment-endpoint.ts';
import { commentsPageOf } from './comments-page.ts';

const areaQuery = z.object({ area: areaInAddress });
const ofOne = z.object({ id: idSchema });
const replyParams = z.object({ id: idSchema, comment: idSchema });

/** What officers and the group do with comments. */
export function commentDeskPages(deps: CommentPagesDeps): Endpoint[] {
  const { comments, proposals, areas, access, sendPage } = deps;
  const { looking, answering, reading } = comments;
  const show = commentsPageOf(deps);
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const one = {
    act: 'comment.look',
    tag: 'desk',
    params: ofOne,
    thing: async ({ params }: { params: { id: string } }) => proposals.sentThing(await reading.proposalOf(params.id)),
  } as const;

  async function onePage(
    req: Request,
    res: Response,
    id: string,
    status = 200,
    again: Pick<DeskCommentData, 'form' | 'of'> = { form: emptyForm, of: null },
  ): Promise<void> {
    const comment = await reading.one(id);
    const { place, group } = await proposals.publicly(comment.proposalId);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}One comment: ${place}`,
      description: 'A comment on a proposal.',
      body: deskCommentView({ comment, place, group: group.name, ...again, flash: told(req) }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act: 'comment.list',
      tag: 'desk',
      method: 'get',
      path: '/desk/comments',
      summary: 'Comments of an area that wait for a look or for an answer',
      reply: PAGE,
      query: areaQuery,
      thing: async ({ query: { area } }) => ({ areaId: (await areaOf(area)).id }),
      async run({ req, res, query }) {
        const area = await areaOf(query.area);
        const placed = <T extends { proposalId: string }>(all: readonly T[]) =>
          Promise.all(all.map(async (each) => ({ ...each, place: await reading.titled(each.proposalId) })));
        await sendPage(req, res, {
          title: `Comments on proposals in ${area.name}`,
          description: 'What waits.',
          body: deskCommentsView({
            area,
            toLookAt: await placed(await reading.toLookAt(area.id)),
            toAnswer: await placed((await reading.waitingIn(area.id)).toAnswer),
          }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/desk/comments/:id',
      summary: 'One comment, with who wrote it and what was left out',
      reply: PAGE,
      run: ({ req, res, params }) => onePage(req, res, params.id),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/comments/:id/looked',
      summary: 'Notes that a comment can stand as it is',
      reply: DONE,
      async run({ req, res, params }) {
        const proposalId = await reading.proposalOf(params.id);
        await looking.looked(proposalId, params.id);
        tellNext(req, 'Noted: the comment can stand as it is.');
        seeOther(req, res, `/proposals/${proposalId}/comments`);
      },
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/comments/:id/redact',
      summary: 'Leaves something out of what everybody reads of a comment',
      reply: DONE,
      body: redactSchema,
      async run({ req, res, params, body }) {
        await looking.redact(access.signedIn(req), await reading.proposalOf(params.id), params.id, body);
        tellNext(req, 'It is published so. Whoever wrote it is told.');
        seeOther(req, res, `/desk/comments/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        onePage(req, res, params.id, problem.status, {
          of: 'redact',
          form: { values, mistakes: mistakesOf(problem) },
        }),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/comments/:id/reject',
      summary: 'Turns a comment back for a listed reason',
      reply: DONE,
      body: rejectSchema,
      async run({ req, res, params, body }) {
        await looking.reject(access.signedIn(req), await reading.proposalOf(params.id), params.id, body);
        tellNext(req, 'It is turned back. Whoever wrote it is told, and can put it differently.');
        seeOther(req, res, `/desk/comments/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        onePage(req, res, params.id, problem.status, {
          of: 'reject',
          form: { values, mistakes: mistakesOf(problem) },
        }),
    }),
    endpoint({
      ...onProposal(deps),
      act: 'comment.reply',
      params: replyParams,
      method: 'post',
      path: '/proposals/:id/comments/:comment/reply',
      summary: 'Replies to a comment for the group',
      reply: DONE,
      body: replySchema,
      async run({ req, res, params, body }) {
        await looking.reply(access.signedIn(req), params.id, params.comment, body.reply);
        tellNext(req, 'The reply is public.');
        seeOther(req, res, `/proposals/${params.id}/comments`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, 1, problem.status, {
          form: { values, mistakes: mistakesOf(problem) },
          replying: params.comment,
        }),
    }),
    endpoint({
      ...onProposal(deps),
      act: 'comment.answer',
      method: 'post',
      path: '/proposals/:id/comments/answers',
      summary: 'Says what came of some comments; whoever wrote them is told',
      reply: DONE,
      body: answerSchema,
      async run({ req, res, params, body }) {
        await answering.answer(access.signedIn(req), params.id, body);
        tellNext(req, 'They are answered, and whoever wrote them is told.');
        seeOther(req, res, `/proposals/${params.id}/comments`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, 1, problem.status, {
          form: { values, mistakes: mistakesOf(problem) },
          replying: null,
        }),
    }),
    endpoint({
      ...onProposal(deps),
      act: 'comment.answer',
      params: replyParams,
      method: 'post',
      path: '/proposals/:id/comments/:comment/answer',
      summary: 'Puts right what came of a comment, for all that share the answer; what it said before stays',
      reply: DONE,
      body: answerAgainSchema,
      async run({ req, res, params, body }) {
        await answering.correct(access.signedIn(req), params.id, params.comment, body);
        tellNext(req, 'It is put right, and whoever wrote to it is told once more.');
        seeOther(req, res, `/proposals/${params.id}/comments`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, 1, problem.status, {
          form: { values, mistakes: mistakesOf(problem) },
          replying: null,
          correcting: params.comment,
        }),
    }),
  ];
}
