import type { Request, Response } from 'express';
import { z } from 'zod';
import { deletedView, deleteView } from '../../../client/ground/people/delete-account-views.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { accountPage, formOf, OWN_ACCOUNT, type AccountPagesDeps } from './account-page.ts';
import { DELETE_WORD } from './personal-data-contract.ts';
import { freshlyProved } from './proof-endpoint.ts';
import { endSession } from './session-endpoint.ts';
import { signedIn } from './who-endpoint.ts';

const deleteSchema = z.object({
  word: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.literal(DELETE_WORD, `Type “${DELETE_WORD}” to delete your account.`)),
});

/** Leaving: what that removes and what stays. */
export function accountDeletePages({ account, clock, sendPage }: AccountPagesDeps): Endpoint[] {
  const deletePage = async (req: Request, res: Response, status: number, form = emptyForm) =>
    sendPage(req, res, {
      ...accountPage(status, 'Delete your account'),
      body: deleteView(form, await account.holdsOn(signedIn(req))),
    });

  return [
    endpoint({
      ...OWN_ACCOUNT,
      method: 'get',
      path: '/account/delete',
      summary: 'What deleting one’s account removes and what stays',
      reply: PAGE,
      run: async ({ req, res }) =>
        freshlyProved(req, res, clock(), '/account/delete') ? deletePage(req, res, 200) : undefined,
    }),
    endpoint({
      ...OWN_ACCOUNT,
      method: 'post',
      path: '/account/delete',
      summary: 'Deletes one’s account',
      reply: PAGE,
      body: deleteSchema,
      async run({ req, res }) {
        const who = freshlyProved(req, res, clock(), '/account/delete');
        if (!who) return;
        await account.remove(who);
        await endSession(req);
        req.who = null;
        await sendPage(req, res, { ...accountPage(200, 'Your account is deleted'), body: deletedView() });
      },
      again: ({ req, res, values, problem }) => deletePage(req, res, problem.status, formOf(values, problem, 'word')),
    }),
  ];
}
