import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, tellNext } from '../../kernel/form-page.ts';
import type { RequestPagesDeps } from './request-endpoint.ts';
import { addRoomSchema, audienceSchema, optionParams, sendSchema } from './request-form-contract.ts';
import { requestPage } from './request-page.ts';

/** The list of rooms of a request, and sending it off to the first of them or the next. */
export function requestDraftPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests, access } = deps;
  const { ofRequest, again, done } = requestPage(deps);
  return [
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/rooms',
      summary: 'Puts another room at the end of the list',
      reply: DONE,
      body: addRoomSchema,
      async run({ req, res, params, body }) {
        const { personId } = access.signedIn(req);
        const state = await requests.drafts.addRoom(personId, params.id, body.space);
        if (state === 'with_broker') await requests.sending.askNextRoom({ personId, brought: null }, params.id);
        done(
          req,
          res,
          params.id,
          state === 'with_broker' ? 'The room is on your list, and its owner is asked.' : 'The room is on your list.',
        );
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/rooms/:option/remove',
      summary: 'Takes a room off the list',
      reply: DONE,
      params: optionParams,
      async run({ req, res, params }) {
        await requests.drafts.takeOff(params.id, params.option);
        done(req, res, params.id, 'The room is off your list.');
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/rooms/:option/first',
      summary: 'Makes a room the one that is asked first',
      reply: DONE,
      params: optionParams,
      async run({ req, res, params }) {
        await requests.drafts.putFirst(params.id, params.option);
        done(req, res, params.id, 'This room is asked for first.');
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/discard',
      summary: 'Throws a request away that was not sent',
      reply: DONE,
      async run({ req, res, params }) {
        const page = await requests.drafts.byId(params.id);
        await requests.drafts.throwAway(params.id);
        tellNext(req, 'The request is thrown away.');
        seeOther(req, res, `/groups/${page?.groupId ?? ''}`);
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/send',
      summary: 'Sends a request off',
      reply: DONE,
      body: sendSchema,
      async run({ req, res, params, body }) {
        const actor = { personId: access.signedIn(req).personId, brought: await requests.drafts.broughtOf(params.id) };
        const { request } = await requests.sending.send(actor, params.id, body);
        done(
          req,
          res,
          params.id,
          request.state === 'incomplete'
            ? 'The request is in. One thing is missing before the owner is asked.'
            : 'The request is sent.',
        );
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/prices',
      summary: 'Goes on at another price, which needs no test',
      reply: DONE,
      body: audienceSchema,
      async run({ req, res, params, body }) {
        await requests.sending.changeAudience(
          { personId: access.signedIn(req).personId, brought: null },
          params.id,
          body.as,
        );
        done(req, res, params.id, 'You ask at this price now.');
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/next',
      summary: 'Goes on to the next room',
      reply: DONE,
      async run({ req, res, params }) {
        await requests.sending.askNextRoom({ personId: access.signedIn(req).personId, brought: null }, params.id);
        done(req, res, params.id, 'We have gone on to the next room.');
      },
      again,
    }),
  ];
}
