import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { correctView, hearingPaperView } from '../../../client/casework/minutes/hearing-paper-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Paper } from '../../kernel/paper-contract.ts';
import { sendPdf } from '../../kernel/pdf-reply.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import { correctionSchema, type Minutes } from './minutes-contract.ts';
import type { minutesKept } from './minutes-service.ts';

export type MinutesPagesDeps = {
  minutes: ReturnType<typeof minutesKept>;
  proposals: { publicly(id: string): Promise<PublicProposal> };
  /** Agenda and papers of the newest hearing. @throws Problem 404 where none was called */
  papersOf(proposal: PublicProposal): Promise<Paper>;
  /** @throws Problem 404 where there is no draft yet */
  minutesOf(proposal: PublicProposal): Promise<Paper>;
  keptOf(proposalId: string): Promise<Minutes | null>;
  speakerByKey(key: string): Promise<{ proposalId: string }>;
  sendPage: SendPage;
  onError(error: unknown): void;
};
const KINDS = {
  papers: { title: 'Papers of the hearing', label: 'Print the papers (PDF)' },
  minutes: { title: 'Minutes of the hearing', label: 'Print the minutes (PDF)' },
} as const;
const keyParams = z.object({ key: z.string().max(100) });

/** Papers and minutes of a hearing, as pages and as files that say the same; and correcting a draft by the link in a mail. */
export function minutesPages(deps: MinutesPagesDeps): Endpoint[] {
  const { minutes, proposals, papersOf, minutesOf, sendPage, onError } = deps;
  const open = { act: 'register.read', tag: 'hearings', method: 'get', params: z.object({ id: idSchema }) } as const;
  const correct = correctPageOf(deps);
  const paperOf = { papers: papersOf, minutes: minutesOf };
  return [
    ...(['papers', 'minutes'] as const).flatMap((kind) => [
      endpoint({
        ...open,
        path: `/proposals/:id/hearing/${kind}`,
        summary: `${KINDS[kind].title}, as a page`,
        reply: PAGE,
        async run({ req, res, params }) {
          const proposal = await proposals.publicly(params.id);
          const { id: proposalId, place, area } = proposal;
          const { title, label } = KINDS[kind];
          await sendPage(req, res, {
            title: `${title}: ${place}`,
            description: `${title} about what ${proposal.group.name} would do with ${place}.`,
            body: hearingPaperView({
              proposalId,
              place,
              paper: await paperOf[kind](proposal),
              file: `${kind}.pdf`,
              label,
            }),
            about: { areaId: area.id },
            canonical: `/proposals/${proposalId}/hearing/${kind}`,
          });
        },
      }),
      endpoint({
        ...open,
        path: `/proposals/:id/hearing/${kind}.pdf`,
        summary: 'The same as a file: tagged pages',
        reply: { type: 'application/pdf', description: `${KINDS[kind].title}, PDF/UA-1` },
        async run({ res, params }) {
          const proposal = await proposals.publicly(params.id);
          await sendPdf(res, await paperOf[kind](proposal), { name: kind, page: 'the page', onError });
        },
      }),
    ]),
    endpoint({
      act: 'speaker.by_link',
      tag: 'hearings',
      params: keyParams,
      method: 'get',
      path: '/speakers/:key/minutes',
      summary: 'The form to correct the draft of the minutes, for somebody who spoke',
      reply: PAGE,
      run: ({ req, res, params }) => correct(req, res, params.key),
    }),
    endpoint({
      act: 'speaker.by_link',
      tag: 'hearings',
      params: keyParams,
      method: 'post',
      path: '/speakers/:key/minutes',
      summary: 'Corrects the draft of the minutes',
      reply: DONE,
      body: correctionSchema,
      async run({ req, res, params, body }) {
        await minutes.correctByKey(params.key, body);
        tellNext(req, 'Thank you. The minutes say what came of it when they are final.');
        seeOther(req, res, `/speakers/${params.key}/minutes`);
      },
      again: ({ req, res, params, values, problem }) =>
        correct(req, res, params.key, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}

/** Makes the function that shows somebody who spoke the form to correct the draft with. */
function correctPageOf({ proposals, keptOf, speakerByKey, sendPage }: MinutesPagesDeps) {
  return async (req: Request, res: Response, key: string, status = 200, form: FormState = emptyForm): Promise<void> => {
    const { proposalId } = await speakerByKey(key);
    const { place, area } = await proposals.publicly(proposalId);
    res.set('Referrer-Policy', 'no-referrer');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Correct the minutes`,
      description: 'Say what is wrong in the draft of the minutes of a hearing.',
      body: correctView({
        ...{ proposalId, place, key, form },
        minutes: await keptOf(proposalId),
        submission: randomUUID(),
        flash: told(req),
      }),
      about: { areaId: area.id },
      robots: 'noindex',
    });
  };
}
