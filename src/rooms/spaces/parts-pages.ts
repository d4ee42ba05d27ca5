import type { Request, Response } from 'express';
import { z } from 'zod';
import { partsView } from '../../../client/rooms/spaces/desk-spaces-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { Problem } from '../../kernel/problem.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { deskPlaces, doneQuery, formAgain, SENT, spaceParams, type DeskSpaceDeps } from './desk-space-page.ts';

const DONE_WORDS: Record<string, string> = {
  divided: 'The parts are there. Give each its prices.',
  joined: 'It is let as one again.',
};
type Sent = {
  req: Request;
  res: Response;
  params: { space: string };
  values: Record<string, unknown>;
  problem: Problem;
};

/** The parts of a space, and the end of letting it. */
export function partsPages(deps: DeskSpaceDeps): Endpoint[] {
  const { spaces, access, sendPage } = deps;
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
    id: string,
    status: number,
    form: FormState,
    done: string | null = null,
  ): Promise<void> {
    const space = await spaces.live(id);
    const parts = (await spaces.listed(space.assetId)).filter(({ parentId }) => parentId === id);
    const body = partsView({
      place: await placeOf(req, space.assetId),
      space,
      parts,
      form,
      done,
      history: await spaces.history(id),
    });
    await sendPage(req, res, {
      status,
      title: SENT.title(`Parts of ${space.name}`, status),
      description: 'Parts of a space.',
      body,
      robots: 'noindex',
    });
  }
  const again = ({ req, res, params, values, problem }: Sent): Promise<void> =>
    page(req, res, params.space, problem.status, formAgain(values, problem));

  return [
    endpoint({
      ...ofSpace,
      method: 'get',
      path: '/desk/spaces/:space/parts',
      summary: 'The parts of a space, to change',
      reply: PAGE,
      query: doneQuery,
      run: ({ req, res, params, query }) =>
        page(req, res, params.space, 200, emptyForm, DONE_WORDS[query.done ?? ''] ?? null),
    }),
    endpoint({
      ...ofSpace,
      method: 'post',
      path: '/desk/spaces/:space/parts',
      summary: 'Divides a space into parts',
      reply: DONE,
      body: z.looseObject({}),
      async run({ req, res, params, body }) {
        const parts = await spaces.parts.divide(access.signedIn(req), params.space, body);
        seeOther(req, res, `/desk/spaces/${params.space}/parts?done=divided`, {
          parts: parts.map(({ id, name }) => ({ id, name })),
        });
      },
      again,
    }),
    endpoint({
      ...ofSpace,
      method: 'post',
      path: '/desk/spaces/:space/join',
      summary: 'Joins the parts of a space',
      reply: DONE,
      async run({ req, res, params }) {
        await spaces.parts.join(access.signedIn(req), params.space);
        seeOther(req, res, `/desk/spaces/${params.space}/parts?done=joined`);
      },
      again,
    }),
    endpoint({
      ...ofSpace,
      method: 'post',
      path: '/desk/spaces/:space/retire',
      summary: 'Takes a space out of what is let',
      reply: DONE,
      async run({ req, res, params }) {
        const { assetId } = await spaces.live(params.space);
        await spaces.parts.retire(access.signedIn(req), params.space);
        seeOther(req, res, `/desk/assets/${assetId}/spaces?done=retired`);
      },
      again,
    }),
  ];
}
