import { z } from 'zod';
import {
  type GroupPagesDeps,
  groupParams,
  PAGE,
  DONE,
  tellNext,
  mistakesOf,
  invitationParams,
} from './group-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { inviteSchema, joinSchema } from './membership-contract.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { Request, Response } from 'express';
import { titled } from './member-page.ts';
import { inviteView, invitationView } from '../../../client/groups/groups/membership-views.ts';
import { outsideName } from './group-contract.ts';

const keyParams = z.object({ key: z.string().max(100) });

/** Inviting somebody into a group, and accepting. */
export function invitationPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);
  const ofGroup = { tag: 'groups', params: groupParams, thing };

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
        showInvite(deps, req, res, params.id, 200, { values: { role: query.role ?? '' }, mistakes: [] }),
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
        showInvite(deps, req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
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
      run: ({ req, res, params }) => showInvitation(deps, req, res, params.key, 200, emptyForm),
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
        showInvitation(deps, req, res, params.key, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}

async function showInvite(
  { groups, sendPage }: GroupPagesDeps,
  req: Request,
  res: Response,
  id: string,
  status: number,
  form: FormState,
): Promise<void> {
  const { group } = await groups.state(id);
  await sendPage(req, res, {
    ...titled(status, 'Invite somebody'),
    body: inviteView(form, group, outsideName(group)),
  });
}

async function showInvitation(
  { groups, sendPage }: GroupPagesDeps,
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
