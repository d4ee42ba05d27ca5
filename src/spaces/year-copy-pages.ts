import type { Request, Response } from 'express';
import { yearCopyView } from '../../client/spaces/year-copy-view.ts';
import { endpoint, seeOther, type Endpoint } from '../kernel/endpoint.ts';
import { mistakesOf, tellNext, told } from '../kernel/form-page.ts';
import type { Mistake } from '../kernel/problem.ts';
import { deskPlaces, DONE, PAGE, placeParams, SENT, type DeskSpaceDeps } from './desk-space-page.ts';
import { copiedTold } from './space-words.ts';
import { MOST_COPIED_ROWS, yearCopyQuery, yearCopySchema } from './year-copy-contract.ts';
import type { TypedRows } from './year-copy-service.ts';

type Shown = { year: string | undefined; typed: TypedRows; status: number; mistakes: readonly Mistake[] };

/** Copying last year's terms and seasons of a place, with a look at what will be there and what clashes. */
export function yearCopyPages(deps: DeskSpaceDeps): Endpoint[] {
  const { spaces, access, sendPage } = deps;
  const placeOf = deskPlaces(deps);
  const about = {
    act: 'space.edit', tag: 'spaces', path: '/desk/assets/:asset/next-year', params: placeParams, thing: ({ params }: { params: { asset: string } }) => spaces.placeThing(params.asset),
  } as const;

  async function page(req: Request, res: Response, assetId: string, { year, typed, status, mistakes }: Shown): Promise<void> {
    const place = await placeOf(req, assetId);
    const body = yearCopyView({ place, ...(await spaces.yearCopy.plan(assetId, year, typed)), mistakes, done: told(req) });
    await sendPage(req, res, { status, title: SENT.title(`Copy last year’s terms and seasons of ${place.name}`, status), description: 'Terms and seasons.', body, robots: 'noindex' });
  }

  return [
    endpoint({
      ...about, method: 'get', summary: 'What last year’s terms and seasons would become', reply: PAGE, query: yearCopyQuery,
      run: ({ req, res, params, query }) => page(req, res, params.asset, { year: query.year, typed: query.again ? typedIn(query) : new Map(), status: 200, mistakes: [] }),
    }),
    endpoint({
      ...about, method: 'post', summary: 'Copies the ticked terms and seasons', reply: DONE, body: yearCopySchema,
      async run({ req, res, params, body }) {
        const copied = await spaces.yearCopy.copy(access.signedIn(req), params.asset, body.year, typedIn(body));
        tellNext(req, copiedTold(copied));
        seeOther(req, res, `/desk/assets/${params.asset}/next-year?year=${body.year}`, copied);
      },
      again: ({ req, res, params, values, problem }) => page(req, res, params.asset, { year: text(values['year']), typed: typedIn(values), status: problem.status, mistakes: mistakesOf(problem) }),
    }),
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

/** The lines of the form, by what each is copied from. */
function typedIn(values: Readonly<Record<string, unknown>>): TypedRows {
  const lines = Array.from({ length: MOST_COPIED_ROWS }, (_, index) => index + 1).filter((at) => text(values[`source_${at}`]) !== '');
  return new Map(lines.map((at) => [text(values[`source_${at}`]), { name: text(values[`name_${at}`]), from: text(values[`from_${at}`]), to: text(values[`to_${at}`]), take: values[`take_${at}`] === 'yes' }]));
}
