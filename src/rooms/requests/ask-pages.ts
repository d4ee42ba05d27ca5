import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { askFormView } from '../../../client/rooms/requests/request-form-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { RequestState } from './request-contract.ts';
import { isOwn, requestThing, type RequestPagesDeps } from './request-endpoint.ts';
import { askSchema, requestParams } from './request-form-contract.ts';
import { valuesOf } from './wish-rules.ts';
import { chooseGroupView } from '../../../client/rooms/requests/choose-group-view.ts';
import { valuesFromAddress } from './wish-address-rules.ts';

const spaceParams = z.object({ space: idSchema });
/** The wish stands in the address as the finder wrote it; what is no wish is not looked at. */
const wishQuery = z.looseObject({ q: z.string().trim().max(200).optional() });
const roomQuery = z.looseObject({ space: idSchema });
const SHOWN_GROUPS = 20;
/** States in which another room can be put on the list. */
const TAKES_ROOMS: readonly RequestState[] = ['draft', 'incomplete', 'asked', 'chasing', 'with_broker'];
const FIRST_VALUES = { which: 'free', every: '1', as: 'community' };

/** Asking for a room: for which group, and what is wanted. */
export function requestAskPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests, groups, access, sendPage, room } = deps;
  const ofGroup = {
    act: 'room.ask',
    tag: 'rooms',
    params: requestParams,
    query: roomQuery,
    thing: async ({ params }: { params: { id: string } }) => thingOf(await groups.byId(params.id)),
  };
  const ofRequest = { act: 'room.ask', tag: 'rooms', params: requestParams, thing: requestThing(deps) };

  async function choosePage(req: Request, res: Response, spaceId: string, words: string): Promise<void> {
    const who = access.signedIn(req);
    const [place, wish] = [await room(spaceId), wishIn(req)];
    const own = await ownGroups(req);
    const officer = access.may(who, 'group.list', { areaId: place.areaId });
    const [only] = own;
    const open = (await requests.lists.ofGroups(own.map(({ id }) => id)))
      .filter(({ state }) => TAKES_ROOMS.includes(state))
      .map(({ id, group, room: first, when }) => ({ id, group, room: first, when }));
    if (only && own.length === 1 && !officer && open.length === 0)
      return void res.redirect(303, `/groups/${only.id}/ask?space=${spaceId}${wish ? `&${wish}` : ''}`);
    const found = officer && words !== '' ? await groups.inArea(place.areaId, words, null, SHOWN_GROUPS) : [];
    const body = chooseGroupView({
      room: place,
      wish,
      groups: own,
      requests: open,
      officer: officer ? { words, found } : null,
    });
    await sendPage(req, res, {
      title: `Ask for ${place.name}`,
      description: 'For which group?',
      body,
      robots: 'noindex',
    });
  }

  async function askPage(
    req: Request,
    res: Response,
    groupId: string,
    spaceId: string,
    status: number,
    form: FormState,
  ): Promise<void> {
    const [group, place] = [await groups.byId(groupId), await room(spaceId)];
    if (!group) throw notFound('group');
    if (!place.bookable)
      throw conflict('This room is described here, but groups cannot ask for it. Look for another one.');
    const assisted = isOwn(access.signedIn(req), groupId) ? 'no' : 'yes';
    const body = askFormView({
      form,
      room: place,
      group: { id: group.id, name: group.name, outsideName: outsideName(group) },
      assisted,
      action: `/groups/${groupId}/requests?space=${spaceId}`,
      button: 'See all dates and the price',
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Ask for ${place.name}`,
      description: 'Ask for a room.',
      body,
      robots: 'noindex',
    });
  }

  async function editPage(
    req: Request,
    res: Response,
    id: string,
    status: number,
    form: FormState | null,
  ): Promise<void> {
    const page = await requests.pages.show(id, 'group');
    if (page.request.state !== 'draft' || !page.current)
      throw conflict('This request has been sent, so it can no longer be changed. Take it back and ask again.');
    const { request, current, group } = page;
    const brought = {
      channel: request.channel,
      received_on: request.receivedOn,
      read_back: request.readBack ?? '',
      consent: request.channel === 'online' ? '' : 'yes',
    };
    const body = askFormView({
      form: form ?? { values: { ...valuesOf(request.wish), ...brought }, mistakes: [] },
      room: { id: current.option.spaceId, name: current.name, place: current.place },
      group,
      assisted: isOwn(access.signedIn(req), request.groupId) ? 'no' : 'yes',
      action: `/requests/${id}/edit`,
      button: 'Save, and see all dates again',
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Change what you ask for`,
      description: 'Ask for a room.',
      body,
      robots: 'noindex',
    });
  }

  async function ownGroups(req: Request): Promise<{ id: string; name: string }[]> {
    const who = access.signedIn(req);
    const found = await Promise.all(access.scopes(who, 'group.edit', 'group').map((id) => groups.byId(id)));
    return found
      .flatMap((group) => (group ? [{ id: group.id, name: group.name }] : []))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  }

  return [
    endpoint({
      act: 'room.begin',
      tag: 'rooms',
      method: 'get',
      path: '/spaces/:space/ask',
      summary: 'For which group a room is asked for',
      reply: PAGE,
      params: spaceParams,
      query: wishQuery,
      run: ({ req, res, params, query }) => choosePage(req, res, params.space, query.q ?? ''),
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/ask',
      summary: 'The form to ask for a room with',
      reply: PAGE,
      run: ({ req, res, params, query }) =>
        askPage(req, res, params.id, query.space, 200, {
          values: { ...FIRST_VALUES, ...told(valuesFromAddress(query)), submission: randomUUID() },
          mistakes: [],
        }),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/requests',
      summary: 'Writes down what a group asks for; nothing is sent yet',
      reply: DONE,
      body: askSchema,
      async run({ req, res, params, query, body }) {
        const request = await requests.drafts.begin(access.signedIn(req), params.id, query.space, body);
        seeOther(req, res, `/requests/${request.id}`, { id: request.id });
      },
      again: ({ req, res, params, query, values, problem }) =>
        askPage(req, res, params.id, query.space, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...ofRequest,
      method: 'get',
      path: '/requests/:id/edit',
      summary: 'The form to change what is asked for',
      reply: PAGE,
      run: ({ req, res, params }) => editPage(req, res, params.id, 200, null),
    }),
    endpoint({
      ...ofRequest,
      method: 'post',
      path: '/requests/:id/edit',
      summary: 'Changes what is asked for, before it is sent',
      reply: DONE,
      body: askSchema,
      async run({ req, res, params, body }) {
        await requests.drafts.change(access.signedIn(req), params.id, body);
        tellNext(req, 'Saved. Look at the dates again.');
        seeOther(req, res, `/requests/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        editPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}

const thingOf = (group: { id: string; areaId: string } | undefined) =>
  group ? { groupId: group.id, areaId: group.areaId } : {};

/** The wish in an address, without what is ours. */
function wishIn({ query }: Request): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (name !== 'q' && name !== 'space')
      for (const one of [value].flat()) if (typeof one === 'string') params.append(name, one);
  return params.toString().slice(0, 2_000);
}

/** Only what was said: nothing empty hides a first value. */
const told = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
