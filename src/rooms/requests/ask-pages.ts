import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { askPages } from './ask-page.ts';
import { requestThing, type RequestPagesDeps } from './request-endpoint.ts';
import { askSchema, requestParams } from './request-form-contract.ts';
import { valuesFromAddress } from './wish-address-rules.ts';

const spaceParams = z.object({ space: idSchema });
/** The wish stands in the address as the finder wrote it; what is no wish is not looked at. */
const wishQuery = z.looseObject({ q: z.string().trim().max(200).optional() });
const roomQuery = z.looseObject({ space: idSchema });
const FIRST_VALUES = { which: 'free', every: '1', as: 'community' };

/** Asking for a room: for which group, and what is wanted. */
export function requestAskPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests, groups, access } = deps;
  const { choosePage, askPage, editPage } = askPages(deps);
  const ofGroup = {
    act: 'room.ask',
    tag: 'rooms',
    params: requestParams,
    query: roomQuery,
    thing: async ({ params }: { params: { id: string } }) => thingOf(await groups.byId(params.id)),
  };
  const ofRequest = { act: 'room.ask', tag: 'rooms', params: requestParams, thing: requestThing(deps) };

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

/** Only what was said: nothing empty hides a first value. */
const told = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
