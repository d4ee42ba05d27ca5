import type { Request, Response } from 'express';
import { groupView } from '../../../client/groups/groups/group-view.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { GROUP_ROLES } from './group-contract.ts';
import { DONE, groupParams, mistakesOf, PAGE, tellNext, told, type GroupPagesDeps } from './group-endpoint.ts';
import { leadEmailSchema } from './assisted-group-contract.ts';
import type { GroupState, GroupViewer } from './group-page-contract.ts';

/** Making a group, its own page, and changing its details. */
export function groupPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const ofGroup = {
    tag: 'groups',
    params: groupParams,
    thing: ({ params }: { params: { id: string } }) => groups.thing(params.id),
  };

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id',
      act: 'group.read',
      summary: 'A group’s own page',
      reply: PAGE,
      run: ({ req, res, params }) => showGroup(deps, req, res, params.id),
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
        return shownTo(viewerOf(deps, req, state), state);
      },
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
        showGroup(deps, req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}

async function showGroup(
  deps: GroupPagesDeps,
  req: Request,
  res: Response,
  id: string,
  status = 200,
  form = emptyForm,
): Promise<void> {
  const state = await deps.groups.state(id);
  const viewer = viewerOf(deps, req, state);
  const body = groupView({
    state,
    viewer,
    parts: await Promise.all(deps.parts.map((part) => part(state, viewer))),
    stands: state.group.closedAt ? [] : (await Promise.all(deps.stands.map((say) => say(id)))).flat(),
    flash: told(req),
    form,
  });
  await deps.sendPage(req, res, {
    status,
    title: `${status === 200 ? '' : 'Error: '}${state.group.name}`,
    description: 'A community group.',
    body,
    robots: 'noindex',
  });
}

function viewerOf({ access }: GroupPagesDeps, req: Request, { group, people }: GroupState): GroupViewer {
  const who = access.signedIn(req);
  const thing: Thing = { groupId: group.id, areaId: group.areaId };
  const may = (act: Parameters<typeof access.may>[1]): boolean => access.may(who, act, thing);
  return {
    personId: who.personId,
    role: GROUP_ROLES.find((role) => people.some((one) => one.personId === who.personId && one.role === role)) ?? null,
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
