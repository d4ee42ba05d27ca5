import { z } from 'zod';
import { outcomesView } from '../../../client/rooms/hires/evaluation-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { evaluationSchema } from './evaluation-contract.ts';
import { hirePage, type HirePagesDeps } from './hire-page.ts';

const slugParams = z.object({ slug: z.string().max(60) });

/** How it went: three answers of a group, and counts of them for everybody. */
export function hireEvaluationPages(deps: HirePagesDeps): Endpoint[] {
  const { hires, areas, sendPage } = deps;
  const { answering, again, done, asker } = hirePage(deps);
  return [
    endpoint({
      ...answering,
      method: 'post',
      path: '/bookings/:id/evaluation',
      summary: 'Says how it went, in three answers',
      body: evaluationSchema,
      async run({ req, res, params, body }) {
        await hires.evaluations.evaluate(await asker(req, params.id, body), params.id, body);
        done(req, res, params.id, 'Thank you. That helps the next group.');
      },
      again: again('evaluation'),
    }),
    endpoint({
      method: 'get',
      path: '/areas/:slug/room-outcomes',
      act: 'register.read',
      tag: 'bookings',
      params: slugParams,
      summary: 'How bookings of rooms in an area went: counts of five and more',
      reply: PAGE,
      async run({ req, res, params }) {
        const area = await areaCalled(params.slug);
        await sendPage(req, res, {
          title: `How it went in rooms of ${area.name}`,
          description: 'What groups said at the end of their bookings, as counts.',
          body: outcomesView(area.name, await hires.evaluations.outcomes(area.id)),
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/api/areas/:slug/room-outcomes',
      act: 'register.read',
      tag: 'bookings',
      params: slugParams,
      summary: 'How bookings of rooms in an area went: counts of five and more, null for fewer',
      reply: { type: 'application/json', description: 'Counts' },
      run: async ({ params }) => hires.evaluations.outcomes((await areaCalled(params.slug)).id),
    }),
  ];

  async function areaCalled(slug: string): Promise<Area> {
    const area = (await areas.all()).find((one) => one.slug === slug);
    if (!area) throw notFound('area');
    return area;
  }
}
