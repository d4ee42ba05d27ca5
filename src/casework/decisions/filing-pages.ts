import { z } from 'zod';
import type { Who } from '../../ground/people/role-contract.ts';
import { MOST_PAPER_BYTES } from '../../groups/groups/document-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, tellNext } from '../../kernel/form-page.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { uploadIn, type Upload } from '../../kernel/upload.ts';
import { caseParams, type DecisionPagesDeps } from './decision-endpoint.ts';
import { fileSchema, type Filing } from './ground-contract.ts';

/** Grounds with their papers: shown by the owner, proved after a grant by silence, read by those whom it concerns. */
export function filingPages({ decisions, proposals, access, show }: DecisionPagesDeps): Endpoint[] {
  const { filing, pages } = decisions;
  const one = { tag: 'proposals', params: caseParams } as const;
  const thing = ({ params }: { params: { id: string } }) => proposals.sentThing(params.id);

  const showing = (
    of: string,
    act: 'decision.file' | 'decision.extend',
    summary: string,
    done: string,
    run: (who: Who, id: string, given: Filing, upload: Upload | undefined) => Promise<unknown>,
  ): Endpoint =>
    endpoint({
      ...one,
      act,
      thing,
      method: 'post',
      path: `/proposals/:id/${of}`,
      summary,
      reply: DONE,
      body: fileSchema,
      upload: { field: 'file', mostBytes: MOST_PAPER_BYTES },
      async run({ req, res, params, body }) {
        await run(access.signedIn(req), params.id, body, uploadIn(req));
        tellNext(req, done);
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of, form: { values, mistakes: mistakesOf(problem) } }),
    });

  return [
    showing(
      'grounds',
      'decision.file',
      'Shows one of the permitted grounds for saying no, with its evidence',
      'The ground is shown. Everybody reads what it says; the paper itself is for officers, the group and you.',
      filing.file,
    ),
    showing(
      'prove-filed',
      'decision.extend',
      'Shows after a grant by silence that a ground had been filed in time',
      'It is decided now whether the ground holds.',
      filing.proveFiled,
    ),
    endpoint({
      tag: 'proposals',
      params: z.object({ id: idSchema, ground: idSchema }),
      act: 'decision.read',
      thing,
      method: 'get',
      path: '/proposals/:id/grounds/:ground/paper',
      summary: 'The paper that shows a ground',
      reply: { type: 'application/octet-stream', description: 'The file, as an attachment' },
      run: async ({ res, params }) => sendPrivateFile(res, await pages.openPaper(params.id, params.ground)),
    }),
  ];
}
