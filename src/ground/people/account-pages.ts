import type { Request, Response } from 'express';
import { z } from 'zod';
import { emailCodeView, emailView, proveView } from '../../../client/ground/people/account-views.ts';
import { deletedView, deleteView } from '../../../client/ground/people/delete-account-views.ts';
import { myDataView } from '../../../client/ground/people/my-data-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import type { SendPage } from '../../kernel/page.ts';
import { invalid, type Problem } from '../../kernel/problem.ts';
import type { DatabaseSessions } from '../../kernel/session.ts';
import type { AccountService } from './account-service.ts';
import { codeSchema, emailSchema, nextSchema } from './person-contract.ts';
import { DELETE_WORD } from './personal-data-contract.ts';
import { freshlyProved } from './proof.ts';
import { beginSession, endSession, pendingOf } from './session-begin.ts';
import type { SignInService } from './sign-in-service.ts';
import { signedIn } from './who.ts';

declare module 'express-session' {
  interface SessionData {
    /** A new address that waits for its code. */
    newEmail: { codeId: string; email: string };
  }
}

type Deps = {
  account: AccountService;
  signIn: SignInService;
  sessions: DatabaseSessions;
  clock: () => Date;
  sendPage: SendPage;
};

const deleteSchema = z.object({
  word: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.literal(DELETE_WORD, `Type “${DELETE_WORD}” to delete your account.`)),
});

/** Proving again who one is, one's own data, another address, and leaving. */
export function accountPages({ account, signIn, sessions, clock, sendPage }: Deps): Endpoint[] {
  const own = { act: 'session.own', tag: 'people' };
  const page = (status: number, title: string) => ({
    status,
    title: status === 200 ? title : `Error: ${title}`,
    description: 'Your account.',
    robots: 'noindex' as const,
  });
  const proved = (req: Request, res: Response, next: string) => freshlyProved(req, res, clock(), next);
  const formOf = (values: Record<string, unknown>, problem: Problem, field: string): FormState => ({
    values,
    mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field, message: problem.message }],
  });

  const emailPage = (req: Request, res: Response, status: number, form = emptyForm) =>
    sendPage(req, res, { ...page(status, 'Change your e-mail address'), body: emailView(form, signedIn(req).email) });
  const codePage = (req: Request, res: Response, status: number, form = emptyForm) =>
    sendPage(req, res, {
      ...page(status, 'Type the code'),
      body: emailCodeView(form, req.session.newEmail?.email ?? ''),
    });
  const deletePage = async (req: Request, res: Response, status: number, form = emptyForm) =>
    sendPage(req, res, {
      ...page(status, 'Delete your account'),
      body: deleteView(form, await account.holdsOn(signedIn(req))),
    });

  return [
    endpoint({
      ...own,
      method: 'get',
      path: '/account/prove',
      summary: 'Where one proves again who one is',
      reply: PAGE,
      query: z.object({ next: nextSchema }),
      run: ({ req, res, query }) =>
        sendPage(req, res, { ...page(200, 'Is it you?'), body: proveView(query.next, signedIn(req).email) }),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/prove',
      summary: 'Sends a code to one’s own address',
      reply: DONE,
      body: z.object({ next: nextSchema }),
      async run({ req, res, body }) {
        const { email } = signedIn(req);
        if (email === null)
          throw invalid([{ field: '', message: 'Your account has no e-mail address. Ask an officer.' }]);
        const sent = await signIn.sendCode(email, networkOf(req.ip), body.next);
        req.session.pending = pendingOf(sent, email, body.next);
        seeOther(req, res, '/sign-in/code');
      },
    }),
    endpoint({
      ...own,
      method: 'get',
      path: '/account/data',
      summary: 'Everything we keep about oneself, to read',
      reply: PAGE,
      async run({ req, res }) {
        const who = proved(req, res, '/account/data');
        if (who) await sendPage(req, res, { ...page(200, 'Your data'), body: myDataView(await account.dataOf(who)) });
      },
    }),
    endpoint({
      ...own,
      method: 'get',
      path: '/account/data.json',
      summary: 'Everything we keep about oneself, as a file',
      reply: { type: 'application/json', description: 'Lists of what we keep' },
      async run({ req, res }) {
        const who = proved(req, res, '/account/data');
        if (!who) return;
        const data = await account.dataOf(who);
        res.attachment(`meantime-my-data-${dayOf(data.madeAt)}.json`).send(JSON.stringify(data, null, 2));
      },
    }),
    endpoint({
      ...own,
      method: 'get',
      path: '/account/email',
      summary: 'The form for another e-mail address',
      reply: PAGE,
      run: async ({ req, res }) => (proved(req, res, '/account/email') ? emailPage(req, res, 200) : undefined),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/email',
      summary: 'Sends a code to another e-mail address',
      reply: DONE,
      body: z.object({ email: emailSchema }),
      async run({ req, res, body }) {
        const who = proved(req, res, '/account/email');
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
      ...own,
      method: 'get',
      path: '/account/email/code',
      summary: 'The form for the code that went to the new address',
      reply: PAGE,
      run: async ({ req, res }) =>
        req.session.newEmail ? codePage(req, res, 200) : seeOther(req, res, '/account/email'),
    }),
    endpoint({
      ...own,
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
    endpoint({
      ...own,
      method: 'get',
      path: '/account/delete',
      summary: 'What deleting one’s account removes and what stays',
      reply: PAGE,
      run: async ({ req, res }) => (proved(req, res, '/account/delete') ? deletePage(req, res, 200) : undefined),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/delete',
      summary: 'Deletes one’s account',
      reply: PAGE,
      body: deleteSchema,
      async run({ req, res }) {
        const who = proved(req, res, '/account/delete');
        if (!who) return;
        await account.remove(who);
        await endSession(req);
        req.who = null;
        await sendPage(req, res, { ...page(200, 'Your account is deleted'), body: deletedView() });
      },
      again: ({ req, res, values, problem }) => deletePage(req, res, problem.status, formOf(values, problem, 'word')),
    }),
  ];
}
