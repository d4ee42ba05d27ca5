import { z } from 'zod';
import { certificateView, checkView } from '../../../client/casework/decisions/certificate-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { sendPdf } from '../../kernel/pdf-reply.ts';
import type { DecisionPagesDeps } from './decision-endpoint.ts';

const MOST_CODE = 40;
const codeParams = z.object({ code: z.string().max(MOST_CODE) });

/** Certificates of default grant, for everybody who has a code: as a page, as a file, as data; and the form to check one. */
export function certificatePages({ decisions, certificate, sendPage, onError }: DecisionPagesDeps): Endpoint[] {
  const { certificates } = decisions;
  const open = { act: 'register.read', tag: 'certificates', method: 'get' } as const;
  return [
    endpoint({
      ...open,
      path: '/check',
      summary: 'Checks a certificate by its code',
      reply: PAGE,
      query: z.object({ code: z.string().trim().max(MOST_CODE).optional().catch(undefined) }),
      async run({ req, res, query: { code } }) {
        const found = code ? await certificates.find(code) : null;
        if (found) return seeOther(req, res, `/certificates/${found.facts.checkCode}`);
        await sendPage(req, res, {
          title: 'Check a certificate',
          description: 'Type the code of a certificate, and see whether it is real and whether it still stands.',
          body: checkView(code ?? null),
          canonical: '/check',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/certificates/:code/certificate.pdf',
      summary: 'A certificate of default grant as a tagged PDF',
      params: codeParams,
      reply: { type: 'application/pdf', description: 'The certificate' },
      async run({ res, params }) {
        const { facts } = await certificates.byCode(params.code);
        await sendPdf(res, certificate.paper(facts), {
          name: 'certificate',
          page: 'the page of the certificate',
          onError,
        });
      },
    }),
    endpoint({
      ...open,
      path: '/certificates/:code',
      summary: 'A certificate of default grant, and whether it still stands',
      params: codeParams,
      reply: PAGE,
      async run({ req, res, params }) {
        const shown = await certificates.byCode(params.code);
        await sendPage(req, res, {
          title: `Certificate of default grant ${shown.facts.number}`,
          description: `${shown.facts.placeName}: granted by default to ${shown.facts.groupName}.`,
          body: certificateView(shown, certificate.paper(shown.facts)),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/api/certificates/:code',
      summary: 'A certificate of default grant as data',
      params: codeParams,
      reply: {
        type: 'application/json',
        description: 'What it said when it was made, and where its case stands today',
      },
      async run({ res, params }) {
        const { facts, stage, stands } = await certificates.byCode(params.code);
        res.json({ ...certificate.json(facts), today: { stage, stands } });
      },
    }),
  ];
}
