import type { Request, Response } from 'express';
import { yearCopyView, type YearCopyHead } from '../../../client/rooms/spaces/year-copy-view.ts';
import { areaNamed } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { mistakesOf, tellNext, told, DONE, PAGE } from '../../kernel/form-page.ts';
import { notFound, type Mistake, type Problem } from '../../kernel/problem.ts';
import { calendarQuery } from './calendar-days-contract.ts';
import { deskPlaces, placeParams, SENT, type DeskSpaceDeps } from './desk-space-page.ts';
import { copiedTold } from './space-words.ts';
import { MOST_COPIED_ROWS, yearCopyQuery, yearCopySchema } from './year-copy-contract.ts';
import type { TypedRows, Whose } from './year-copy-service.ts';

type Shown = { year: string | undefined; typed: TypedRows; status: number; mistakes: readonly Mistake[] };
type Area = Awaited<ReturnType<DeskSpaceDeps['areas']['all']>>[number];

const areaQuery = yearCopyQuery.extend(calendarQuery.shape);

/** Copying last year's terms, and the seasons of a place's rooms, with a look at what will be there and what clashes. */
export function yearCopyPages(deps: DeskSpaceDeps): Endpoint[] {
  const { spaces, access, sendPage, areas } = deps;
  const placeOf = deskPlaces(deps);
  const areaCalled = async (slug: string | undefined): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const ofPlace = {
    act: 'space.edit',
    tag: 'spaces',
    path: '/desk/assets/:asset/next-year',
    params: placeParams,
    thing: ({ params }: { params: { asset: string } }) => spaces.placeThing(params.asset),
  } as const;
  const ofArea = {
    act: 'area.calendar',
    tag: 'spaces',
    path: '/desk/calendar/next-year',
    query: areaQuery,
    thing: async ({ query }: { query: { area?: string | undefined } }) => ({
      areaId: (await areaCalled(query.area)).id,
    }),
  } as const;
  const whoseArea = ({ id, timeZone }: Area): Whose => ({ areaId: id, assetId: null, timeZone });

  async function send(
    req: Request,
    res: Response,
    head: YearCopyHead,
    whose: Whose,
    { year, typed, status, mistakes }: Shown,
  ): Promise<void> {
    const body = yearCopyView({ head, ...(await spaces.yearCopy.plan(whose, year, typed)), mistakes, done: told(req) });
    await sendPage(req, res, {
      status,
      title: SENT.title(`Copy last year’s terms of ${head.name}`, status),
      description: 'Terms and seasons.',
      body,
      robots: 'noindex',
    });
  }
  async function placePage(req: Request, res: Response, assetId: string, shown: Shown): Promise<void> {
    const place = await placeOf(req, assetId);
    await send(
      req,
      res,
      { kind: 'place', name: place.name, base: `/desk/assets/${assetId}/next-year`, place },
      await spaces.placeThing(assetId),
      shown,
    );
  }
  async function areaPage(req: Request, res: Response, slug: string | undefined, shown: Shown): Promise<void> {
    const area = await areaCalled(slug);
    await send(
      req,
      res,
      { kind: 'area', name: area.name, base: '/desk/calendar/next-year', slug: area.slug },
      whoseArea(area),
      shown,
    );
  }
  const asked = (query: { year?: string | undefined; again?: string | undefined }): Shown => ({
    year: query.year,
    typed: query.again ? typedIn(query) : new Map(),
    status: 200,
    mistakes: [],
  });
  const again = (values: Record<string, unknown>, problem: Problem): Shown => ({
    year: text(values['year']),
    typed: typedIn(values),
    status: problem.status,
    mistakes: mistakesOf(problem),
  });

  return [
    endpoint({
      ...ofPlace,
      method: 'get',
      summary: 'What last year’s terms and seasons would become',
      reply: PAGE,
      query: yearCopyQuery,
      run: ({ req, res, params, query }) => placePage(req, res, params.asset, asked(query)),
    }),
    endpoint({
      ...ofPlace,
      method: 'post',
      summary: 'Copies the ticked terms and seasons',
      reply: DONE,
      body: yearCopySchema,
      async run({ req, res, params, body }) {
        const copied = await spaces.yearCopy.copy(
          access.signedIn(req),
          await spaces.placeThing(params.asset),
          body.year,
          typedIn(body),
        );
        tellNext(req, copiedTold(copied));
        seeOther(req, res, `/desk/assets/${params.asset}/next-year?year=${body.year}`, copied);
      },
      again: ({ req, res, params, values, problem }) => placePage(req, res, params.asset, again(values, problem)),
    }),
    endpoint({
      ...ofArea,
      method: 'get',
      summary: 'What last year’s terms of an area would become',
      reply: PAGE,
      run: ({ req, res, query }) => areaPage(req, res, query.area, asked(query)),
    }),
    endpoint({
      ...ofArea,
      method: 'post',
      summary: 'Copies the ticked terms of an area',
      reply: DONE,
      body: yearCopySchema,
      async run({ req, res, query, body }) {
        const area = await areaCalled(query.area);
        const copied = await spaces.yearCopy.copy(access.signedIn(req), whoseArea(area), body.year, typedIn(body));
        tellNext(req, copiedTold(copied));
        seeOther(req, res, `/desk/calendar/next-year?area=${area.slug}&year=${body.year}`, copied);
      },
      again: ({ req, res, query, values, problem }) => areaPage(req, res, query.area, again(values, problem)),
    }),
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

/** The lines of the form, by what each is copied from. */
function typedIn(values: Readonly<Record<string, unknown>>): TypedRows {
  const lines = Array.from({ length: MOST_COPIED_ROWS }, (_, index) => index + 1).filter(
    (at) => text(values[`source_${at}`]) !== '',
  );
  return new Map(
    lines.map((at) => [
      text(values[`source_${at}`]),
      {
        name: text(values[`name_${at}`]),
        from: text(values[`from_${at}`]),
        to: text(values[`to_${at}`]),
        take: values[`take_${at}`] === 'yes',
      },
    ]),
  );
}
