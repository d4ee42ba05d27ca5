import type { Thing } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE } from '../../kernel/form-page.ts';
import { actorFor, viewerOf, type RequestPagesDeps } from './request-endpoint.ts';
import { answerSchema, closeSchema, takeSchema, withdrawSchema } from './request-form-contract.ts';
import { requestPage } from './request-page.ts';

/** How a request ends: the owner answers, the group takes the room or withdraws, or there is no room. */
export function requestOfferPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests, access } = deps;
  const { ofRequest, again, done, zoneOf } = requestPage(deps);
  return [
    endpoint({
      ...ofRequest,
      act: 'room.answer',
      method: 'post',
      path: '/requests/:id/answer',
      summary: 'An owner’s yes or no',
      reply: DONE,
      body: answerSchema,
      async run({ req, res, params, body }) {
        const about: Thing = await requests.pages.thing(params.id, req.who);
        await requests.answers.answerFor(
          { personId: access.signedIn(req).personId, brought: null },
          params.id,
          about.spaceId ?? '',
          body,
          viewerOf(deps, req, about).as,
        );
        done(
          req,
          res,
          params.id,
          body.answer === 'yes' ? 'You said yes. The group is told.' : 'You said no. The group is told.',
        );
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.sign',
      method: 'post',
      path: '/requests/:id/take',
      summary: 'Takes the room that is offered, and signs for it',
      reply: DONE,
      body: takeSchema,
      async run({ req, res, params, body }) {
        const about = await requests.pages.thing(params.id, req.who);
        const actor = actorFor(deps, req, about, body, await zoneOf(params.id), ['group_lead']);
        const { request } = await requests.offers.take(actor, params.id);
        done(
          req,
          res,
          params.id,
          request.state === 'confirmed' ? 'The room is booked.' : 'The room is yours. The deposit is next.',
        );
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/withdraw',
      summary: 'Takes a request back',
      reply: DONE,
      body: withdrawSchema,
      async run({ req, res, params, body }) {
        const about = await requests.pages.thing(params.id, req.who);
        await requests.offers.withdraw(actorFor(deps, req, about, body, await zoneOf(params.id)), params.id, body);
        done(req, res, params.id, 'The request is taken back.');
      },
      again,
    }),
    endpoint({
      ...ofRequest,
      act: 'room.close',
      method: 'post',
      path: '/requests/:id/close',
      summary: 'Closes a request for which there is no room',
      reply: DONE,
      body: closeSchema,
      async run({ req, res, params, body }) {
        await requests.offers.close({ personId: access.signedIn(req).personId, brought: null }, params.id, body.reason);
        done(req, res, params.id, 'The request is closed, and the group is told.');
      },
      again,
    }),
  ];
}
