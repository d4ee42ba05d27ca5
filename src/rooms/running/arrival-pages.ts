import type { Request, Response } from 'express';
import { arrivalView } from '../../../client/rooms/running/arrival-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { z } from 'zod';
import { arrivalSchema } from './arrival-contract.ts';
import { ArrivalConflict, type ArrivalService } from './arrival-service.ts';
import { buildingFrames, type FrameDeps } from './building-page.ts';

type Deps = FrameDeps & { arrival: ArrivalService; sendPage: SendPage };
type Again = { status: number; form: FormState; seen: string | null; conflict: boolean };

const params = z.object({ id: idSchema });

/** Keys and alarm of a building, to read and to write down. */
export function arrivalPages({ arrival, sendPage, ...deps }: Deps): Endpoint[] {
  const { looking, access } = deps;
  const frameOf = buildingFrames(deps);
  const about = {
    tag: 'running',
    params,
    path: '/desk/buildings/:id/arrival',
    act: 'arrival.write',
    thing: ({ req, params: { id } }: { req: Request; params: { id: string } }) =>
      looking.thing(req.who, 'arrival.write', id),
  } as const;

  async function page(req: Request, res: Response, id: string, again: Again | null): Promise<void> {
    const frame = await frameOf(req.who, id);
    const { rooms, values, seen } = await arrival.form(id);
    const title = `Keys and alarm of ${frame.building.name}`;
    // After a conflict the form goes on from what stands there now: both can be seen.
    const body = arrivalView({
      frame,
      rooms,
      form: again?.form ?? { values, mistakes: [] },
      seen: again && !again.conflict ? (again.seen ?? seen) : seen,
      now: again?.conflict ? values : null,
      done: told(req),
    });
    await sendPage(req, res, {
      status: again?.status ?? 200,
      title: again ? `Error: ${title}` : title,
      description: 'How to get in.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...about,
      method: 'get',
      summary: 'How to get into a building, to write down',
      reply: PAGE,
      run: ({ req, res, params: { id } }) => page(req, res, id, null),
    }),
    endpoint({
      ...about,
      method: 'post',
      summary: 'Replaces the notes on how to get into a building',
      reply: DONE,
      body: arrivalSchema,
      async run({ req, res, params: { id }, body }) {
        await arrival.save(access.signedIn(req), await looking.building(id), body);
        tellNext(req, 'Saved. Whoever opens the building sees it with tonight’s list.');
        seeOther(req, res, `/desk/buildings/${id}/arrival`);
      },
      again: ({ req, res, params: { id }, values, problem }) =>
        page(req, res, id, {
          status: problem.status,
          form: { values, mistakes: mistakesOf(problem) },
          seen: typeof values['seen'] === 'string' ? values['seen'] : null,
          conflict: problem instanceof ArrivalConflict,
        }),
    }),
  ];
}
