import type { Request, Response } from 'express';
import { z } from 'zod';
import { keepersView } from '../../../client/front/desk/keepers-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Access, Thing, Who } from '../../ground/people/role-contract.ts';
import type { BuildingFrame } from '../../rooms/running/running-contract.ts';
import type { Giver } from './rights-giving-service.ts';
import type { KeepersService } from './keepers-service.ts';
import { giveKeeperSchema } from './rights-contract.ts';

type Deps = {
  keepers: KeepersService;
  access: Access;
  sendPage: SendPage;
  buildings: {
    /** What an act to a building is done to. @throws Problem 404 */
    thing(who: Who | null, id: string): Promise<Thing>;
    frame(who: Who | null, id: string): Promise<BuildingFrame>;
  };
};

const params = z.object({ id: idSchema });

/** Who opens a building and who looks in: for its owner's representatives and for officers. */
export function keepersPages({ keepers, access, sendPage, buildings }: Deps): Endpoint[] {
  const thing = ({ req, params: { id } }: { req: Request; params: { id: string } }) => buildings.thing(req.who, id);
  const about = { act: 'keepers.grant', tag: 'desk', params, thing } as const;
  const giver = (req: Request): Giver => {
    const { personId, name, email } = access.signedIn(req);
    return { id: personId, name: name || email || 'Whoever runs it' };
  };

  async function page(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const frame = await buildings.frame(req.who, id);
    const title = `Caretakers of ${frame.building.name}`;
    const body = keepersView({
      frame,
      rights: await keepers.of(frame.building),
      rooms: await keepers.rooms(id),
      form,
      me: access.signedIn(req).personId,
      done: told(req),
    });
    await sendPage(req, res, {
      status,
      title: status === 200 ? title : `Error: ${title}`,
      description: 'Who opens this building.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...about,
      method: 'get',
      path: '/desk/buildings/:id/keepers',
      summary: 'Who opens a building and who looks in',
      reply: PAGE,
      run: ({ req, res, params: { id } }) => page(req, res, id, 200, emptyForm),
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/buildings/:id/keepers',
      summary: 'Makes somebody caretaker or viewer of a building or a room',
      reply: DONE,
      body: giveKeeperSchema,
      async run({ req, res, params: { id }, body }) {
        await keepers.give((await buildings.frame(req.who, id)).building, body, giver(req));
        tellNext(req, 'Given. A mail tells them what they may do and how to sign in.');
        seeOther(req, res, `/desk/buildings/${id}/keepers`);
      },
      again: ({ req, res, params: { id }, values, problem }) =>
        page(req, res, id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/buildings/:id/keepers/:right/end',
      summary: 'Ends the right of a caretaker or viewer',
      reply: DONE,
      params: z.object({ id: idSchema, right: idSchema }),
      async run({ req, res, params: { id, right } }) {
        await keepers.end((await buildings.frame(req.who, id)).building, right, giver(req));
        tellNext(req, 'Ended: it does not hold any more.');
        seeOther(req, res, `/desk/buildings/${id}/keepers`);
      },
    }),
  ];
}
