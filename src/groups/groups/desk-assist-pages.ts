import type { Request, Response } from 'express';
import { assistedEditView, assistedPersonView } from '../../../client/groups/groups/assist-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import { assistedEditSchema, assistedPersonSchema } from './assisted-group-contract.ts';
import { DONE, groupParams, mistakesOf, PAGE, tellNext, type GroupPagesDeps } from './group-endpoint.ts';
import { detailValues } from './group-form-pages.ts';

/** What an officer goes on with for a group's people: its details, and who is in it. */
export function deskAssistPages({ groups, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const ofGroup = {
    act: 'group.assist',
    tag: 'desk',
    params: groupParams,
    thing: ({ params }: { params: { id: string } }) => groups.thing(params.id),
  };

  async function formPage(
    req: Request,
    res: Response,
    id: string,
    status: number,
    title: string,
    view: typeof assistedEditView,
    form: FormState,
  ): Promise<void> {
    const { group } = await groups.state(id);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${title}`,
      description: 'For officers.',
      body: view(form, group),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/desk/groups/:id/edit',
      summary: 'The form to change a group’s details for somebody',
      reply: PAGE,
      run: async ({ req, res, params }) =>
        formPage(req, res, params.id, 200, 'Change the details for somebody', assistedEditView, {
          values: detailValues((await groups.state(params.id)).group),
          mistakes: [],
        }),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/desk/groups/:id/edit',
      summary: 'Changes a group’s details for somebody',
      reply: DONE,
      body: assistedEditSchema,
      async run({ req, res, params, body }) {
        const { people, today } = await groups.state(params.id);
        const lead = people.find(({ role }) => role === 'group_lead');
        if (!lead) throw notFound('group');
        if (body.received_on > today)
          throw invalid([
            { field: 'received_on', message: 'Enter the day they got in touch: it cannot be after today.' },
          ]);
        await groups.change(access.signedIn(req), params.id, body, {
          personId: lead.personId,
          channel: body.channel,
          receivedOn: body.received_on,
        });
        tellNext(req, 'The details are saved.');
        seeOther(req, res, `/groups/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, 'Change the details for somebody', assistedEditView, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/desk/groups/:id/people/new',
      summary: 'The form to put somebody without an e-mail address into a group',
      reply: PAGE,
      run: ({ req, res, params }) =>
        formPage(req, res, params.id, 200, 'Add a deputy or member', assistedPersonView, emptyForm),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/desk/groups/:id/people',
      summary: 'Puts somebody without an e-mail address into a group',
      reply: DONE,
      body: assistedPersonSchema,
      async run({ req, res, params, body }) {
        await groups.assisted.addPerson(access.signedIn(req), params.id, (await groups.state(params.id)).today, body);
        tellNext(req, `${body.person_name} is in the group. A letter waits to be printed.`);
        seeOther(req, res, `/groups/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, 'Add a deputy or member', assistedPersonView, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
  ];
}
