import type { Request, Response } from 'express';
import { requestDraftView } from '../../../client/rooms/requests/draft-view.ts';
import { requestView } from '../../../client/rooms/requests/request-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { actorFor, requestThing, viewerOf, type RequestPagesDeps } from './request-endpoint.ts';
import {
  addRoomSchema,
  answerSchema,
  audienceSchema,
  closeSchema,
  optionParams,
  requestParams,
  sendSchema,
  takeSchema,
  withdrawSchema,
} from './request-form-contract.ts';
import { requestReply } from './request-reply.ts';
import { finderAddress, wishAddress } from './wish-address-rules.ts';

type Input = { params: { id: string }; req: Request };
type Again = Input & { res: Response; values: Record<string, unknown>; problem: Problem };

/** A request’s own page, before and after it is sent, and everything that is done there. */
export function requestPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests, access, sendPage } = deps;
  const thing = requestThing(deps);
  const ofRequest = { tag: 'rooms', params: requestParams, thing };

  async function show(
    req: Request,
    res: Response,
    id: string,
    status = 200,
    form: FormState = emptyForm,
  ): Promise<void> {
    const about: Thing = await requests.pages.thing(id, req.who);
    const viewer = viewerOf(deps, req, about);
    const page = await requests.pages.show(id, viewer.as, about.spaceId ?? undefined);
    const draft = page.request.state === 'draft';
    const asks =
      viewer.may.ask && ['draft', 'incomplete', 'asked', 'chasing', 'with_broker'].includes(page.request.state);
    const around = {
      page,
      viewer,
      form,
      flash: told(req),
      suggestions: asks ? await requests.pages.suggestions(id) : [],
      finder: finderAddress(page.request.wish),
    };
    const body = draft
      ? requestDraftView({ ...around, lacks: await requests.sending.lacks(id) })
      : requestView({
          ...around,
          again: `/groups/${page.group.id}/ask?space=${page.current?.option.spaceId ?? ''}&${wishAddress(page.request.wish)}`,
        });
    const title = draft
      ? 'Check and send'
      : page.current
        ? `${page.current.name}, ${page.current.place}`
        : 'A request for a room';
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${title}`,
      description: 'A request for a room.',
      body,
      robots: 'noindex',
    });
  }

  const again = ({ req, res, params, values, problem }: Again): Promise<void> =>
    show(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) });
  /** Answers a form: says what was done, and shows the request again. */
  const done = (req: Request, res: Response, id: string, words: string): void => {
    tellNext(req, words);
    seeOther(req, res, `/requests/${id}`);
  };
  const zoneOf = async (id: string): Promise<string> => {
    const areaId = (await requests.drafts.byId(id))?.areaId;
    return (await deps.areas.all()).find((area) => area.id === areaId)?.timeZone ?? 'UTC';
  };

  return [
    endpoint({
      ...ofRequest,
      act: 'room.read',
      method: 'get',
      path: '/requests/:id',
      summary: 'A request for a room: how it stands, and whose turn it is',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      ...ofRequest,
      act: 'room.read',
      method: 'get',
      path: '/api/requests/:id',
      summary: 'A request for a room',
      reply: { type: 'application/json', description: 'The request, as far as it concerns whoever asks' },
      async run({ req, params }) {
        const about: Thing = await requests.pages.thing(params.id, req.who);
        const viewer = viewerOf(deps, req, about);
        return requestReply(await requests.pages.show(params.id, viewer.as, about.spaceId ?? undefined), viewer);
      },
    }),
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
        await requests.offers.withdraw(
          actorFor(deps, req, about, body, await zoneOf(params.id)),
          params.id,
          body.reason,
        );
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
  ];
}
