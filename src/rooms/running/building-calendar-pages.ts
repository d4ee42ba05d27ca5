import { z } from 'zod';
import { buildingCalendarView } from '../../../client/rooms/running/building-calendar-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { buildingCalendarQuery } from './building-calendar-contract.ts';
import type { BuildingCalendarService } from './building-calendar-service.ts';
import { buildingFrames, type FrameDeps } from './building-page.ts';

type Deps = FrameDeps & { calendar: BuildingCalendarService; sendPage: SendPage };

/** The calendar of a building. */
export function buildingCalendarPages({ calendar, sendPage, ...deps }: Deps): Endpoint[] {
  const { looking, access } = deps;
  const frameOf = buildingFrames(deps);
  return [
    endpoint({
      act: 'space.see_dates',
      tag: 'running',
      method: 'get',
      path: '/desk/buildings/:id/calendar',
      summary: 'Who is in the rooms of a building, by the week or the month',
      reply: PAGE,
      params: z.object({ id: idSchema }),
      query: buildingCalendarQuery,
      thing: ({ req, params: { id } }) => looking.thing(req.who, 'space.see_dates', id),
      async run({ req, res, params: { id }, query }) {
        const frame = await frameOf(req.who, id);
        const body = buildingCalendarView({
          frame,
          calendar: await calendar.calendar(access.signedIn(req), frame.building, query),
        });
        await sendPage(req, res, {
          title: `Calendar of ${frame.building.name}`,
          description: 'Who is in which room.',
          body,
          robots: 'noindex',
        });
      },
    }),
  ];
}
