import { MOST_EVIDENCE_BYTES, evidenceSchema } from './passport-contract.ts';
import { z } from 'zod';
import type { ActName } from '../../ground/people/role-contract.ts';
import { type BenefitPagesDeps, groupParams, evidenceParams } from './test-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import {
  type EvidencePlace,
  type EvidenceShown,
  evidenceView,
} from '../../../client/groups/benefit-test/evidence-view.ts';
import type { Request, Response } from 'express';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { told, PAGE, DONE, tellNext, mistakesOf } from '../../kernel/form-page.ts';
import { randomUUID } from 'node:crypto';
import { uploadIn } from '../../kernel/upload.ts';
import type { OpenDraft } from './evidence-service.ts';

const FILE = { field: 'file', mostBytes: MOST_EVIDENCE_BYTES };

const forQuestion = z.object({ criterion: z.string().max(12).optional() });

/** Whose evidence it is: a passport's or a case's, by the id in the address. */
export type EvidenceOwner = {
  thing(input: { params: { id: string } }): Promise<unknown>;
  shown(id: string): Promise<EvidenceShown>;
  open(id: string): Promise<OpenDraft>;
  /** Where its files are opened. */
  files(id: string): string;
};
/** `answers`: where the answers are behind `root`, for the question that evidence is added for; empty for none. */
type Way = { act: ActName; tag: string; root: string; answers(criterion: string): string; says: string };

/** The pages of one way to add evidence: the group's own, or an officer's. */
export function changingPages(
  deps: BenefitPagesDeps,
  of: EvidenceOwner,
  { act, tag, root, answers, says }: Way,
): Endpoint[] {
  const {
    benefitTests: { evidence },
    access,
    sendPage,
  } = deps;
  const common = { act, tag, thing: of.thing };
  const placeOf = (id: string, criterion: unknown = ''): EvidencePlace => {
    const own = root.replace(':id', id);
    const asked = typeof criterion === 'string' && /^[A-Z][A-Z0-9]{1,11}$/.test(criterion) ? criterion : '';
    return { answers: `${own}${answers(asked)}`, evidence: `${own}/evidence`, files: of.files(id), says };
  };

  async function page(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const body = evidenceView(
      await of.shown(id),
      form,
      placeOf(id, form.values['criterion']),
      status === 200 ? told(req) : null,
    );
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
        const added = await evidence.add(access.signedIn(req), await of.open(params.id), body, uploadIn(req));
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
        await evidence.remove(await of.open(params.id), params.evidence);
        tellNext(req, 'It is taken out.');
        seeOther(req, res, `${placeOf(params.id).evidence}/new`);
      },
    }),
  ];
}
