import type { Request, Response } from 'express';
import { z } from 'zod';
import { handOverView, takeOverView } from '../../../client/groups/groups/hand-over-views.ts';
import { invitationView, inviteView } from '../../../client/groups/groups/membership-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { notFound } from '../../kernel/problem.ts';
import { outsideName } from './group-contract.ts';
import {
  DONE,
  groupParams,
  invitationParams,
  mistakesOf,
  PAGE,
  personParams,
  tellNext,
  type GroupPagesDeps,
} from './group-endpoint.ts';
import { handOverSchema, inviteSchema, joinSchema, leadSchema } from './membership-contract.ts';

const keyParams = z.object({ key: z.string().max(100) });

/** Inviting, joining, leaving, and handing over the lead. */
export function membershipPages({ groups, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);
  const ofGroup = { tag: 'groups', params: groupParams, thing };

  const titled = (status: number, title: string) => ({
    status,
    title: `${status === 200 ? '' : 'Error: '}${title}`,
    description: 'A community group.',
    robots: 'noindex' as const,
  });

  async function invitePage(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const { group } = await groups.state(id);
    await sendPage(req, res, {
      ...titled(status, 'Invite somebody'),
      body: inviteView(form, group, outsideName(group)),
    });
  }

  async function invitationPage(
    req: Request,
    res: Response,
    key: string,
    status: number,
    form: FormState,
  ): Promise<void> {
    const { invitation, group, by } = await groups.invitations.open(key, req.who);
    const body = invitationView(
      { key, group: outsideName(group), by, role: invitation.role, until: invitation.expiresAt, signedIn: req.who },
      form,
    );
    await sendPage(req, res, { ...titled(status, 'An invitation'), body });
  }

  /** For the lead the form to ask somebody, for the one who was asked the form to accept. */
  async function leadPage(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
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

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/invite',
      act: 'group.invite',
      summary: 'The form to invite somebody with',
      reply: PAGE,
      query: z.object({ role: z.string().max(40).optional() }),
      run: ({ req, res, params, query }) =>
        invitePage(req, res, params.id, 200, { values: { role: query.role ?? '' }, mistakes: [] }),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/invitations',
      act: 'group.invite',
      summary: 'Invites somebody by e-mail',
      reply: DONE,
      body: inviteSchema,
      async run({ req, res, params, body }) {
        const { id } = await groups.invitations.invite(access.signedIn(req), params.id, body);
        tellNext(req, `We have sent an invitation to ${body.email}.`);
        seeOther(req, res, `/groups/${params.id}`, { id });
      },
      again: ({ req, res, params, values, problem }) =>
        invitePage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      tag: 'groups',
      params: invitationParams,
      thing,
      method: 'post',
      path: '/groups/:id/invitations/:invitation/withdraw',
      act: 'group.invite',
      summary: 'Takes an invitation back',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.invitations.withdraw(access.signedIn(req), params.id, params.invitation);
        tellNext(req, 'The invitation is withdrawn. Its link works no more.');
        seeOther(req, res, `/groups/${params.id}`);
      },
    }),
    endpoint({
      method: 'get',
      path: '/groups/join/:key',
      act: 'group.see_invitation',
      tag: 'groups',
      summary: 'Where the link of an invitation leads',
      reply: PAGE,
      params: keyParams,
      run: ({ req, res, params }) => invitationPage(req, res, params.key, 200, emptyForm),
    }),
    endpoint({
      method: 'post',
      path: '/groups/join/:key',
      act: 'group.join',
      tag: 'groups',
      summary: 'Accepts an invitation',
      reply: DONE,
      params: keyParams,
      body: joinSchema,
      async run({ req, res, params, body }) {
        const group = await groups.invitations.accept(access.signedIn(req), params.key, body.adult === 'yes');
        tellNext(req, `You are in ${group.name}.`);
        seeOther(req, res, `/groups/${group.id}`, { id: group.id });
      },
      again: ({ req, res, params, values, problem }) =>
        invitationPage(req, res, params.key, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      tag: 'groups',
      params: personParams,
      thing,
      method: 'post',
      path: '/groups/:id/people/:person/end',
      act: 'group.invite',
      summary: 'Ends somebody’s part in a group',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.membership.endPart(access.signedIn(req), params.id, params.person);
        tellNext(req, 'Their part is ended.');
        seeOther(req, res, `/groups/${params.id}`);
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/leave',
      act: 'group.leave',
      summary: 'Leaves a group',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.membership.leave(access.signedIn(req), params.id);
        seeOther(req, res, '/my');
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/lead',
      act: 'group.leave',
      summary: 'Handing over the lead, or taking it',
      reply: PAGE,
      run: ({ req, res, params }) => leadPage(req, res, params.id, 200, emptyForm),
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
        leadPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
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
        await leadPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) });
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
