import { z } from 'zod';
import { proveView } from '../../../client/ground/people/account-views.ts';
import { myDataView } from '../../../client/ground/people/my-data-view.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import { invalid } from '../../kernel/problem.ts';
import { accountPage, OWN_ACCOUNT, type AccountPagesDeps } from './account-page.ts';
import { nextSchema } from './person-contract.ts';
import { freshlyProved } from './proof-endpoint.ts';
import { pendingOf } from './session-endpoint.ts';
import { signedIn } from './who-endpoint.ts';

/** Proving again who one is, and one's own data to read and to take away. */
export function accountDataPages({ account, signIn, clock, sendPage }: AccountPagesDeps): Endpoint[] {
  return [
    endpoint({
      ...OWN_ACCOUNT,
      method: 'get',
      path: '/account/prove',
      summary: 'Where one proves again who one is',
      reply: PAGE,
      query: z.object({ next: nextSchema }),
      run: ({ req, res, query }) =>
        sendPage(req, res, { ...accountPage(200, 'Is it you?'), body: proveView(query.next, signedIn(req).email) }),
    }),
    endpoint({
      ...OWN_ACCOUNT,
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
      ...OWN_ACCOUNT,
      method: 'get',
      path: '/account/data',
      summary: 'Everything we keep about oneself, to read',
      reply: PAGE,
      async run({ req, res }) {
        const who = freshlyProved(req, res, clock(), '/account/data');
        if (who)
          await sendPage(req, res, { ...accountPage(200, 'Your data'), body: myDataView(await account.dataOf(who)) });
      },
    }),
    endpoint({
      ...OWN_ACCOUNT,
      method: 'get',
      path: '/account/data.json',
      summary: 'Everything we keep about oneself, as a file',
      reply: { type: 'application/json', description: 'Lists of what we keep' },
      async run({ req, res }) {
        const who = freshlyProved(req, res, clock(), '/account/data');
        if (!who) return;
        const data = await account.dataOf(who);
        res.attachment(`meantime-my-data-${dayOf(data.madeAt)}.json`).send(JSON.stringify(data, null, 2));
      },
    }),
  ];
}
