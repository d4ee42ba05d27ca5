import { z } from 'zod';
import { lettersView, letterView } from '../../../client/groups/groups/letter-views.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { notFound } from '../../kernel/problem.ts';
import { areaFor } from './desk-group-pages.ts';
import { DONE, groupParams as letterParams, PAGE, tellNext, told, type GroupPagesDeps } from './group-endpoint.ts';
import { linkAfter, markIn } from '../../kernel/list-cursor.ts';

const ON_A_PAGE = 50;
const listQuery = z.object({
  area: z.string().max(60).optional(),
  printed: z.literal('yes').optional().catch(undefined),
  cursor: z.string().max(400).optional(),
});

/** Letters for people without an e-mail address: the list, one to print, and that it was printed. */
export function letterPages({ groups, areas, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const forArea = areaFor({ areas, access });
  const letterThing = async ({ params }: { params: { id: string } }) => ({
    areaId: (await groups.letters.byId(params.id))?.areaId ?? null,
  });

  return [
    endpoint({
      method: 'get',
      path: '/desk/letters',
      act: 'letter.print',
      tag: 'desk',
      summary: 'Letters to print',
      reply: PAGE,
      query: listQuery,
      thing: ({ query, req }) => forArea.thing(req, query.area, 'letter.print'),
      async run({ req, res, query }) {
        const area = await forArea.of(req, query.area, 'letter.print');
        const printed = query.printed === 'yes';
        const letters = await groups.letters.inArea({
          areaId: area.id,
          printed,
          after: markIn(query.cursor)?.[1] ?? null,
          limit: ON_A_PAGE + 1,
        });
        const last = letters.length > ON_A_PAGE ? letters[ON_A_PAGE - 1] : undefined;
        const next = last
          ? linkAfter('/desk/letters', { area: area.slug, printed: query.printed }, ['', last.id])
          : null;
        await sendPage(req, res, {
          title: 'Letters',
          description: 'For officers.',
          body: lettersView({ area, printed, letters: letters.slice(0, ON_A_PAGE), next, flash: told(req) }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/desk/letters/:id',
      act: 'letter.print',
      tag: 'desk',
      summary: 'One letter, to print',
      reply: PAGE,
      params: letterParams,
      thing: letterThing,
      async run({ req, res, params }) {
        const letter = await groups.letters.byId(params.id);
        const area = (await areas.all()).find(({ id }) => id === letter?.areaId);
        if (!letter || !area) throw notFound('letter');
        await sendPage(req, res, {
          title: letter.subject,
          description: 'A letter.',
          body: letterView(letter, area),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      method: 'post',
      path: '/desk/letters/:id/printed',
      act: 'letter.print',
      tag: 'desk',
      summary: 'Marks a letter as printed',
      reply: DONE,
      params: letterParams,
      thing: letterThing,
      async run({ req, res, params }) {
        const letter = await groups.letters.byId(params.id);
        const area = (await areas.all()).find(({ id }) => id === letter?.areaId);
        await groups.letters.markPrinted(access.signedIn(req), params.id);
        tellNext(req, 'The letter is marked as printed.');
        seeOther(req, res, `/desk/letters?area=${area?.slug ?? ''}`);
      },
    }),
  ];
}
