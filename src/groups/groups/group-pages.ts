import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { editGroupView, newGroupView } from '../../../client/groups/groups/group-form-view.ts';
import { groupView } from '../../../client/groups/groups/group-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { nextSchema } from '../../ground/people/person-contract.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { GROUP_ROLES, groupDetailsSchema, newGroupFormSchema, type Group } from './group-contract.ts';
import { DONE, groupParams, mistakesOf, PAGE, tellNext, told, type GroupPagesDeps } from './group-endpoint.ts';
import { leadEmailSchema } from './assisted-group-contract.ts';
import type { GroupState, GroupViewer } from './group-page-contract.ts';

/** Making a group, its own page, and changing its details. */
export function groupPages({ parts, lacks, groups, areas, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const ofGroup = {
    tag: 'groups',
    params: groupParams,
    thing: ({ params }: { params: { id: string } }) => groups.thing(params.id),
  };

  const newPage = async (req: Request, res: Response, status: number, form: FormState) =>
    sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Make a group`,
      description: 'Make a group.',
      body: newGroupView(form, await areas.all()),
      robots: 'noindex',
    });

  const editPage = (req: Request, res: Response, status: number, group: Group, form: FormState) =>
    sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Change ${group.name}`,
      description: 'Change a group’s details.',
      body: editGroupView(form, group),
      robots: 'noindex',
    });

  async function showPage(req: Request, res: Response, id: string, status = 200, form = emptyForm): Promise<void> {
    const state = await groups.state(id);
    const viewer = viewerOf(req, state);
    const body = groupView({
      state,
      viewer,
      parts: await Promise.all(parts.map((part) => part(state, viewer))),
      lacks: (await Promise.all(lacks.map((lack) => lack(id)))).flat(),
      flash: told(req),
      form,
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${state.group.name}`,
      description: 'A community group.',
      body,
      robots: 'noindex',
    });
  }

  function viewerOf(req: Request, { group, people }: GroupState): GroupViewer {
    const who = access.signedIn(req);
    const thing: Thing = { groupId: group.id, areaId: group.areaId };
    const may = (act: Parameters<typeof access.may>[1]): boolean => access.may(who, act, thing);
    return {
      personId: who.personId,
      role:
        GROUP_ROLES.find((role) => people.some((one) => one.personId === who.personId && one.role === role)) ?? null,
      may: {
        edit: may('group.edit'),
        invite: may('group.invite'),
        handOver: may('group.hand_over'),
        readDocuments: may('group.read_document'),
        check: may('group.check_document'),
        assist: may('group.assist'),
      },
    };
  }

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
        newPage(req, res, 200, { values: { submission: randomUUID(), next: query.next }, mistakes: [] }),
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
        newPage(req, res, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id',
      act: 'group.read',
      summary: 'A group’s own page',
      reply: PAGE,
      run: ({ req, res, params }) => showPage(req, res, params.id),
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/api/groups/:id',
      act: 'group.read',
      summary: 'A group, its people, papers and history',
      reply: { type: 'application/json', description: 'The group' },
      async run({ req, params }) {
        const state = await groups.state(params.id);
        return shownTo(viewerOf(req, state), state);
      },
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
        await editPage(req, res, 200, group, { values: detailValues(group), mistakes: [] });
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
        editPage(req, res, problem.status, (await groups.state(params.id)).group, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/lead-email',
      act: 'group.assist',
      summary: 'Adds an e-mail address for a lead who had none',
      reply: DONE,
      body: leadEmailSchema,
      async run({ req, res, params, body }) {
        await groups.assisted.addLeadEmail(access.signedIn(req), params.id, body.email);
        tellNext(req, 'The address is added. The lead can sign in with it from now on.');
        seeOther(req, res, `/groups/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        showPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
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

/** What a program gets: the same as the page shows to the same person, without names on our disk. */
function shownTo({ may }: GroupViewer, { group, area, people, invitations, documents, missing, history }: GroupState) {
  const { submission, registeredBy, readBack, ...details } = group;
  return {
    ...details,
    area: area.slug,
    missing,
    history,
    people: people.map(({ personId, name, role, email }) => ({
      personId,
      name,
      role,
      ...(may.readDocuments ? { email } : {}),
    })),
    ...(may.readDocuments ? { invitations } : {}),
    documents: documents.map(({ id, kind, state, expiresOn, receivedOn, reason }) => ({
      id,
      kind,
      state,
      expiresOn,
      receivedOn,
      reason: may.readDocuments ? reason : null,
    })),
  };
}
