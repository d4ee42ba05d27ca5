import type { Request, Response } from 'express';
import { clockView } from '../../../client/casework/speaking/clock-view.ts';
import { floorView } from '../../../client/casework/speaking/floor-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint, type Shape } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, told } from '../../kernel/form-page.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { z } from 'zod';
import { giveFloorSchema, moreTimeSchema, stopFloorSchema } from './speaking-contract.ts';
import { ofProposalParams, onHearing, type SpeakingPagesDeps } from './speaking-endpoint.ts';

/** The clock of a hearing: for everybody to see, and for whoever runs it to move. */
export function floorPages(deps: SpeakingPagesDeps): Endpoint[] {
  const { speaking, proposals, access, sendPage } = deps;
  const { floors } = speaking;
  const show = floorPageOf(deps);
  const open = { act: 'register.read', tag: 'hearings', params: ofProposalParams, method: 'get' } as const;
  const runs = { ...onHearing(deps), act: 'hearing.call' } as const;

  const move = <B extends Shape>(
    of: string,
    summary: string,
    body: B,
    run: (who: Who, id: string, given: z.infer<B>) => Promise<void>,
  ): Endpoint =>
    endpoint({
      ...runs,
      method: 'post',
      path: `/proposals/:id/hearing/${of}`,
      summary,
      reply: DONE,
      body: body,
      async run({
        req,
        res,
        params,
        body: given,
      }: {
        req: Request;
        res: Response;
        params: { id: string };
        body: unknown;
      }) {
        await run(access.signedIn(req), params.id, given as z.infer<B>);
        seeOther(req, res, `/proposals/${params.id}/hearing/floor`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    });

  return [
    endpoint({
      ...open,
      path: '/proposals/:id/hearing/clock',
      summary: 'The clock of a hearing, for everybody',
      reply: PAGE,
      async run({ req, res, params }) {
        const { place, area } = await proposals.publicly(params.id);
        await sendPage(req, res, {
          title: `The clock of the hearing: ${place}`,
          description: 'How much time is left to those who speak for it and to those who speak against it.',
          body: clockView(params.id, place, await floors.clock(params.id)),
          about: { areaId: area.id },
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/api/proposals/:id/hearing-clock',
      summary: 'The same as data: seconds, and nobody’s name',
      reply: { type: 'application/json', description: 'Seconds that are left to each side, and who has the floor' },
      async run({ params }) {
        await proposals.sentThing(params.id);
        return floors.clock(params.id);
      },
    }),
    endpoint({
      ...runs,
      method: 'get',
      path: '/proposals/:id/hearing/floor',
      summary: 'Who has registered to speak, and the clock to move',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    move('floor-give', 'Gives somebody the floor: their side’s clock runs', giveFloorSchema, floors.give),
    move('floor-stop', 'Stops the clock', stopFloorSchema, floors.stop),
    move('floor-more', 'Gives both sides more time', moreTimeSchema, floors.extend),
  ];
}

/** Makes the function that shows the clock to whoever runs it. */
function floorPageOf({ speaking: { floors }, proposals, hearingOf, today, sendPage }: SpeakingPagesDeps) {
  return async (req: Request, res: Response, id: string, status = 200, form: FormState = emptyForm): Promise<void> => {
    const { place, area } = await proposals.publicly(id);
    const hearing = await hearingOf(id);
    const called = hearing?.state === 'called' ? hearing : null;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Run the hearing: ${place}`,
      description: 'Who has the floor, and how much time is left.',
      body: floorView({
        proposalId: id,
        place,
        ...(await floors.shown(id)),
        day: called?.day ?? null,
        runs: called !== null && called.day <= today(area),
        form,
        flash: told(req),
      }),
      about: { areaId: area.id },
      robots: 'noindex',
    });
  };
}
