import { z } from 'zod';
import { undeliveredView } from '../../../client/front/desk/undelivered-view.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { UndeliveredService } from './undelivered-service.ts';

type Deps = { undelivered: UndeliveredService; sendPage: SendPage; areas: { all(): Promise<Area[]> } };

/** The officers' page of mails that did not arrive. */
export function undeliveredPages({ undelivered, sendPage, areas }: Deps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  return [
    endpoint({
      act: 'mail.undelivered',
      tag: 'desk',
      method: 'get',
      path: '/desk/mail',
      summary: 'Mails to people of an area that did not arrive',
      reply: { type: 'text/html', description: 'A page' },
      query: z.object({ area: areaInAddress }),
      thing: async ({ query }) => ({ areaId: (await areaOf(query.area)).id }),
      async run({ req, res, query }) {
        const area = await areaOf(query.area);
        await sendPage(req, res, {
          title: 'Mail that did not arrive',
          description: 'For officers.',
          body: undeliveredView(area, await undelivered.inArea(area)),
          robots: 'noindex',
        });
      },
    }),
  ];
}
