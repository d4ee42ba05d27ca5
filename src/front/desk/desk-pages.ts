import type { Request, Response } from 'express';
import { nothing } from 'lit';
import { deskChoiceView, deskView } from '../../../client/front/desk/desk-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type {} from '../../ground/people/desk-slot.ts';
import type { ActName } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { Contribution } from '../../kernel/wing.ts';
import { deskQuery } from './desk-contract.ts';
import { desksFor, type DeskEndpointDeps } from './desk-endpoint.ts';
import type { DeskService } from './desk-service.ts';
import type { UndeliveredService } from './undelivered-service.ts';

type Deps = DeskEndpointDeps & {
  desk: DeskService;
  undelivered: UndeliveredService;
  /** What features show at the desk of an area. */
  parts: readonly NonNullable<Contribution['onDesk']>[];
};

/** The desks of officers. */
export function deskPages({ desk, undelivered, parts, sendPage, ...deps }: Deps): Endpoint[] {
  const { access } = deps;
  const { desksOf, areaThing, areaOf } = desksFor(deps);

  async function deskPage(req: Request, res: Response, area: Area): Promise<void> {
    const can = (act: ActName): boolean => access.may(req.who, act, { areaId: area.id });
    const said = await Promise.all(parts.map((part) => part({ area, may: can })));
    const read = can('asset.read');
    const body = deskView({
      ...(await desk.overview(area, read)),
      area,
      may: {
        read,
        people: can('people.read'),
        import: can('asset.import'),
        groups: can('group.list'),
        tests: can('test.list'),
        calendar: can('area.calendar'),
        contacts: can('contact.keep'),
        tonight: can('space.see_dates'),
      },
      roles: access
        .signedIn(req)
        .rights.filter(({ scope, scopeId }) => scope === 'area' && scopeId === area.id)
        .map(({ role }) => role),
      undelivered: can('mail.undelivered') ? await undelivered.inArea(area) : [],
      urgent: said.map(({ urgent }) => urgent ?? nothing),
      usual: said.map(({ usual }) => usual ?? nothing),
    });
    const title = `Desk of ${area.name}`;
    await sendPage(req, res, { title, description: 'What is late, due and new.', body, robots: 'noindex' });
  }

  return [
    endpoint({
      act: 'desk.open',
      tag: 'desk',
      method: 'get',
      path: '/desk',
      summary: 'What is late, due and new in an area',
      reply: PAGE,
      query: deskQuery,
      thing: areaThing,
      async run({ req, res, query }) {
        const desks = await desksOf(req);
        if (query.area !== undefined || desks.length <= 1) return deskPage(req, res, await areaOf(req, query.area));
        const body = deskChoiceView(desks);
        return sendPage(req, res, { title: 'Which desk?', description: 'Your desks.', body, robots: 'noindex' });
      },
    }),
  ];
}
