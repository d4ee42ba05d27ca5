import type { Request, Response } from 'express';
import { ownCommentView } from '../../../client/casework/comments/own-comment-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { againSchema } from './comment-contract.ts';
import { keyParams, type CommentPagesDeps } from './comment-endpoint.ts';

/** A comment for whoever wrote it, by the link in a mail: a page with a button, since programs open every link. */
export function commentOwnPages({ comments: { making, reading }, sendPage }: CommentPagesDeps): Endpoint[] {
  const own = { act: 'comment.by_link', tag: 'comments', params: keyParams } as const;

  async function show(
    req: Request,
    res: Response,
    key: string,
    status = 200,
    form: FormState = emptyForm,
  ): Promise<void> {
    const data = await reading.own(await making.byKey(key));
    res.set('Referrer-Policy', 'no-referrer');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Your comment`,
      description: 'What you said of a proposal.',
      body: ownCommentView({ ...data, key, form, flash: told(req) }),
      about: { areaId: data.comment.areaId },
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...own,
      method: 'get',
      path: '/comments/:key',
      summary: 'One’s own comment: what everybody reads of it, and what came of it',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.key),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/comments/:key/confirm',
      summary: 'Confirms a comment: it is public from then on',
      reply: DONE,
      async run({ req, res, params }) {
        await making.confirm(params.key);
        tellNext(req, 'Thank you. Your comment is public, and is read by those who score.');
        seeOther(req, res, `/comments/${params.key}`);
      },
      again: ({ req, res, params, problem }) =>
        show(req, res, params.key, problem.status, { values: {}, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/comments/:key/again',
      summary: 'Sends a comment again that was turned back, put differently',
      reply: DONE,
      body: againSchema,
      async run({ req, res, params, body }) {
        await making.sendAgain(params.key, body.text);
        tellNext(req, 'Thank you. Your comment is public as you have put it now.');
        seeOther(req, res, `/comments/${params.key}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.key, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
