import type { Request, Response } from 'express';
import { documentView } from '../../../client/groups/groups/document-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { notFound } from '../../kernel/problem.ts';
import { checkSchema } from './document-contract.ts';
import { DONE, documentParams, mistakesOf, PAGE, tellNext, type GroupPagesDeps } from './group-endpoint.ts';

/** Groups' papers: adding, looking, checking, and the files themselves. */
export function documentPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);

  return [
    endpoint({
      tag: 'groups',
      params: documentParams,
      thing,
      method: 'get',
      path: '/groups/:id/documents/:document',
      act: 'group.read_document',
      summary: 'How one paper of a group stands',
      reply: PAGE,
      run: ({ req, res, params }) => showDocument(deps, req, res, params.id, params.document, 200, emptyForm),
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
        showDocument(deps, req, res, params.id, params.document, problem.status, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
  ];
}

async function showDocument(
  { groups, access, sendPage }: GroupPagesDeps,
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
