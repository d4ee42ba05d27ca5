import type { Request, Response } from 'express';
import { z } from 'zod';
import { emailCodeView, emailView } from '../../../client/ground/people/account-views.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import { invalid } from '../../kernel/problem.ts';
import { accountPage, formOf, OWN_ACCOUNT, type AccountPagesDeps } from './account-page.ts';
import { codeSchema, emailSchema } from './person-contract.ts';
import { freshlyProved } from './proof-endpoint.ts';
import { beginSession } from './session-endpoint.ts';
import { signedIn } from './who-endpoint.ts';

declare module 'express-session' {
  interface SessionData {
    /** A new address that waits for its code. */
    newEmail: { codeId: string; email: string };
  }
}

/** Another e-mail address, proved by a code that goes there. */
export function accountEmailPages({ account, sessions, clock, sendPage }: AccountPagesDeps): Endpoint[] {
  const emailPage = (req: Request, res: Response, status: number, form = emptyForm) =>
    sendPage(req, res, {
      ...accountPage(status, 'Change your e-mail address'),
      body: emailView(form, signedIn(req).email),
    });
  const codePage = (req: Request, res: Response, status: number, form = emptyForm) =>
    sendPage(req, res, {
      ...accountPage(status, 'Type the code'),
      body: emailCodeView(form, req.session.newEmail?.email ?? ''),
    });
  return [
    endpoint({
      ...OWN_ACCOUNT,
      method: 'get',
      path: '/account/email',
      summary: 'The form for another e-mail address',
      reply: PAGE,
      run: async ({ req, res }) =>
        freshlyProved(req, res, clock(), '/account/email') ? emailPage(req, res, 200) : undefined,
    }),
    endpoint({
      ...OWN_ACCOUNT,
      method: 'post',
      path: '/account/email',
      summary: 'Sends a code to another e-mail address',
      reply: DONE,
      body: z.object({ email: emailSchema }),
      async run({ req, res, body }) {
        const who = freshlyProved(req, res, clock(), '/account/email');
        if (!who) return;
        req.session.newEmail = {
          codeId: await account.askForEmail(who, body.email, networkOf(req.ip)),
          email: body.email,
        };
        seeOther(req, res, '/account/email/code');
      },
      again: ({ req, res, values, problem }) => emailPage(req, res, problem.status, formOf(values, problem, 'email')),
    }),
    endpoint({
      ...OWN_ACCOUNT,
      method: 'get',
      path: '/account/email/code',
      summary: 'The form for the code that went to the new address',
      reply: PAGE,
      run: async ({ req, res }) =>
        req.session.newEmail ? codePage(req, res, 200) : seeOther(req, res, '/account/email'),
    }),
    endpoint({
      ...OWN_ACCOUNT,
      method: 'post',
      path: '/account/email/code',
      summary: 'Changes one’s e-mail address',
      reply: DONE,
      body: codeSchema,
      async run({ req, res, body }) {
        const [who, { newEmail }] = [signedIn(req), req.session];
        if (!newEmail) throw invalid([{ field: 'code', message: 'Enter the new address first.' }]);
        await account.changeEmail(who, newEmail.codeId, body.code, networkOf(req.ip));
        await beginSession(req, who.personId, clock(), false);
        await sessions.signOutOthers(who.personId, req.sessionID);
        seeOther(req, res, '/account');
      },
      again: async ({ req, res, values, problem }) =>
        req.session.newEmail
          ? codePage(req, res, problem.status, formOf(values, problem, 'code'))
          : seeOther(req, res, '/account/email'),
    }),
  ];
}
