import type { Request, Response } from 'express';
import { assistedCloseView, closedView, closeView } from '../../../client/groups/groups/closing-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { wantsJson } from '../../kernel/errors.ts';
import { assistedCloseSchema, closeSchema } from './closing-contract.ts';
import { DONE, groupParams, mistakesOf, PAGE, tellNext, type GroupPagesDeps } from './group-endpoint.ts';

/** Closing a group: by its lead, or by an officer for a lead who got in touch. */
export function closingPages({ groups, closing, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const ofGroup = { params: groupParams, thing: ({ params }: { params: { id: string } }) => groups.thing(params.id) };

  async function formPage(
    req: Request,
    res: Response,
    id: string,
    status: number,
    view: typeof closeView,
    form: FormState,
  ): Promise<void> {
    const { group, people } = await groups.state(id);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Close ${group.name}`,
      description: 'Close a group.',
      body: view(form, group, people.length),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofGroup,
      tag: 'groups',
      act: 'group.close',
      method: 'get',
      path: '/groups/:id/close',
      summary: 'What closing a group removes and what stays',
      reply: PAGE,
      run: ({ req, res, params }) => formPage(req, res, params.id, 200, closeView, emptyForm),
    }),
    endpoint({
      ...ofGroup,
      tag: 'groups',
      act: 'group.close',
      method: 'post',
      path: '/groups/:id/close',
      summary: 'Closes a group for good',
      reply: DONE,
      body: closeSchema,
      async run({ req, res, params }) {
        const { group, today } = await groups.state(params.id);
        await closing.close(access.signedIn(req), params.id, today);
        if (wantsJson(req)) return seeOther(req, res, '/my');
        await sendPage(req, res, {
          title: 'The group is closed',
          description: 'A group is closed.',
          body: closedView(group.name),
          robots: 'noindex',
        });
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, closeView, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...ofGroup,
      tag: 'desk',
      act: 'group.assist',
      method: 'get',
      path: '/desk/groups/:id/close',
      summary: 'The form to close a group for its lead',
      reply: PAGE,
      run: ({ req, res, params }) => formPage(req, res, params.id, 200, assistedCloseView, emptyForm),
    }),
    endpoint({
      ...ofGroup,
      tag: 'desk',
      act: 'group.assist',
      method: 'post',
      path: '/desk/groups/:id/close',
      summary: 'Closes a group for its lead',
      reply: DONE,
      body: assistedCloseSchema,
      async run({ req, res, params, body }) {
        const { today, area } = await groups.state(params.id);
        await closing.close(access.signedIn(req), params.id, today, {
          channel: body.channel,
          receivedOn: body.received_on,
        });
        tellNext(req, 'The group is closed.');
        seeOther(req, res, `/desk/groups?area=${area.slug}&show=all`);
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, assistedCloseView, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
