import type { Request, Response } from 'express';
import { z } from 'zod';
import { rightsView } from '../../../client/front/desk/rights-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { Giver } from './rights-giving-service.ts';
import { giveRightSchema } from './rights-contract.ts';
import type { RightsService } from './rights-service.ts';
import { DONE } from '../../kernel/form-page.ts';

type Deps = { rights: RightsService; access: Access; sendPage: SendPage; areas: { all(): Promise<Area[]> } };

const areaQuery = z.object({ area: areaInAddress, done: z.string().max(20).optional() });

/** Who may do what in an area: to see for its officers, to change for its administrators. */
export function rightsPages({ rights, access, sendPage, areas }: Deps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const about = {
    tag: 'desk',
    query: areaQuery,
    thing: async ({ query }: { query: { area: string } }) => ({ areaId: (await areaOf(query.area)).id }),
  };
  const giver = (req: Request): Giver => {
    const { personId, name, email } = access.signedIn(req);
    return { id: personId, name: name || email || 'An administrator' };
  };

  async function page(
    req: Request,
    res: Response,
    query: z.infer<typeof areaQuery>,
    status: number,
    form: FormState,
  ): Promise<void> {
    const area = await areaOf(query.area);
    const { rights: held, owners } = await rights.inArea(area);
    const may = { give: access.may(req.who, 'people.grant', { areaId: area.id }) };
    const title = `People and rights in ${area.name}`;
    const body = rightsView({
      area,
      rights: held,
      owners,
      form,
      may,
      me: access.signedIn(req).personId,
      done: query.done ?? null,
    });
    await sendPage(req, res, {
      status,
      title: status === 200 ? title : `Error: ${title}`,
      description: 'Who may do what.',
      body,
      robots: 'noindex',
    });
  }
  const again = (values: Record<string, unknown>, { mistakes, message }: Problem): FormState => ({
    values,
    mistakes: mistakes.length > 0 ? mistakes : [{ field: '', message }],
  });

  return [
    endpoint({
      ...about,
      act: 'people.read',
      method: 'get',
      path: '/desk/people',
      summary: 'Who has which rights in an area',
      reply: { type: 'text/html', description: 'A page' },
      run: ({ req, res, query }) => page(req, res, query, 200, emptyForm),
    }),
    endpoint({
      ...about,
      act: 'people.grant',
      method: 'post',
      path: '/desk/people',
      summary: 'Gives somebody a right and tells them by mail',
      reply: DONE,
      body: giveRightSchema,
      async run({ req, res, query, body }) {
        await rights.give(await areaOf(query.area), body, giver(req));
        seeOther(req, res, `/desk/people?area=${query.area}&done=given`);
      },
      again: ({ req, res, query, values, problem }) => page(req, res, query, problem.status, again(values, problem)),
    }),
    endpoint({
      ...about,
      act: 'people.grant',
      method: 'post',
      path: '/desk/people/rights/:id/end',
      summary: 'Ends a right at once',
      reply: DONE,
      params: z.object({ id: z.string().max(36) }),
      async run({ req, res, query, params }) {
        await rights.end(await areaOf(query.area), params.id, giver(req));
        seeOther(req, res, `/desk/people?area=${query.area}&done=ended`);
      },
      again: ({ req, res, query, problem }) => page(req, res, query, problem.status, again({}, problem)),
    }),
  ];
}
