import { type GroupPagesDeps, groupParams, PAGE, DONE, tellNext, mistakesOf } from './group-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { handOverSchema, leadSchema } from './membership-contract.ts';
import type { Request, Response } from 'express';
import { titled } from './member-page.ts';
import { handOverView, takeOverView } from '../../../client/groups/groups/hand-over-views.ts';
import { notFound } from '../../kernel/problem.ts';

/** Handing over the lead of a group, and taking it. */
export function leadPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);
  const ofGroup = { tag: 'groups', params: groupParams, thing };

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/lead',
      act: 'group.leave',
      summary: 'Handing over the lead, or taking it',
      reply: PAGE,
      run: ({ req, res, params }) => showLead(deps, req, res, params.id, 200, emptyForm),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/lead',
      act: 'group.hand_over',
      summary: 'Asks somebody in the group to take over the lead',
      reply: DONE,
      body: handOverSchema,
      async run({ req, res, params, body }) {
        await groups.membership.askToLead(access.signedIn(req), params.id, body.person);
        tellNext(req, 'We have asked them. The lead stays with you until they accept.');
        seeOther(req, res, `/groups/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        showLead(deps, req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/lead/withdraw',
      act: 'group.hand_over',
      summary: 'Takes a hand-over of the lead back',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.membership.withdrawHandover(access.signedIn(req), params.id);
        tellNext(req, 'The lead stays with you.');
        seeOther(req, res, `/groups/${params.id}`);
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/lead/accept',
      act: 'group.take_over',
      summary: 'Accepts the lead of a group',
      reply: DONE,
      body: leadSchema,
      async run({ req, res, params }) {
        await groups.membership.acceptLead(access.signedIn(req), params.id);
        tellNext(req, 'You lead the group now.');
        seeOther(req, res, `/groups/${params.id}`);
      },
      async again({ req, res, params, values, problem }) {
        if (problem.status === 409) throw problem;
        await showLead(deps, req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) });
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/lead/decline',
      act: 'group.take_over',
      summary: 'Says no to the lead of a group',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.membership.declineLead(access.signedIn(req), params.id);
        tellNext(req, 'We have noted it. The lead stays where it is.');
        seeOther(req, res, `/groups/${params.id}`);
      },
    }),
  ];
}

/** For the lead the form to ask somebody, for the one who was asked the form to accept. */
async function showLead(
  { groups, access, sendPage }: GroupPagesDeps,
  req: Request,
  res: Response,
  id: string,
  status: number,
  form: FormState,
): Promise<void> {
  const { group, people, handover } = await groups.state(id);
  const me = access.signedIn(req).personId;
  const lead = people.find(({ role }) => role === 'group_lead');
  if (lead?.personId === me)
    return sendPage(req, res, {
      ...titled(status, 'Hand over the lead'),
      body: handOverView(
        form,
        group,
        people.filter(({ personId }) => personId !== me),
        handover ? handover.toName : null,
      ),
    });
  if (handover?.toPerson !== me) throw notFound('page');
  await sendPage(req, res, {
    ...titled(status, `Lead ${group.name}`),
    body: takeOverView(form, group, lead?.name ?? ''),
  });
}
