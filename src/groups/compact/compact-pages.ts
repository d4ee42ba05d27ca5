import type { Request, Response } from 'express';
import { z } from 'zod';
import { compactDeskView } from '../../../client/groups/compact/compact-desk-view.ts';
import { compactView } from '../../../client/groups/compact/compact-view.ts';
import { roomTermsView } from '../../../client/groups/compact/room-terms-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import type { Contribution } from '../../kernel/wing.ts';
import { adoptionSchema, endAdoptionSchema, newTermsSchema, type RoomTerms } from './compact-contract.ts';
import type { CompactService } from './compact-service.ts';
import type {} from './compact-slot.ts';

type Deps = {
  compact: CompactService;
  areas: { all(): Promise<Area[]> };
  access: Access;
  sendPage: SendPage;
  /** What others have adopted in an area: for everybody, and for officers. */
  parts: readonly NonNullable<Contribution['onCompact']>[];
  deskParts: readonly NonNullable<Contribution['onCompactDesk']>[];
};
type Query = { area: string; done?: string | undefined };

const query = z.object({ area: areaInAddress, done: z.string().max(20).optional() });

/** The compact: who has joined, for everybody to read; recording it, for administrators. */
export function compactPages({ compact, areas, access, sendPage, parts, deskParts }: Deps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const inArea = {
    tag: 'compact',
    query,
    thing: async (input: { query: Query }) => ({ areaId: (await areaOf(input.query.area)).id }),
  };
  const by = (req: Request): string => access.signedIn(req).personId;

  async function desk(
    req: Request,
    res: Response,
    { area: slug, done }: Query,
    status = 200,
    form?: FormState,
  ): Promise<void> {
    const area = await areaOf(slug);
    const state = await compact.inArea(area);
    const mayRecord = access.may(req.who, 'compact.record', { areaId: area.id });
    const body = compactDeskView({
      area,
      ...state,
      form: form ?? { ...emptyForm, values: { from: state.today } },
      mayRecord,
      more: await Promise.all(deskParts.map((part) => part(area, mayRecord))),
      done: done ?? null,
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}The compact in ${area.name}`,
      description: 'Who has joined.',
      body,
      robots: 'noindex',
    });
  }

  async function terms(
    req: Request,
    res: Response,
    { area: slug }: Query,
    status = 200,
    form?: FormState,
  ): Promise<void> {
    const area = await areaOf(slug);
    const { today, terms: adopted } = await compact.inArea(area);
    const body = roomTermsView({
      area,
      form: form ?? { values: { ...asTyped(adopted.terms), from: today }, mistakes: [] },
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Terms for rooms in ${area.name}`,
      description: 'Days and amounts for rooms.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act: 'register.read',
      tag: 'compact',
      method: 'get',
      path: '/compact',
      summary: 'What the compact is, who has joined it, and the terms for rooms',
      reply: PAGE,
      async run({ req, res }) {
        const all = await areas.all();
        const body = compactView(
          await Promise.all(
            all.map(async (area) => ({
              area,
              ...(await compact.inArea(area)),
              more: await Promise.all(parts.map((part) => part(area))),
            })),
          ),
        );
        await sendPage(req, res, {
          title: 'The compact',
          description: 'What public owners promise to community groups, and who has joined.',
          body,
          canonical: '/compact',
        });
      },
    }),
    endpoint({
      ...inArea,
      act: 'compact.read',
      method: 'get',
      path: '/desk/compact',
      summary: 'Owners’ decisions to join, and the terms for rooms',
      reply: PAGE,
      run: ({ req, res, query: asked }) => desk(req, res, asked),
    }),
    endpoint({
      ...inArea,
      act: 'compact.record',
      method: 'post',
      path: '/desk/compact',
      summary: 'Records that an owner has joined the compact',
      reply: DONE,
      body: adoptionSchema,
      async run({ req, res, query: asked, body }) {
        await compact.record(await areaOf(asked.area), body, by(req));
        seeOther(req, res, `/desk/compact?area=${asked.area}&done=joined`);
      },
      again: ({ req, res, query: asked, values, problem }) =>
        desk(req, res, asked, problem.status, shownAgain(values, problem)),
    }),
    endpoint({
      ...inArea,
      act: 'compact.record',
      method: 'get',
      path: '/desk/compact/terms',
      summary: 'The form for terms for rooms',
      reply: PAGE,
      run: ({ req, res, query: asked }) => terms(req, res, asked),
    }),
    endpoint({
      ...inArea,
      act: 'compact.record',
      method: 'post',
      path: '/desk/compact/terms',
      summary: 'Adopts terms for rooms from a day on',
      reply: DONE,
      body: newTermsSchema,
      async run({ req, res, query: asked, body }) {
        const { most_deposit: pence, ...others } = body;
        await compact.adoptTerms(await areaOf(asked.area), { ...others, most_deposit_pence: pence }, by(req));
        seeOther(req, res, `/desk/compact?area=${asked.area}&done=terms`);
      },
      again: ({ req, res, query: asked, values, problem }) =>
        terms(req, res, asked, problem.status, shownAgain(values, problem)),
    }),
    endpoint({
      ...inArea,
      act: 'compact.record',
      method: 'post',
      path: '/desk/compact/:id/end',
      summary: 'Records that an owner has left the compact',
      reply: DONE,
      params: z.object({ id: z.string().max(36) }),
      body: endAdoptionSchema,
      async run({ req, res, query: asked, params, body }) {
        await compact.end(await areaOf(asked.area), params.id, body.reason, by(req));
        seeOther(req, res, `/desk/compact?area=${asked.area}&done=left`);
      },
      again: ({ req, res, query: asked, problem }) => desk(req, res, asked, problem.status, shownAgain({}, problem)),
    }),
  ];
}

const shownAgain = (values: Record<string, unknown>, { mistakes, message }: Problem): FormState => ({
  values,
  mistakes: mistakes.length > 0 ? mistakes : [{ field: '', message }],
});

/** Terms as the form has them: money in pounds. */
const asTyped = ({ most_deposit_pence: pence, ...others }: RoomTerms): Record<string, unknown> => ({
  ...others,
  most_deposit: pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2),
});
