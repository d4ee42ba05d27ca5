import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { assistedAskView } from '../../../client/casework/enquiries/ask-view.ts';
import { enquiryListView } from '../../../client/casework/enquiries/enquiry-list-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { PARTIES } from '../../ground/cases/standing-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { assistedAskSchema } from './enquiry-contract.ts';
import type { EnquiryPagesDeps } from './enquiry-endpoint.ts';
import { pickMapOf } from './enquiry-map-page.ts';

const query = z.object({ area: areaInAddress, turn: z.enum(PARTIES).optional().catch(undefined) });
const areaQuery = z.object({ area: areaInAddress, asset: z.string().max(36).optional() });

/** An area’s questions by what is due, and asking for somebody who rang, wrote or came in. */
export function enquiryDeskPages(deps: EnquiryPagesDeps & { clock: Clock }): Endpoint[] {
  const { enquiries, areas, access, sendPage, tiles, clock } = deps;
  const { lists, asking, asked } = enquiries;
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const thing = async ({ query: { area } }: { query: { area: string } }) => ({ areaId: (await areaOf(area)).id });

  async function formPage(req: Request, res: Response, slug: string, status: number, form: FormState): Promise<void> {
    const area = await areaOf(slug);
    const { asset, submission } = form.values;
    const chosen =
      typeof asset === 'string' && asset !== ''
        ? (await asked.asked({ asset, lon: undefined, lat: undefined, near: '', place: '', kind: 'land' })).asset
        : null;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Ask whose a place is for somebody`,
      description: 'For officers.',
      body: assistedAskView({
        form,
        area,
        chosen: chosen && { id: chosen.id, name: chosen.name },
        map: pickMapOf([area], tiles),
        submission: typeof submission === 'string' ? submission : randomUUID(),
        groups: [],
      }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act: 'enquiry.list',
      tag: 'desk',
      method: 'get',
      path: '/desk/enquiries',
      summary: 'Questions whose a place is, what is due first',
      reply: PAGE,
      query,
      thing,
      async run({ req, res, query: { area: slug, turn = null } }) {
        const area = await areaOf(slug);
        await sendPage(req, res, {
          title: `Whose is this? Questions in ${area.name}`,
          description: 'What is due.',
          body: enquiryListView({
            area,
            lines: await lists.openIn(area, turn),
            ended: turn === null ? await lists.endedIn(area) : [],
            counts: await lists.counts(area),
            turn,
            mayAssist: access.may(req.who, 'enquiry.assist', { areaId: area.id }),
          }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      act: 'enquiry.assist',
      tag: 'desk',
      method: 'get',
      path: '/desk/enquiries/new',
      summary: 'The form to ask for somebody who rang, wrote or came in',
      reply: PAGE,
      query: areaQuery,
      thing,
      async run({ req, res, query: { area: slug, asset } }) {
        const today = dayIn((await areaOf(slug)).timeZone, clock());
        const values = { kind: 'land', received_on: today, ...(asset !== undefined && { asset }) };
        await formPage(req, res, slug, 200, { values, mistakes: [] });
      },
    }),
    endpoint({
      act: 'enquiry.assist',
      tag: 'desk',
      method: 'post',
      path: '/desk/enquiries',
      summary: 'Asks whose a place is for somebody; the day they got in touch counts',
      reply: DONE,
      query: areaQuery,
      thing,
      body: assistedAskSchema,
      async run({ req, res, query: { area: slug }, body }) {
        const { enquiry, alreadyOpen } = await asking.askFor(access.signedIn(req), await areaOf(slug), body);
        tellNext(
          req,
          alreadyOpen
            ? `Somebody has asked about this place already. They follow that question now: tell them its number, ${enquiry.number}.`
            : `The question is sent. Tell them its number, ${enquiry.number}.`,
        );
        seeOther(req, res, `/enquiries/${enquiry.id}`, { id: enquiry.id, number: enquiry.number, alreadyOpen });
      },
      again: ({ req, res, query: { area: slug }, values, problem }) =>
        formPage(req, res, slug, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
