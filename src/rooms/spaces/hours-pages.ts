import type { Request, Response } from 'express';
import { hoursFormView, type HoursFormData } from '../../../client/rooms/spaces/hours-form-view.ts';
import { pricesFormView } from '../../../client/rooms/spaces/prices-form-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { Problem } from '../../kernel/problem.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import {
  conflictIn,
  deskPlaces,
  doneQuery,
  formAgain,
  SENT,
  spaceParams,
  type DeskSpaceDeps,
} from './desk-space-page.ts';
import { withList } from './row-form-rules.ts';
import { editingSchema } from './space-edit-contract.ts';
import { textsIn } from './space-form-rules.ts';

type Which = 'hours' | 'prices';
type Again = {
  status: number;
  form?: FormState;
  seen?: string;
  conflict?: { by: string; labels: readonly string[] } | null;
  preview?: HoursFormData['preview'];
  done?: string | null;
};

/** When a space is open and what it costs: two lists, each with a page of its own. */
export function hoursPages(deps: DeskSpaceDeps): Endpoint[] {
  const { spaces, pages, access, sendPage } = deps;
  const placeOf = deskPlaces(deps);
  const ofSpace = {
    act: 'space.edit',
    tag: 'spaces',
    params: spaceParams,
    thing: ({ params }: { params: { space: string } }) => spaces.thing(params.space),
  } as const;

  async function page(
    req: Request,
    res: Response,
    which: Which,
    id: string,
    { status, form, seen, conflict = null, preview = null, done = null }: Again,
  ): Promise<void> {
    const space = await spaces.live(id);
    const fresh = which === 'hours' ? await spaces.hours.hoursForm(id) : await spaces.hours.pricesForm(id);
    const data = {
      place: await placeOf(req, space.assetId),
      space,
      form: form ?? { values: fresh.values, mistakes: [] },
      seen: seen ?? fresh.seen,
      conflict: conflict && { ...conflict, now: fresh.values },
      preview,
      done,
      history: await spaces.history(id),
    };
    const title = which === 'hours' ? `Opening hours of ${space.name}` : `Prices of ${space.name}`;
    await sendPage(req, res, {
      status,
      title: SENT.title(title, status),
      description: title,
      body: which === 'hours' ? hoursFormView(data) : pricesFormView(data),
      robots: 'noindex',
    });
  }

  /** The lines as they were sent, whether a form or a program sent them. */
  const sent = (which: Which, values: Record<string, unknown>) => textsIn(withList(values, which));
  const preview = async (which: Which, id: string, body: Record<string, unknown>) => {
    const { assetId } = await spaces.live(id);
    const hours = (): object => ({ windows: spaces.hours.readHours(body).map((window) => ({ ...window, id: '' })) });
    const prices = (): object => ({
      ...spaces.hours.readPrices(body),
      tariffs: spaces.hours.readPrices(body).tariffs.map((tariff) => ({ ...tariff, id: '' })),
    });
    return pages.asOthersSee({ id, assetId }, which === 'hours' ? hours() : prices());
  };
  const again =
    (which: Which) =>
    ({
      req,
      res,
      params,
      values,
      problem,
    }: {
      req: Request;
      res: Response;
      params: { space: string };
      values: Record<string, unknown>;
      problem: Problem;
    }) => {
      const conflict = conflictIn(problem);
      return page(req, res, which, params.space, {
        status: problem.status,
        form: formAgain(sent(which, values), problem),
        conflict,
        ...(typeof values['seen'] === 'string' && !conflict ? { seen: values['seen'] } : {}),
      });
    };

  return (['hours', 'prices'] as const).flatMap((which) => [
    endpoint({
      ...ofSpace,
      method: 'get',
      path: `/desk/spaces/:space/${which}`,
      summary: which === 'hours' ? 'When a space is open, to edit' : 'What a space costs, to edit',
      reply: PAGE,
      query: doneQuery,
      run: ({ req, res, params, query }) =>
        page(req, res, which, params.space, { status: 200, done: DONE_WORDS[query.done ?? ''] ?? null }),
    }),
    endpoint({
      ...ofSpace,
      method: 'post',
      path: `/desk/spaces/:space/${which}`,
      summary: which === 'hours' ? 'Replaces the opening hours of a space' : 'Replaces the prices of a space',
      reply: DONE,
      body: editingSchema,
      async run({ req, res, params: { space }, body }) {
        if (body.then === 'preview')
          return page(req, res, which, space, {
            status: 200,
            form: { values: sent(which, body), mistakes: [] },
            seen: body.seen,
            preview: await preview(which, space, body),
          });
        if (which === 'hours') await spaces.hours.changeHours(access.signedIn(req), space, body);
        else await spaces.hours.changePrices(access.signedIn(req), space, body);
        seeOther(req, res, `/desk/spaces/${space}/${which}?done=saved`);
      },
      again: again(which),
    }),
  ]);
}

const DONE_WORDS: Record<string, string> = {
  saved: 'Saved.',
  added: 'The space is added. Now say when it is open; then what it costs.',
};
