import type { Request, Response } from 'express';
import { linkAnswerView } from '../../../client/rooms/requests/answer-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE } from '../../kernel/form-page.ts';
import type { RequestPagesDeps } from './request-endpoint.ts';
import { answerSchema, linkParams } from './request-form-contract.ts';

/** Where the links in owners’ mails lead. Looking changes nothing and uses nothing up; only a button does. */
export function requestLinkPages({ requests, sendPage }: RequestPagesDeps): Endpoint[] {
  async function show(
    req: Request,
    res: Response,
    token: string,
    status = 200,
    form: FormState = emptyForm,
  ): Promise<void> {
    const { who, option } = await requests.answers.behind(token);
    const page = await requests.pages.show(option.requestId, 'owner', option.spaceId);
    const title = page.current ? `${page.current.name}, ${page.current.place}` : 'A request for a room';
    res.set('Referrer-Policy', 'no-referrer');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${title}`,
      description: 'Answer a request for a room.',
      body: linkAnswerView({ page, form, token, name: who.name, done: option.state !== 'asked' }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act: 'room.answer_by_link',
      tag: 'rooms',
      method: 'get',
      path: '/room-answers/:token',
      summary: 'What the link in an owner’s mail shows',
      reply: PAGE,
      params: linkParams,
      run: ({ req, res, params }) => show(req, res, params.token),
    }),
    endpoint({
      act: 'room.answer_by_link',
      tag: 'rooms',
      method: 'post',
      path: '/room-answers/:token',
      summary: 'Answers with the link from a mail',
      reply: DONE,
      params: linkParams,
      body: answerSchema,
      async run({ req, res, params, body }) {
        const { who, option } = await requests.answers.behind(params.token);
        await requests.answers.answer({ personId: who.personId, brought: null }, option.id, body);
        seeOther(req, res, `/room-answers/${params.token}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.token, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
