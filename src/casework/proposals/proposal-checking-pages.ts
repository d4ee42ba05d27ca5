import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, tellNext } from '../../kernel/form-page.ts';
import { missingSchema, seenSchema } from './proposal-contract.ts';
import { ofProposal, type ProposalPagesDeps } from './proposal-endpoint.ts';
import type { ShowProposal } from './proposal-page.ts';

/** What a broker does with a proposal that came in. */
export function proposalCheckingPages({ proposals, access }: ProposalPagesDeps, show: ShowProposal): Endpoint[] {
  const { checking } = proposals;
  const check = { ...ofProposal(proposals), act: 'proposal.check', method: 'post', reply: DONE } as const;
  return [
    endpoint({
      ...check,
      path: '/proposals/:id/complete',
      summary: 'Says that a proposal is complete: its clock starts',
      body: seenSchema,
      async run({ req, res, params, body }) {
        await checking.complete(access.signedIn(req), params.id, body);
        tellNext(req, 'The proposal is complete. Its clock has started, and the group is told.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'complete', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...check,
      path: '/proposals/:id/missing',
      summary: 'Says once what is missing, all of it',
      body: missingSchema,
      async run({ req, res, params, body }) {
        await checking.askMissing(access.signedIn(req), params.id, body);
        tellNext(req, 'The group is told what is missing.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'missing', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...check,
      path: '/proposals/:id/take',
      summary: 'Takes a proposal on as its one named officer',
      async run({ req, res, params }) {
        await checking.take(access.signedIn(req), params.id);
        tellNext(req, 'You are the officer of this proposal now.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
    }),
  ];
}
