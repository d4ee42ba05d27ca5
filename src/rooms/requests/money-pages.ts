import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import type { MoneyData } from '../../../client/rooms/requests/money-form-state.ts';
import { moneyView } from '../../../client/rooms/requests/money-view.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { conflict } from '../../kernel/problem.ts';
import { balanceOf } from '../ledger/balance-contract.ts';
import { ACCOUNTS } from '../ledger/ledger-contract.ts';
import { correctionSchema, instalmentsSchema, paymentSchema, waiverSchema } from './money-contract.ts';
import { requestThing, viewerOf, type RequestPagesDeps } from './request-endpoint.ts';
import { requestParams } from './request-form-contract.ts';

/** Writing down what was paid, waived or agreed to be paid in parts. */
export function requestMoneyPages(deps: RequestPagesDeps): Endpoint[] {
  const { requests, access, sendPage } = deps;
  const ofRequest = { act: 'room.take_deposit', tag: 'rooms', params: requestParams, thing: requestThing(deps) };

  async function show(
    req: Request,
    res: Response,
    id: string,
    status: number,
    which: MoneyData['which'],
    form: FormState,
  ): Promise<void> {
    const about = await requests.pages.thing(id, req.who);
    const page = await requests.pages.show(id, viewerOf(deps, req, about).as, about.spaceId);
    if (!page.current || !['deposit_due', 'confirmed'].includes(page.request.state))
      throw conflict('Money can be written down from when the group has taken the room.');
    const balances = ACCOUNTS.map((account) => ({ account, ...balanceOf(page.ledger, account) }));
    const body = moneyView({
      request: page.request,
      room: `${page.current.name}, ${page.current.place}`,
      group: page.group.name,
      today: page.today,
      balances,
      ledger: page.ledger,
      form,
      which,
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Write down money`,
      description: 'Money for a booking.',
      body,
      robots: 'noindex',
    });
  }

  const writing = <S extends z.ZodObject>(
    which: NonNullable<MoneyData['which']>,
    summary: string,
    body: S,
    write: (who: Who, id: string, body: z.infer<S>) => Promise<unknown>,
  ): Endpoint =>
    endpoint({
      ...ofRequest,
      method: 'post',
      path: `/requests/:id/money/${which}`,
      summary,
      reply: DONE,
      body,
      async run({ req, res, params, body: given }) {
        await write(access.signedIn(req), params.id, given as z.infer<S>);
        tellNext(req, 'It is written down.');
        seeOther(req, res, `/requests/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, which, { values, mistakes: mistakesOf(problem) }),
    });

  return [
    endpoint({
      ...ofRequest,
      method: 'get',
      path: '/requests/:id/money',
      summary: 'The forms to write down money with',
      reply: PAGE,
      run: ({ req, res, params }) =>
        show(req, res, params.id, 200, null, { values: { submission: randomUUID() }, mistakes: [] }),
    }),
    writing('pay', 'Notes what was paid', paymentSchema, requests.money.pay),
    writing('waive', 'Waives what is owed, with a reason', waiverSchema, requests.money.waive),
    writing('instalments', 'Lets what is owed be paid in parts', instalmentsSchema, requests.money.inInstalments),
    writing('correct', 'Takes an entry back that was wrong', correctionSchema, requests.money.correct),
  ];
}
