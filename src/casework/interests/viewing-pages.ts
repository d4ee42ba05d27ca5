import type { Request, Response } from 'express';
import type { AgainForm } from '../../../client/casework/interests/interest-view-data.ts';
import { viewingView } from '../../../client/casework/interests/viewing-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { cameSchema, cancelViewingSchema, changeViewingSchema } from './viewing-contract.ts';
import { interestParams, type InterestPagesDeps } from './interest-endpoint.ts';

/** A time to see a place, for whoever opens up and whoever offers it. */
export function viewingPages({ interests, access, sendPage }: InterestPagesDeps): Endpoint[] {
  const { pages, viewings } = interests;
  const one = {
    tag: 'interests',
    params: interestParams,
    thing: ({ params }: { params: { id: string } }) => pages.viewingThing(params.id),
  };

  async function show(req: Request, res: Response, id: string, status = 200, again: AgainForm | null = null) {
    const mayOffer = access.may(req.who, 'viewing.offer', await pages.viewingThing(id));
    const page = await pages.viewingPage(id, mayOffer);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}To see ${page.place?.name ?? 'a place'}`,
      description: 'For whoever opens up.',
      body: viewingView({ ...page, again, flash: told(req) }),
      robots: 'noindex',
      about: { areaId: page.area.id },
    });
  }

  return [
    endpoint({
      ...one,
      act: 'viewing.open',
      method: 'get',
      path: '/viewings/:id',
      summary: 'A time to see a place: who comes, where, and how the door opens',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      ...one,
      act: 'viewing.open',
      method: 'post',
      path: '/viewings/:id/came',
      summary: 'Says who came to see the place',
      reply: DONE,
      body: cameSchema,
      async run({ req, res, params, body }) {
        const came = Object.keys(body).flatMap((name) => (name.startsWith('came_') ? name.slice('came_'.length) : []));
        await viewings.came(access.signedIn(req), params.id, came);
        tellNext(req, 'Noted.');
        seeOther(req, res, `/viewings/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'came', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...one,
      act: 'viewing.offer',
      method: 'post',
      path: '/viewings/:id/change',
      summary: 'Changes a time to see a place; everybody who has a place in it is told',
      reply: DONE,
      body: changeViewingSchema,
      async run({ req, res, params, body }) {
        await viewings.change(access.signedIn(req), params.id, body);
        tellNext(req, 'Changed. Everybody who has a place is told.');
        seeOther(req, res, `/viewings/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'change', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...one,
      act: 'viewing.offer',
      method: 'post',
      path: '/viewings/:id/cancel',
      summary: 'Cancels a time to see a place; everybody who has a place in it is told',
      reply: DONE,
      body: cancelViewingSchema,
      async run({ req, res, params, body }) {
        await viewings.cancel(access.signedIn(req), params.id, body.reason);
        tellNext(req, 'Cancelled. Everybody who had a place is told.');
        seeOther(req, res, `/viewings/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'cancel', form: { values, mistakes: mistakesOf(problem) } }),
    }),
  ];
}
