import type { Request, Response } from 'express';
import { z } from 'zod';
import { caseTermsFormView } from '../../../client/casework/terms/case-terms-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { newCaseTermsSchema } from './case-term-contract.ts';
import type { CaseTermService } from './case-term-service.ts';

type Deps = { terms: CaseTermService; areas: { all(): Promise<Area[]> }; access: Access; sendPage: SendPage };
const query = z.object({ area: areaInAddress });

/** Adopting limits for cases of land and buildings, for administrators. */
export function caseTermPages({ terms, areas, access, sendPage }: Deps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const ofArea = {
    act: 'compact.record',
    tag: 'compact',
    path: '/desk/compact/case-terms',
    query,
    thing: async ({ query: { area } }: { query: { area: string } }) => ({ areaId: (await areaOf(area)).id }),
  };

  async function page(req: Request, res: Response, slug: string, status = 200, again?: FormState): Promise<void> {
    const area = await areaOf(slug);
    const form = again ?? {
      values: { ...(await terms.inForce(area)).terms, from: terms.today(area) },
      mistakes: [],
    };
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Terms for land and buildings in ${area.name}`,
      description: 'Days for cases of land and buildings.',
      body: caseTermsFormView({ area, form }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofArea,
      method: 'get',
      summary: 'The form for the limits of cases of land and buildings',
      reply: PAGE,
      run: ({ req, res, query: { area } }) => page(req, res, area),
    }),
    endpoint({
      ...ofArea,
      method: 'post',
      summary: 'Adopts limits for cases of land and buildings from a day on',
      reply: DONE,
      body: newCaseTermsSchema,
      async run({ req, res, query: { area }, body }) {
        await terms.adopt(await areaOf(area), body, access.signedIn(req).personId);
        seeOther(req, res, `/desk/compact?area=${area}&done=terms`);
      },
      again: ({ req, res, query: { area }, values, problem }) =>
        page(req, res, area, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
