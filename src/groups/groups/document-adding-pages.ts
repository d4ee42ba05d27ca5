import { MOST_PAPER_BYTES, documentSchema } from './document-contract.ts';
import { z } from 'zod';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { type GroupPagesDeps, groupParams, PAGE, DONE, tellNext, mistakesOf } from './group-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Request, Response } from 'express';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { addDocumentView } from '../../../client/groups/groups/document-views.ts';

const FILE = { field: 'file', mostBytes: MOST_PAPER_BYTES };

const kindQuery = z.object({ kind: z.string().max(40).optional() });

const broughtSchema = documentSchema.safeExtend(assistedSchema.shape);

/** Adding a paper: by the group, or by an officer for somebody. */
export function documentAddingPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);
  const common = { tag: 'groups', params: groupParams };

  return [
    endpoint({
      ...common,
      thing,
      method: 'get',
      path: '/groups/:id/documents/new',
      act: 'group.edit',
      summary: 'The form to add a paper with',
      reply: PAGE,
      query: kindQuery,
      run: ({ req, res, params, query }) =>
        showAdd(deps, req, res, params.id, 200, { values: { kind: query.kind ?? '' }, mistakes: [] }, false),
    }),
    endpoint({
      ...common,
      thing,
      method: 'post',
      path: '/groups/:id/documents',
      act: 'group.edit',
      summary: 'Adds a paper: PDF, JPEG, PNG or WebP',
      reply: DONE,
      upload: FILE,
      body: documentSchema,
      async run({ req, res, params, body }) {
        const { id } = await groups.documents.add(access.signedIn(req), params.id, body, uploadIn(req));
        tellNext(req, 'The paper is in. A broker checks it, and we write to you.');
        seeOther(req, res, `/groups/${params.id}`, { id });
      },
      again: ({ req, res, params, values, problem }) =>
        showAdd(deps, req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }, false),
    }),
    endpoint({
      ...common,
      thing,
      method: 'get',
      path: '/desk/groups/:id/documents/new',
      act: 'group.assist',
      summary: 'The form for a paper that somebody sent or brought',
      reply: PAGE,
      query: kindQuery,
      run: ({ req, res, params, query }) =>
        showAdd(deps, req, res, params.id, 200, { values: { kind: query.kind ?? '' }, mistakes: [] }, true),
    }),
    endpoint({
      ...common,
      thing,
      method: 'post',
      path: '/desk/groups/:id/documents',
      act: 'group.assist',
      summary: 'Adds a paper that somebody sent or brought',
      reply: DONE,
      upload: FILE,
      body: broughtSchema,
      async run({ req, res, params, body }) {
        const lead = (await groups.state(params.id)).people.find(({ role }) => role === 'group_lead');
        if (!lead) throw notFound('group');
        const { id } = await groups.documents.add(access.signedIn(req), params.id, body, uploadIn(req), {
          personId: lead.personId,
          channel: body.channel,
          receivedOn: body.received_on,
        });
        tellNext(req, 'The paper is in.');
        seeOther(req, res, `/groups/${params.id}`, { id });
      },
      again: ({ req, res, params, values, problem }) =>
        showAdd(deps, req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }, true),
    }),
  ];
}

async function showAdd(
  { groups, sendPage }: GroupPagesDeps,
  req: Request,
  res: Response,
  id: string,
  status: number,
  form: FormState,
  assisted: boolean,
): Promise<void> {
  const { group } = await groups.state(id);
  await sendPage(req, res, {
    status,
    title: `${status === 200 ? '' : 'Error: '}Add a paper`,
    description: 'Add a paper.',
    body: addDocumentView(form, group, assisted),
    robots: 'noindex',
  });
}
