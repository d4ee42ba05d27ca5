import type { Request, Response } from 'express';
import { z } from 'zod';
import { accountView } from '../../../client/ground/people/account-view.ts';
import { nameView } from '../../../client/ground/people/sign-in-views.ts';
import { rolesView } from '../../../client/ground/people/roles-view.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { PeopleService } from './people-service.ts';
import { nameSchema, nextSchema } from './person-contract.ts';
import { endSession } from './session-endpoint.ts';
import { signedIn } from './who-endpoint.ts';
import type { DatabaseSessions } from '../../kernel/session-store.ts';

type Deps = { people: PeopleService; sessions: DatabaseSessions; sendPage: SendPage };

/** A person's account and devices, and who may do what. */
export function peoplePages({ people, sessions, sendPage }: Deps): Endpoint[] {
  const own = { act: 'session.own', tag: 'people' };
  const namePage = (req: Request, res: Response, status: number, next: string, form = emptyForm) =>
    sendPage(req, res, {
      status,
      title: 'Your name',
      description: 'Your name.',
      body: nameView(form, next),
      robots: 'noindex',
    });

  return [
    endpoint({
      ...own,
      method: 'get',
      path: '/account',
      summary: 'Account and devices',
      reply: PAGE,
      async run({ req, res }) {
        const who = signedIn(req);
        const devices = await sessions.devices(who.personId, req.sessionID);
        await sendPage(req, res, {
          title: 'Your account',
          description: 'Your account.',
          body: accountView({ name: who.name, email: who.email, devices }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...own,
      method: 'get',
      path: '/account/name',
      summary: 'The form to change one’s name',
      reply: PAGE,
      query: z.object({ next: nextSchema }),
      run: ({ req, res, query }) =>
        namePage(req, res, 200, query.next, { values: { name: signedIn(req).name }, mistakes: [] }),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/name',
      summary: 'Changes one’s name',
      reply: DONE,
      body: nameSchema.extend({ next: nextSchema }),
      async run({ req, res, body }) {
        await people.rename(signedIn(req), body.name);
        seeOther(req, res, body.next);
      },
      again: ({ req, res, values, problem }) =>
        namePage(req, res, problem.status, nextSchema.parse(values['next']), { values, mistakes: problem.mistakes }),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/devices/:id/end',
      summary: 'Signs out on one device',
      reply: DONE,
      params: z.object({ id: z.string() }),
      async run({ req, res, params }) {
        await sessions.signOut(signedIn(req).personId, params.id);
        seeOther(req, res, '/account');
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/sign-out-everywhere',
      summary: 'Signs out on every device',
      reply: DONE,
      async run({ req, res }) {
        await sessions.signOutEverywhere(signedIn(req).personId);
        await endSession(req);
        forgetOnDevice(res);
        seeOther(req, res, '/');
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/sign-out',
      summary: 'Signs out here',
      reply: DONE,
      async run({ req, res }) {
        await endSession(req);
        forgetOnDevice(res);
        seeOther(req, res, '/');
      },
    }),
    endpoint({
      act: 'register.read',
      tag: 'people',
      method: 'get',
      path: '/who-may-do-what',
      summary: 'Who may do what',
      reply: PAGE,
      run: ({ req, res }) =>
        sendPage(req, res, {
          title: 'Who may do what',
          description: 'Every role, and what it may do here.',
          body: rolesView(),
        }),
    }),
  ];
}

/** What pages keep on a device for those who are signed in, tonight's list above all, goes with the session (W3C, Clear Site Data). */
const forgetOnDevice = (res: Response): void => void res.set('Clear-Site-Data', '"storage"');
