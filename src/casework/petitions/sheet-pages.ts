import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { entryView } from '../../../client/casework/petitions/entry-view.ts';
import { paperSheetView } from '../../../client/casework/petitions/paper-sheet-view.ts';
import { sheetView } from '../../../client/casework/petitions/sheet-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { MOST_PAPER_BYTES } from '../../groups/groups/document-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { sendPdf } from '../../kernel/pdf-reply.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { onPetition, petitionParams, sheetParams, type PetitionPagesDeps } from './petition-endpoint.ts';
import { sheetSchema, thirdSchema, linesSchema } from './signature-contract.ts';
import { linesIn, verdictIn } from './sheet-reading.ts';

/** Signatures on paper: the sheet to print, and typing what came back. */
export function sheetPages(deps: PetitionPagesDeps): Endpoint[] {
  const { petitions, access, sendPage, sheetPaper, onError } = deps;
  const { sheets, sheetPages: reading, pages } = petitions;
  const open = { tag: 'petitions', params: petitionParams, act: 'register.read', method: 'get' } as const;
  const enters = { ...onPetition(deps), act: 'petition.enter' } as const;
  const onSheet = { ...enters, params: sheetParams } as const;

  async function entry(req: Request, res: Response, id: string, status = 200, form: FormState = emptyForm) {
    await pages.openedOnly(id);
    const petition = await pages.publicly(id);
    const { submission } = form.values;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Sheets: ${petition.place}`,
      description: 'For those who type signatures from paper.',
      body: entryView({
        petition,
        rows: await reading.rows(id, access.signedIn(req).personId),
        form,
        submission: typeof submission === 'string' ? submission : randomUUID(),
        flash: told(req),
      }),
      about: { areaId: petition.area.id },
      robots: 'noindex',
    });
  }

  async function sheet(
    req: Request,
    res: Response,
    id: string,
    sheetId: string,
    status = 200,
    form: FormState = emptyForm,
  ) {
    const petition = await pages.publicly(id);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}A sheet: ${petition.place}`,
      description: 'For those who type signatures from paper.',
      body: sheetView({
        petition,
        ...(await reading.one(id, sheetId, access.signedIn(req).personId)),
        form,
        flash: told(req),
      }),
      about: { areaId: petition.area.id },
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...open,
      path: '/petitions/:id/sheet',
      summary: 'The sheet to sign on paper, as a page',
      reply: PAGE,
      async run({ req, res, params }) {
        const paper = await sheetPaper(params.id);
        await sendPage(req, res, {
          title: paper.title,
          description: 'A sheet to print and sign.',
          body: paperSheetView({ id: params.id, paper }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/petitions/:id/sheet.pdf',
      summary: 'The same as a file to print: one tagged page',
      reply: { type: 'application/pdf', description: 'The sheet, PDF/UA-1' },
      async run({ res, params }) {
        const paper = await sheetPaper(params.id);
        await sendPdf(res, paper, { name: 'petition', page: 'the page of the sheet', onError });
      },
    }),
    endpoint({
      ...enters,
      params: petitionParams,
      method: 'get',
      path: '/petitions/:id/sheets',
      summary: 'Sheets that came in, and the form to type one',
      reply: PAGE,
      run: ({ req, res, params }) => entry(req, res, params.id),
    }),
    endpoint({
      ...enters,
      params: petitionParams,
      method: 'post',
      path: '/petitions/:id/sheets',
      summary: 'Types the lines of a sheet: name_1, postcode_1, basis_1, code_1 and so on; with its scan as file',
      reply: DONE,
      body: sheetSchema,
      upload: { field: 'file', mostBytes: MOST_PAPER_BYTES },
      async run({ req, res, params, body }) {
        const { received_on: receivedOn, submission, ...typed } = body;
        const lines = linesIn(typed);
        const { number } = await sheets.type(
          access.signedIn(req),
          params.id,
          { receivedOn, lines, submission },
          uploadIn(req),
        );
        tellNext(req, `Sheet ${number} is typed. Write the number on it.`);
        seeOther(req, res, `/petitions/${params.id}/sheets`);
      },
      again: ({ req, res, params, values, problem }) =>
        entry(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...onSheet,
      method: 'get',
      path: '/petitions/:id/sheets/:sheet',
      summary: 'One sheet: typing it a second time without seeing the first, or deciding between two',
      reply: PAGE,
      run: ({ req, res, params }) => sheet(req, res, params.id, params.sheet),
    }),
    endpoint({
      ...onSheet,
      method: 'post',
      path: '/petitions/:id/sheets/:sheet/again',
      summary: 'Types a sheet a second time',
      reply: DONE,
      body: linesSchema,
      async run({ req, res, params, body }) {
        const { state } = await sheets.again(access.signedIn(req), params.id, params.sheet, linesIn(body));
        tellNext(req, state === 'done' ? 'Both have typed the same.' : 'The two differ. A third person decides.');
        seeOther(req, res, `/petitions/${params.id}/sheets`);
      },
      again: ({ req, res, params, values, problem }) =>
        sheet(req, res, params.id, params.sheet, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...onSheet,
      method: 'post',
      path: '/petitions/:id/sheets/:sheet/settle',
      summary:
        'Decides how lines read on which two differ: line_3 is first or second, or other with name_3, postcode_3 …',
      reply: DONE,
      body: thirdSchema,
      async run({ req, res, params, body }) {
        await sheets.settle(access.signedIn(req), params.id, params.sheet, verdictIn(body));
        tellNext(req, 'The sheet is settled.');
        seeOther(req, res, `/petitions/${params.id}/sheets`);
      },
      again: ({ req, res, params, values, problem }) =>
        sheet(req, res, params.id, params.sheet, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...onSheet,
      method: 'get',
      path: '/petitions/:id/sheets/:sheet/scan',
      summary: 'The scan of a sheet',
      reply: { type: 'application/octet-stream', description: 'The file, as an attachment' },
      run: async ({ res, params }) => sendPrivateFile(res, await sheets.scanOf(params.id, params.sheet)),
    }),
  ];
}
