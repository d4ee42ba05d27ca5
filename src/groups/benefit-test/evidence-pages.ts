import { EVIDENCE_SAYS } from '../../../client/groups/benefit-test/evidence-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { evidenceParams, thingOfGroup, type BenefitPagesDeps } from './test-endpoint.ts';
import { changingPages, type EvidenceOwner } from './evidence-changing-pages.ts';
const FILE_REPLY = { type: 'application/octet-stream', description: 'The file, as an attachment' };

/** Evidence: added and taken out by the group, or by an officer for somebody; opened by those who may. */
export function evidencePages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { evidence, passports, tests },
    access,
  } = deps;
  const ofPassport: EvidenceOwner = {
    thing: thingOfGroup(deps),
    async shown(id) {
      const { path, evidence: there, group } = await passports.state(id);
      return { path, evidence: there, crumb: `Answers for the room passport of ${group.name}` };
    },
    open: passports.openFor,
    files: (id) => `/groups/${id}/passport/evidence`,
  };
  return [
    ...changingPages(deps, ofPassport, {
      act: 'test.answer',
      tag: 'groups',
      root: '/groups/:id/passport',
      answers: () => '/answers',
      says: EVIDENCE_SAYS.group,
    }),
    ...changingPages(deps, ofPassport, {
      act: 'group.assist',
      tag: 'desk',
      root: '/desk/groups/:id/passport',
      answers: () => '',
      says: EVIDENCE_SAYS.officer,
    }),
    endpoint({
      method: 'get',
      path: '/groups/:id/passport/evidence/:evidence/file',
      act: 'group.read_document',
      tag: 'groups',
      summary: 'The file of a piece of evidence',
      reply: FILE_REPLY,
      params: evidenceParams,
      thing: thingOfGroup(deps),
      run: async ({ res, params }) =>
        sendPrivateFile(res, await evidence.open({ groupId: params.id }, params.evidence)),
    }),
    endpoint({
      method: 'get',
      path: '/desk/tests/:id/evidence/:evidence/file',
      act: 'test.read',
      tag: 'desk',
      summary: 'The file of a piece of evidence, for scorers and officers',
      reply: FILE_REPLY,
      params: evidenceParams,
      thing: ({ params, req }) => tests.thingFor(params.id, req.who),
      async run({ req, res, params }) {
        await tests.mustBeOpen(access.signedIn(req), params.id);
        await sendPrivateFile(res, await evidence.open({ testId: params.id }, params.evidence));
      },
    }),
  ];
}
