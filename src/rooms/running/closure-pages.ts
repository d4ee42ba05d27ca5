import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { closurePreviewView } from '../../../client/rooms/running/closure-preview-view.ts';
import { closuresView } from '../../../client/rooms/running/closures-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, parse, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { Problem, type Mistake } from '../../kernel/problem.ts';
import { buildingFrames, type FrameDeps } from './building-page.ts';
import { closeSchema, closureFormSchema, type ClosureForm } from './closure-form-contract.ts';
import type { ClosingService } from './closing-service.ts';
import { closedTold } from './running-words.ts';

type Deps = FrameDeps & { closing: ClosingService; sendPage: SendPage };

const params = z.object({ id: idSchema });

/** Closing days of a building: look first, then close, and open again. */
export function closurePages({ closing, sendPage, ...deps }: Deps): Endpoint[] {
  const { looking, access } = deps;
  const frameOf = buildingFrames(deps);
  const thing = ({ req, params: { id } }: { req: Request; params: { id: string } }) =>
    looking.thing(req.who, 'closure.manage', id);
  const about = { tag: 'running', act: 'closure.manage', params, thing } as const;

  async function formPage(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const frame = await frameOf(req.who, id);
    const title = `Closed days of ${frame.building.name}`;
    const body = closuresView({
      frame,
      ahead: await closing.ahead(frame.building),
      choices: await closing.choices(frame.building),
      form,
      done: told(req),
    });
    await sendPage(req, res, {
      status,
      title: status === 200 ? title : `Error: ${title}`,
      description: 'Closed days.',
      body,
      robots: 'noindex',
    });
  }

  async function previewPage(
    req: Request,
    res: Response,
    id: string,
    status: number,
    form: ClosureForm,
    { mistakes, submission }: { mistakes: readonly Mistake[]; submission: string },
  ): Promise<void> {
    const frame = await frameOf(req.who, id);
    const body = closurePreviewView({
      frame,
      form,
      ...(await closing.preview(frame.building, form)),
      submission,
      mistakes,
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}What is in the way?`,
      description: 'Closed days.',
      body,
      robots: 'noindex',
    });
  }

  /** A form that makes no sense is shown again, whichever way it came. */
  async function shownAgain(
    req: Request,
    res: Response,
    id: string,
    values: ClosureForm,
    problem: unknown,
  ): Promise<void> {
    if (!(problem instanceof Problem) || problem.status >= 500) throw problem;
    await formPage(req, res, id, problem.status, { values, mistakes: mistakesOf(problem) });
  }

  return [
    endpoint({
      ...about,
      method: 'get',
      path: '/desk/buildings/:id/closures',
      summary: 'The closed days of a building, and the form to close more',
      reply: PAGE,
      query: closureFormSchema,
      run: ({ req, res, params: { id }, query }) =>
        formPage(req, res, id, 200, { values: { ...query, when: query.when || 'day' }, mistakes: [] }),
    }),
    endpoint({
      ...about,
      method: 'get',
      path: '/desk/buildings/:id/closures/preview',
      summary: 'What stands in the way of closing some days',
      reply: PAGE,
      query: closureFormSchema,
      run: ({ req, res, params: { id }, query }) =>
        previewPage(req, res, id, 200, query, { mistakes: [], submission: randomUUID() }).catch((problem: unknown) =>
          shownAgain(req, res, id, query, problem),
        ),
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/buildings/:id/closures',
      summary: 'Closes a building or a room for some days',
      reply: DONE,
      body: closeSchema,
      async run({ req, res, params: { id }, body }) {
        const closed = await closing.close(access.signedIn(req), await looking.building(id), body);
        tellNext(req, closedTold(closed));
        seeOther(req, res, `/desk/buildings/${id}/closures`, closed);
      },
      async again({ req, res, params: { id }, values, problem }) {
        const form = parse(closureFormSchema, values);
        if (problem.status !== 409) return shownAgain(req, res, id, form, problem);
        // Somebody booked between the look and the button: the look again, with the same form.
        await previewPage(req, res, id, 409, form, {
          mistakes: mistakesOf(problem)
            .slice(0, 1)
            .map(() => ({ field: '', message: problem.message })),
          submission: String(values['submission'] ?? ''),
        });
      },
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/buildings/:id/closures/:closure/remove',
      summary: 'Opens again what was closed',
      reply: DONE,
      params: z.object({ id: idSchema, closure: idSchema }),
      async run({ req, res, params: { id, closure } }) {
        await closing.reopen(access.signedIn(req), await looking.building(id), closure);
        tellNext(req, 'Open again: it can be booked from now on.');
        seeOther(req, res, `/desk/buildings/${id}/closures`);
      },
    }),
  ];
}
