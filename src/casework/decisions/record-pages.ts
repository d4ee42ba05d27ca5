import { decisionRecordView } from '../../../client/casework/decisions/decision-record-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { caseParams, type DecisionPagesDeps } from './decision-endpoint.ts';

/** The decision record of a case, for everybody. */
export function recordPages({ decisions, proposals, sendPage }: DecisionPagesDeps): Endpoint[] {
  const open = { act: 'register.read', tag: 'proposals', params: caseParams, method: 'get' } as const;
  return [
    endpoint({
      ...open,
      path: '/proposals/:id/decision',
      summary: 'The decision record: reasons, what else was considered, interests, papers, equality, corrections',
      reply: PAGE,
      async run({ req, res, params }) {
        const proposal = await proposals.publicly(params.id);
        const told = await decisions.pages.told(params.id);
        if (told.decisions.length === 0 && proposal.decidedOn === null) throw notFound('decision');
        await sendPage(req, res, {
          title: `The decision: ${proposal.place}`,
          description: `What was decided on the proposal ${proposal.number}, by whom, and why.`,
          body: decisionRecordView(proposal, told),
          about: { areaId: proposal.area.id },
          canonical: `/proposals/${params.id}/decision`,
        });
      },
    }),
    endpoint({
      ...open,
      path: '/api/proposals/:id/decision',
      summary: 'The same as data, with grounds and warnings',
      reply: {
        type: 'application/json',
        description: 'Decisions, grounds, warnings and call-ins, as everybody may read them',
      },
      async run({ res, params }) {
        await proposals.publicly(params.id);
        res.json(await decisions.pages.told(params.id));
      },
    }),
  ];
}
