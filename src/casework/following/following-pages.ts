import type { Request, Response } from 'express';
import { z } from 'zod';
import { followFormView, followingView } from '../../../client/casework/following/following-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import { followSchema } from './follower-contract.ts';
import type { FollowingService } from './following-service.ts';

type Deps = {
  following: FollowingService;
  publicly(id: string): Promise<PublicProposal>;
  sendPage: SendPage;
};
const ofProposal = z.object({ id: idSchema });
const keyParams = z.object({ key: z.string().max(100) });

/** Following a proposal by mail, and stopping that: by a page with a button, since programs open every link. */
export function followingPages({ following, publicly, sendPage }: Deps): Endpoint[] {
  const own = { act: 'proposal.follow', tag: 'proposals' } as const;

  async function formPage(req: Request, res: Response, id: string, status = 200, form: FormState = emptyForm) {
    const proposal = await publicly(id);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Follow ${proposal.place}`,
      description: `What happens with ${proposal.place}, by mail: one a day at most.`,
      body: followFormView(proposal, form, req.who !== null),
      about: { areaId: proposal.area.id },
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...own,
      method: 'get',
      path: '/proposals/:id/follow',
      summary: 'The form to follow a proposal by mail',
      params: ofProposal,
      reply: PAGE,
      run: ({ req, res, params }) => formPage(req, res, params.id),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/proposals/:id/follow',
      summary: 'Follows a proposal by mail: with an account at once, otherwise by a link in a mail',
      params: ofProposal,
      reply: DONE,
      body: followSchema,
      async run({ req, res, params, body }) {
        const confirmed = await following.follow(req.who, params.id, body.email, networkOf(req.ip));
        tellNext(
          req,
          confirmed
            ? 'You follow this proposal now: one mail a day at most, when something has happened.'
            : 'We have sent you a mail. Open the link in it and press the button there: then you follow this proposal.',
        );
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...own,
      method: 'get',
      path: '/following/:key',
      summary: 'Whether somebody follows a proposal, with the link from a mail',
      params: keyParams,
      reply: PAGE,
      async run({ req, res, params }) {
        const { proposalId, confirmedAt } = await following.byKey(params.key);
        const proposal = await publicly(proposalId);
        res.set('Referrer-Policy', 'no-referrer');
        await sendPage(req, res, {
          title: confirmedAt === null ? `Follow ${proposal.place}?` : `You follow ${proposal.place}`,
          description: 'What happens with a proposal, by mail.',
          body: followingView({ key: params.key, proposal, confirmed: confirmedAt !== null, flash: told(req) }),
          about: { areaId: proposal.area.id },
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/following/:key/confirm',
      summary: 'Confirms that one follows a proposal',
      params: keyParams,
      reply: DONE,
      async run({ req, res, params }) {
        await following.confirm(params.key);
        tellNext(req, 'You follow it now: one mail a day at most, when something has happened.');
        seeOther(req, res, `/following/${params.key}`);
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/following/:key/stop',
      summary: 'Stops following one proposal',
      params: keyParams,
      reply: DONE,
      async run({ req, res, params }) {
        const { proposalId } = await following.stop(params.key);
        tellNext(req, 'You do not follow this proposal any more.');
        seeOther(req, res, `/proposals/${proposalId}`);
      },
    }),
  ];
}
