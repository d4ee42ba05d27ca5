import type { Request, Response } from 'express';
import { z } from 'zod';
import { waitingView } from '../../../client/rooms/requests/waiting-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { actorFor, isOwn, requestThing, type RequestPagesDeps } from './request-endpoint.ts';
import { broughtShape } from './request-form-contract.ts';
import type { WaitingService } from './waiting-service.ts';

type Deps = Pick<RequestPagesDeps, 'requests' | 'access' | 'clock' | 'sendPage'> & { waiting: WaitingService };
const params = z.object({ id: idSchema });
const brought = z.object(broughtShape);

/** Joining a waiting list from a request that is not sent yet, looking at one's place, and leaving it. */
export function waitingPages(deps: Deps): Endpoint[] {
  const { requests, waiting, access, sendPage } = deps;
  const ofPlace = {
    tag: 'bookings',
    params,
    thing: ({ params: { id } }: { params: { id: string } }): Promise<Thing> => waiting.thing(id),
  };

  async function page(
    req: Request,
    res: Response,
    id: string,
    form: FormState = emptyForm,
    status = 200,
  ): Promise<void> {
    const shown = await waiting.show(id);
    const body = waitingView({
      ...shown,
      form,
      flash: told(req),
      own: isOwn(access.signedIn(req), shown.place.groupId),
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Waiting for ${shown.room}`,
      description: 'A place on a waiting list.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      tag: 'bookings',
      params,
      thing: requestThing({ requests }),
      act: 'room.ask',
      method: 'post',
      path: '/requests/:id/wait',
      summary: 'Waits for the dates that others have in the first room of a request',
      reply: DONE,
      body: brought,
      async run({ req, res, params: { id }, body }) {
        const before = await requests.drafts.broughtOf(id);
        const thing = await requests.pages.thing(id, req.who);
        const actor = before
          ? { personId: access.signedIn(req).personId, brought: before }
          : actorFor(deps, req, thing, body, await waiting.zoneOf(thing.areaId ?? ''));
        const place = await waiting.join(actor, id);
        tellNext(req, 'You are on the list. We write as soon as the dates are free.');
        seeOther(req, res, `/waiting/${place.id}`, { id: place.id });
      },
    }),
    endpoint({
      ...ofPlace,
      act: 'room.ask',
      method: 'get',
      path: '/waiting/:id',
      summary: 'A group’s place on a waiting list',
      reply: PAGE,
      run: ({ req, res, params: { id } }) => page(req, res, id),
    }),
    endpoint({
      ...ofPlace,
      act: 'room.ask',
      method: 'post',
      path: '/waiting/:id/leave',
      summary: 'Leaves a waiting list',
      reply: DONE,
      body: brought,
      async run({ req, res, params: { id }, body }) {
        const thing = await waiting.thing(id);
        await waiting.leave(actorFor(deps, req, thing, body, await waiting.zoneOf(thing.areaId)), id);
        tellNext(req, 'You have left the list.');
        seeOther(req, res, `/waiting/${id}`);
      },
      again: ({ req, res, params: { id }, values, problem }) =>
        page(req, res, id, { values, mistakes: mistakesOf(problem) }, problem.status),
    }),
  ];
}
