import type { Request, Response } from 'express';
import { z } from 'zod';
import { addDocumentView, documentView } from '../../../client/groups/groups/document-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { notFound } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { checkSchema, documentSchema, MOST_PAPER_BYTES } from './document-contract.ts';
import {
  DONE,
  documentParams,
  groupParams,
  mistakesOf,
  PAGE,
  tellNext,
  type GroupPagesDeps,
} from './group-endpoint.ts';

const FILE = { field: 'file', mostBytes: MOST_PAPER_BYTES };
const kindQuery = z.object({ kind: z.string().max(40).optional() });
const broughtSchema = documentSchema.safeExtend(assistedSchema.shape);

/** Groups' papers: adding, looking, checking, and the files themselves. */
export function documentPages({ groups, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);
  const common = { tag: 'groups', params: groupParams };

  async function addPage(
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

  async function documentPage(
    req: Request,
    res: Response,
    id: string,
    documentId: string,
    status: number,
    form: FormState,
  ): Promise<void> {
    const { group, people } = await groups.state(id);
    const document = await groups.documents.byId(documentId, id);
    if (!document) throw notFound('paper');
    const who = access.signedIn(req);
    const mayCheck = access.may(who, 'group.check_document', { groupId: group.id, areaId: group.areaId });
    const own = people.some(({ personId }) => personId === who.personId);
    const by = people.find(({ personId }) => personId === document.uploadedBy)?.name ?? '';
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}A paper of ${group.name}`,
      description: 'A paper.',
      body: documentView({ group, document, by, mayCheck, own }, form),
      robots: 'noindex',
    });
  }

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
        addPage(req, res, params.id, 200, { values: { kind: query.kind ?? '' }, mistakes: [] }, false),
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
        addPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }, false),
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
        addPage(req, res, params.id, 200, { values: { kind: query.kind ?? '' }, mistakes: [] }, true),
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
        addPage(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }, true),
    }),
    endpoint({
      tag: 'groups',
      params: documentParams,
      thing,
      method: 'get',
      path: '/groups/:id/documents/:document',
      act: 'group.read_document',
      summary: 'How one paper of a group stands',
      reply: PAGE,
      run: ({ req, res, params }) => documentPage(req, res, params.id, params.document, 200, emptyForm),
    }),
    endpoint({
      tag: 'groups',
      params: documentParams,
      thing,
      method: 'get',
      path: '/groups/:id/documents/:document/file',
      act: 'group.read_document',
      summary: 'The file of a paper',
      reply: { type: 'application/octet-stream', description: 'The file, as an attachment' },
      async run({ req, res, params }) {
        const { path, document, name } = await groups.documents.open(access.signedIn(req), params.id, params.document);
        await sendPrivateFile(res, { path, mediaType: document.mediaType, name });
      },
    }),
    endpoint({
      tag: 'groups',
      params: documentParams,
      thing,
      method: 'post',
      path: '/groups/:id/documents/:document/check',
      act: 'group.check_document',
      summary: 'Says whether a paper is in order',
      reply: DONE,
      body: checkSchema,
      async run({ req, res, params, body }) {
        await groups.documents.check(access.signedIn(req), params.id, params.document, body);
        tellNext(
          req,
          body.outcome === 'accepted'
            ? 'The paper is accepted. We have told the group.'
            : 'The paper is not accepted. We have told the group why.',
        );
        seeOther(req, res, `/groups/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        documentPage(req, res, params.id, params.document, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
