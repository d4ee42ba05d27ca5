import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hireView } from '../../../client/rooms/hires/hire-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import { seeOther } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../bookings/booking-contract.ts';
import type { HireViewer } from './hire-contract.ts';
import type { HireServices } from './hire-services.ts';

/** What the pages from the first date of a booking to its closed file need. */
export type HirePagesDeps = {
  hires: HireServices;
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]> };
  bookings: {
    thing(id: string): Promise<Thing>;
    /** Who asks, and for whom. @throws Problem 400 that names what an officer left out */
    askerOf(req: Request, groupId: Thing['groupId'], body: Record<string, unknown>): Asker;
    /** On whose side somebody looks at a booking that they may read. */
    sideOf(req: Request, thing: Thing): HireViewer['as'];
  };
};
type Input = { params: { id: string } };
type Again = { req: Request; res: Response; params: { id: string }; values: Record<string, unknown>; problem: Problem };

const bookingParams = z.object({ id: idSchema });

/** What every form on the page of a hire shares: who may, the page itself, shown again after a mistake and opened anew when something is done. */
export function hirePage({ bookings, hires, access, sendPage }: HirePagesDeps) {
  const ofBooking = {
    tag: 'bookings',
    params: bookingParams,
    thing: ({ params }: Input): Promise<Thing> => bookings.thing(params.id),
  };
  const [answering, seeing] = [
    { ...ofBooking, act: 'booking.answer', reply: DONE },
    { ...ofBooking, act: 'booking.see_to', reply: DONE },
  ];

  async function page(
    req: Request,
    res: Response,
    id: string,
    form = { of: '', values: {}, mistakes: [] } as Parameters<typeof hireView>[0]['form'],
    status = 200,
  ): Promise<void> {
    const [state, thing] = [await hires.state(id), await bookings.thing(id)];
    const who = access.signedIn(req);
    const viewer = {
      as: bookings.sideOf(req, thing),
      mayAnswer: access.may(who, 'booking.answer', thing),
      maySeeTo: access.may(who, 'booking.see_to', thing),
    };
    const body = hireView({ state, viewer, form, flash: told(req), submission: randomUUID() });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}From start to end: ${state.place.spaceName}`,
      description: 'What a booking needs, and how it ends.',
      body,
      about: state.place,
      robots: 'noindex',
    });
  }
  const again =
    (of: string) =>
    ({ req, res, params, values, problem }: Again): Promise<void> =>
      page(req, res, params.id, { of, values, mistakes: mistakesOf(problem) }, problem.status);
  const done = (req: Request, res: Response, id: string, words: string): void => {
    tellNext(req, words);
    seeOther(req, res, `/bookings/${id}/course`, { id });
  };
  const asker = async (req: Request, id: string, body: Record<string, unknown>) =>
    bookings.askerOf(req, (await bookings.thing(id)).groupId, body);
  const personId = (req: Request): string => access.signedIn(req).personId;

  return { ofBooking, answering, seeing, page, again, done, asker, personId };
}
