import { z } from 'zod';
import { drawListView, drawView } from '../../../client/rooms/requests/draw-view.ts';
import { rivalsView } from '../../../client/rooms/requests/rivals-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { RequestPagesDeps } from './request-endpoint.ts';

const params = z.object({ id: z.string().max(36) });

/** How it is decided who goes first of several, and every draw, for everybody. */
export function drawPages({ requests: { draws }, sendPage }: RequestPagesDeps): Endpoint[] {
  const open = { act: 'register.read', tag: 'rooms', method: 'get' as const };
  return [
    endpoint({
      ...open,
      path: '/how-decisions-are-made/rivals',
      summary: 'How it is decided who goes first when several groups want the same dates of a room',
      reply: PAGE,
      async run({ req, res }) {
        await sendPage(req, res, {
          title: 'When several groups want the same dates',
          description: 'Who goes first, and why.',
          body: rivalsView(await draws.rules()),
          canonical: '/how-decisions-are-made/rivals',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/draws',
      summary: 'Draws between groups that were equal in everything else',
      reply: PAGE,
      async run({ req, res }) {
        await sendPage(req, res, {
          title: 'Draws',
          description: 'Every draw, for anybody to check.',
          body: drawListView(await draws.latest()),
          canonical: '/draws',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/draws/:id',
      summary: 'A draw: its seed, its candidates and their numbers',
      reply: PAGE,
      params,
      async run({ req, res, params: { id } }) {
        const draw = await draws.byId(id);
        await sendPage(req, res, {
          title: 'A draw, and how to check it',
          description: 'Seed, candidates and numbers.',
          body: drawView(draw),
          canonical: `/draws/${id}`,
        });
      },
    }),
    endpoint({
      ...open,
      path: '/api/draws/:id',
      summary: 'A draw, for programs that check it',
      reply: { type: 'application/json', description: 'The seed, where it comes from, and the candidates' },
      params,
      async run({ params: { id } }) {
        const { before, place, seed, candidates, madeAt } = await draws.byId(id);
        return { id, made_at: madeAt, before, fact: place, seed, candidates };
      },
    }),
  ];
}
