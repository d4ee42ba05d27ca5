import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { callsView, type CallsViewData } from '../../../client/rooms/running/no-show-views.ts';
import { areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { calledSchema, callsQuery } from './no-show-contract.ts';
import type { NoShowService } from './no-show-service.ts';

type Deps = { noShows: NoShowService; access: Access; areas: { all(): Promise<Area[]> }; sendPage: SendPage };

/** Groups who did not come, for officers to ring. */
export function noShowPages({ noShows, access, areas, sendPage }: Deps): Endpoint[] {
  const areaCalled = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const about = {
    act: 'group.call',
    tag: 'desk',
    query: callsQuery,
    thing: async ({ query }: { query: { area: string } }) => ({ areaId: (await areaCalled(query.area)).id }),
  } as const;

  async function page(
    req: Request,
    res: Response,
    slug: string,
    status = 200,
    typed: CallsViewData['typed'] = null,
  ): Promise<void> {
    const area = await areaCalled(slug);
    const submission = String(typed?.form.values['submission'] ?? '') || randomUUID();
    const body = callsView({ ...(await noShows.inArea(area)), area, submission, typed, done: told(req) });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Groups to ring`,
      description: 'Groups who did not come.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...about,
      method: 'get',
      path: '/desk/no-shows',
      summary: 'Groups who did not come, to ring',
      reply: PAGE,
      run: ({ req, res, query }) => page(req, res, query.area),
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/no-shows/:group',
      summary: 'Notes that somebody has rung a group',
      reply: DONE,
      params: z.object({ group: idSchema }),
      body: calledSchema,
      async run({ req, res, query, params, body }) {
        await noShows.called(access.signedIn(req), await areaCalled(query.area), params.group, body);
        tellNext(req, 'Noted. They are off the list until they miss more dates.');
        seeOther(req, res, `/desk/no-shows?area=${query.area}`);
      },
      again: ({ req, res, query, params, values, problem }) =>
        page(req, res, query.area, problem.status, {
          groupId: params.group,
          form: { values, mistakes: mistakesOf(problem) },
        }),
    }),
  ];
}
