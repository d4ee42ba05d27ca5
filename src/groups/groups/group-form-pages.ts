import { type GroupPagesDeps, groupParams, PAGE, DONE, tellNext, mistakesOf } from './group-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { z } from 'zod';
import { nextSchema } from '../../ground/people/person-contract.ts';
import { randomUUID } from 'node:crypto';
import { newGroupFormSchema, groupDetailsSchema, type Group } from './group-contract.ts';
import type { Request, Response } from 'express';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { newGroupView, editGroupView } from '../../../client/groups/groups/group-form-view.ts';

/** The forms to make a group with, and to change its details. */
export function groupFormPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const ofGroup = {
    tag: 'groups',
    params: groupParams,
    thing: ({ params }: { params: { id: string } }) => groups.thing(params.id),
  };

  return [
    endpoint({
      method: 'get',
      path: '/groups/new',
      act: 'group.create',
      tag: 'groups',
      summary: 'The form to make a group with',
      reply: PAGE,
      query: z.object({ next: nextSchema }),
      run: ({ req, res, query }) =>
        showNew(deps, req, res, 200, { values: { submission: randomUUID(), next: query.next }, mistakes: [] }),
    }),
    endpoint({
      method: 'post',
      path: '/groups',
      act: 'group.create',
      tag: 'groups',
      summary: 'Makes a group; whoever does leads it',
      reply: DONE,
      body: newGroupFormSchema,
      async run({ req, res, body }) {
        const group = await groups.create(access.signedIn(req), body);
        tellNext(req, 'Your group is made.');
        seeOther(req, res, body.next === '/my' ? `/groups/${group.id}` : body.next, { id: group.id });
      },
      again: ({ req, res, values, problem }) =>
        showNew(deps, req, res, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/edit',
      act: 'group.edit',
      summary: 'The form to change a group’s details with',
      reply: PAGE,
      async run({ req, res, params }) {
        const { group } = await groups.state(params.id);
        await showEdit(deps, req, res, 200, group, { values: detailValues(group), mistakes: [] });
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id',
      act: 'group.edit',
      summary: 'Changes a group’s details',
      reply: DONE,
      body: groupDetailsSchema,
      async run({ req, res, params, body }) {
        await groups.change(access.signedIn(req), params.id, body);
        tellNext(req, 'The details are saved.');
        seeOther(req, res, `/groups/${params.id}`);
      },
      again: async ({ req, res, params, values, problem }) =>
        showEdit(deps, req, res, problem.status, (await groups.state(params.id)).group, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
  ];
}

async function showNew(
  { sendPage, areas }: GroupPagesDeps,
  req: Request,
  res: Response,
  status: number,
  form: FormState,
) {
  return sendPage(req, res, {
    status,
    title: `${status === 200 ? '' : 'Error: '}Make a group`,
    description: 'Make a group.',
    body: newGroupView(form, await areas.all()),
    robots: 'noindex',
  });
}

function showEdit(
  { sendPage }: GroupPagesDeps,
  req: Request,
  res: Response,
  status: number,
  group: Group,
  form: FormState,
) {
  return sendPage(req, res, {
    status,
    title: `${status === 200 ? '' : 'Error: '}Change ${group.name}`,
    description: 'Change a group’s details.',
    body: editGroupView(form, group),
    robots: 'noindex',
  });
}

/** A group's details as its form has them. */
export const detailValues = (group: Group): Record<string, unknown> => ({
  name: group.name,
  public_name: group.publicName ?? '',
  legal_form: group.legalForm,
  purpose: group.purpose,
  audience: group.audience,
  size: group.size,
  telephone: group.telephone ?? '',
});
