import type { Thing } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { viewerOf, type RequestPagesDeps } from './request-endpoint.ts';
import { requestPage } from './request-page.ts';
import { requestReply } from './request-reply.ts';

/** A request’s own page, before and after it is sent. */
export function requestPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests } = deps;
  const { ofRequest, show } = requestPage(deps);
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
  ];
}
