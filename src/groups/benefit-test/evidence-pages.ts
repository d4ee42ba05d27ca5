import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { EVIDENCE_SAYS, evidenceView, type EvidencePlace } from '../../../client/groups/benefit-test/evidence-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { uploadIn } from '../../kernel/upload.ts';
import type { ActName } from '../../ground/people/role-contract.ts';
import { evidenceSchema, MOST_EVIDENCE_BYTES } from './passport-contract.ts';
import { evidenceParams, groupParams, thingOfGroup, type BenefitPagesDeps } from './test-endpoint.ts';

const FILE = { field: 'file', mostBytes: MOST_EVIDENCE_BYTES };
const FILE_REPLY = { type: 'application/octet-stream', description: 'The file, as an attachment' };
const forQuestion = z.object({ criterion: z.string().max(12).optional() });

/** Evidence: added and taken out by the group, or by an officer for somebody; opened by those who may. */
export function evidencePages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { evidence, tests },
  } = deps;
  return [
    ...changingPages(deps, {
      act: 'test.answer',
      tag: 'groups',
      root: '/groups/:id/passport',
      answers: '/answers',
      says: EVIDENCE_SAYS.group,
    }),
    ...changingPages(deps, {
      act: 'group.assist',
      tag: 'desk',
      root: '/desk/groups/:id/passport',
      answers: '',
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
      thing: ({ params }) => tests.thing(params.id),
      run: async ({ res, params }) => sendPrivateFile(res, await evidence.open({ testId: params.id }, params.evidence)),
    }),
  ];
}

type Way = { act: ActName; tag: string; root: string; answers: string; says: string };

/** The pages of one way to add evidence: the group's own, or an officer's. */
function changingPages(deps: BenefitPagesDeps, { act, tag, root, answers, says }: Way): Endpoint[] {
  const {
    benefitTests: { passports, evidence },
    access,
    sendPage,
  } = deps;
  const common = { act, tag, thing: thingOfGroup(deps) };
  const placeOf = (id: string): EvidencePlace => {
    const own = root.replace(':id', id);
    return { answers: `${own}${answers}`, evidence: `${own}/evidence`, files: `/groups/${id}/passport/evidence`, says };
  };

  async function page(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const state = await passports.state(id);
    const body = evidenceView(state, form, placeOf(id), status === 200 ? told(req) : null);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Add what shows it`,
      description: 'Evidence.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...common,
      method: 'get',
      path: `${root}/evidence/new`,
      params: groupParams,
      query: forQuestion,
      summary: 'The form to add evidence with',
      reply: PAGE,
      run: ({ req, res, params, query }) =>
        page(req, res, params.id, 200, {
          values: { criterion: query.criterion ?? '', submission: randomUUID() },
          mistakes: [],
        }),
    }),
    endpoint({
      ...common,
      method: 'post',
      path: `${root}/evidence`,
      params: groupParams,
      summary: 'Adds evidence: a few lines, a photo or a paper',
      reply: DONE,
      upload: FILE,
      body: evidenceSchema,
      async run({ req, res, params, body }) {
        const added = await evidence.add(access.signedIn(req), params.id, body, uploadIn(req));
        tellNext(req, `Evidence ${added.number} is there.`);
        seeOther(req, res, `${placeOf(params.id).evidence}/new?criterion=${added.criterion}`, { id: added.id });
      },
      again: ({ req, res, params, values, problem }) =>
        page(req, res, params.id, problem.status, {
          values: { ...values, submission: randomUUID() },
          mistakes: mistakesOf(problem),
        }),
    }),
    endpoint({
      ...common,
      method: 'post',
      path: `${root}/evidence/:evidence/remove`,
      params: evidenceParams,
      summary: 'Takes out a piece of evidence',
      reply: DONE,
      async run({ req, res, params }) {
        await evidence.remove(params.id, params.evidence);
        tellNext(req, 'It is taken out.');
        seeOther(req, res, `${placeOf(params.id).evidence}/new`);
      },
    }),
  ];
}
