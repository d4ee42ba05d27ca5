import type { Request, Response } from 'express';
import { z } from 'zod';
import { calendarsView } from '../../../client/rooms/calendars/calendars-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { newLinkSchema } from './calendar-contract.ts';
import type { CalendarService } from './calendar-service.ts';
import { PAGE, DONE } from '../../kernel/form-page.ts';

declare module 'express-session' {
  interface SessionData {
    /** A secret calendar address that was just made: shown on the next page, once. */
    newCalendar: string;
  }
}

type Deps = { calendars: CalendarService; access: Access; sendPage: SendPage };

const FILE = { type: 'text/calendar', description: 'A calendar (RFC 5545)' };
const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  .catch('none');

/** Calendars for calendar programs, and the page on which somebody makes and ends their secret addresses. */
export function calendarPages({ calendars, access, sendPage }: Deps): Endpoint[] {
  async function page(req: Request, res: Response, status = 200, mistakes: readonly Mistake[] = []): Promise<void> {
    const { newCalendar } = req.session;
    delete req.session.newCalendar;
    const body = calendarsView({
      ...(await calendars.home(access.signedIn(req))),
      made: newCalendar ?? null,
      mistakes,
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Calendars`,
      description: 'Your dates in your own calendar.',
      body,
      robots: 'noindex',
    });
  }
  const send = (res: Response, name: string, text: string): void =>
    void res.type('text/calendar').set('Content-Disposition', `inline; filename="${name}.ics"`).send(text);

  return [
    endpoint({
      act: 'register.read',
      tag: 'calendars',
      method: 'get',
      path: '/spaces/:id/calendar.ics',
      summary: 'The taken dates of a space, without names',
      reply: FILE,
      params: z.object({ id }),
      run: async ({ res, params }) => send(res, 'room', await calendars.ofSpace(params.id)),
    }),
    endpoint({
      act: 'calendar.read',
      tag: 'calendars',
      method: 'get',
      path: '/calendars/:file',
      summary: 'The calendar behind a secret address',
      reply: FILE,
      params: z.object({ file: z.string().max(100) }),
      async run({ res, params }) {
        const text = await calendars.behind(params.file.replace(/\.ics$/, ''));
        res.set('Cache-Control', 'private, no-store').set('X-Robots-Tag', 'noindex');
        send(res, 'meantime', text);
      },
    }),
    endpoint({
      act: 'calendar.link',
      tag: 'calendars',
      method: 'get',
      path: '/calendars',
      summary: 'One’s own calendar addresses',
      reply: PAGE,
      run: ({ req, res }) => page(req, res),
    }),
    endpoint({
      act: 'calendar.link',
      tag: 'calendars',
      method: 'post',
      path: '/calendars',
      summary: 'Makes a secret calendar address',
      reply: DONE,
      body: newLinkSchema,
      async run({ req, res, body }) {
        const url = await calendars.make(access.signedIn(req), body.what);
        req.session.newCalendar = url;
        seeOther(req, res, '/calendars', { url });
      },
      again: ({ req, res, problem }) =>
        page(
          req,
          res,
          problem.status,
          problem.mistakes.length > 0 ? problem.mistakes : [{ field: '', message: problem.message }],
        ),
    }),
    endpoint({
      act: 'calendar.link',
      tag: 'calendars',
      method: 'post',
      path: '/calendars/:id/end',
      summary: 'Ends one of one’s own calendar addresses',
      reply: DONE,
      params: z.object({ id }),
      async run({ req, res, params }) {
        await calendars.end(access.signedIn(req), params.id);
        seeOther(req, res, '/calendars');
      },
    }),
  ];
}
