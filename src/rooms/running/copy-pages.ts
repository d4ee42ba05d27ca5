import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { copyView } from '../../../client/rooms/running/copy-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { buildingFrames, type FrameDeps } from './building-page.ts';
import { copyQuery, copySchema, MOST_COPIED } from './closure-form-contract.ts';
import type { CopyService, Typed } from './copy-service.ts';
import { closedTold } from './running-words.ts';

type Deps = FrameDeps & { copying: CopyService; sendPage: SendPage };
type Shown = {
  year: string | undefined;
  typed: Typed | null;
  status: number;
  mistakes: readonly Mistake[];
  submission: string;
};

const params = z.object({ id: idSchema });

/** Copying last year's closed days, with a look at what clashes before anything is written. */
export function copyPages({ copying, sendPage, ...deps }: Deps): Endpoint[] {
  const { looking, access } = deps;
  const frameOf = buildingFrames(deps);
  const about = {
    tag: 'running',
    act: 'closure.manage',
    params,
    path: '/desk/buildings/:id/closures/copy',
    thing: ({ req, params: { id } }: { req: Request; params: { id: string } }) =>
      looking.thing(req.who, 'closure.manage', id),
  } as const;

  async function page(
    req: Request,
    res: Response,
    id: string,
    { year, typed, status, mistakes, submission }: Shown,
  ): Promise<void> {
    const frame = await frameOf(req.who, id);
    const body = copyView({ frame, ...(await copying.plan(frame.building, year, typed)), submission, mistakes });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Copy last year’s closed days`,
      description: 'Closed days.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...about,
      method: 'get',
      summary: 'What last year’s closed days would become this year',
      reply: PAGE,
      query: copyQuery,
      run: ({ req, res, params: { id }, query }) =>
        page(req, res, id, {
          year: query.year,
          typed: query.again ? typedIn(query) : null,
          status: 200,
          mistakes: [],
          submission: randomUUID(),
        }),
    }),
    endpoint({
      ...about,
      method: 'post',
      summary: 'Closes the days that were copied from last year',
      reply: DONE,
      body: copySchema,
      async run({ req, res, params: { id }, body }) {
        const closed = await copying.close(
          access.signedIn(req),
          await looking.building(id),
          body.year,
          typedIn(body),
          body,
        );
        tellNext(req, closedTold(closed));
        seeOther(req, res, `/desk/buildings/${id}/closures`, closed);
      },
      again: ({ req, res, params: { id }, values, problem }) =>
        page(req, res, id, {
          year: text(values['year']),
          typed: typedIn(values),
          status: problem.status,
          mistakes: mistakesOf(problem),
          submission: text(values['submission']),
        }),
    }),
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The lines of the form, by the closure that each is copied from. */
function typedIn(values: Readonly<Record<string, unknown>>): Typed {
  const rows = Array.from({ length: MOST_COPIED }, (_, index) => index + 1).filter(
    (nth) => text(values[`source_${nth}`]) !== '',
  );
  return new Map(
    rows.map((nth) => [
      text(values[`source_${nth}`]),
      { from: text(values[`from_${nth}`]), to: text(values[`to_${nth}`]), take: values[`take_${nth}`] === 'yes' },
    ]),
  );
}
