import { EVIDENCE_SAYS } from '../../../client/groups/benefit-test/evidence-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { caseAnswerPages } from './case-answer-pages.ts';
import { changingPages, type EvidenceOwner } from './evidence-changing-pages.ts';
import { evidenceParams, type BenefitPagesDeps } from './test-endpoint.ts';

const FILE_REPLY = { type: 'application/octet-stream', description: 'The file, as an attachment' };

/** Where a group answers the questions of a case, and adds what shows the answers; and an officer for somebody. */
export function caseTestPages(deps: BenefitPagesDeps): Endpoint[] {
  const { caseAnswers, evidence } = deps.benefitTests;
  const ofCase: EvidenceOwner = {
    thing: ({ params }) => caseAnswers.thing(params.id),
    async shown(id) {
      const { path, evidence: there } = await caseAnswers.page(id);
      return { path, evidence: there, crumb: 'Your answers' };
    },
    open: caseAnswers.open,
    files: (id) => `/case-tests/${id}/evidence`,
  };
  const own = { act: 'test.answer', tag: 'groups', root: '/case-tests/:id' } as const;
  const officers = { act: 'group.assist', tag: 'desk', root: '/desk/case-tests/:id' } as const;
  const answers = (criterion: string): string => (criterion === '' ? '' : `/${criterion}`);
  return [
    ...changingPages(deps, ofCase, { ...own, answers, says: EVIDENCE_SAYS.group }),
    ...changingPages(deps, ofCase, { ...officers, answers, says: EVIDENCE_SAYS.officer }),
    endpoint({
      method: 'get',
      path: '/case-tests/:id/evidence/:evidence/file',
      act: 'group.read_document',
      tag: 'groups',
      summary: 'The file of a piece of evidence for a case',
      reply: FILE_REPLY,
      params: evidenceParams,
      thing: ofCase.thing,
      run: async ({ res, params }) => sendPrivateFile(res, await evidence.open({ testId: params.id }, params.evidence)),
    }),
    ...caseAnswerPages(deps, own),
    ...caseAnswerPages(deps, officers),
  ];
}
