import { z } from 'zod';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema } from '../../kernel/form-page.ts';

/** @param calendarOf the newest hearing about a proposal that was sent @throws Problem 404 where there is none */
export function hearingCalendarPages({ calendarOf }: { calendarOf(id: string): Promise<string> }): Endpoint[] {
  return [
    endpoint({
      act: 'register.read',
      tag: 'hearings',
      method: 'get',
      path: '/proposals/:id/hearing.ics',
      summary: 'The hearing about a proposal as a calendar file',
      params: z.object({ id: idSchema }),
      reply: { type: 'text/calendar', description: 'One event, under the same name whatever becomes of it' },
      async run({ res, params }) {
        const file = await calendarOf(params.id);
        res
          .set('Content-Disposition', 'attachment; filename="hearing.ics"')
          .type('text/calendar; charset=utf-8')
          .send(file);
      },
    }),
  ];
}
