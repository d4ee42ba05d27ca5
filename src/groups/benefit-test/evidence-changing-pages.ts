import { MOST_EVIDENCE_BYTES, evidenceSchema } from './passport-contract.ts';
import { z } from 'zod';
import type { ActName } from '../../ground/people/role-contract.ts';
import { type BenefitPagesDeps, thingOfGroup, groupParams, evidenceParams } from './test-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { type EvidencePlace, evidenceView } from '../../../client/groups/benefit-test/evidence-view.ts';
import type { Request, Response } from 'express';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { told, PAGE, DONE, tellNext, mistakesOf } from '../../kernel/form-page.ts';
import { randomUUID } from 'node:crypto';
import { uploadIn } from '../../kernel/upload.ts';

const FILE = { field: 'file', mostBytes: MOST_EVIDENCE_BYTES };

const forQuestion = z.object({ criterion: z.string().max(12).optional() });

type Way = { act: ActName; tag: string; root: string; answers: string; says: string };

/** The pages of one way to add evidence: the group's own, or an officer's. */
export function changingPages(deps: BenefitPagesDeps, { act, tag, root, answers, says }: Way): Endpoint[] {
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
