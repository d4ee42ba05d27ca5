import { z } from 'zod';
import { outboxMailView, outboxView } from '../../../client/ground/notifications/outbox-views.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { MailService } from './mail-service.ts';
import { PAGE } from '../../kernel/form-page.ts';

type Deps = { mails: Pick<MailService, 'latest' | 'byId'>; sendPage: SendPage };

const SHOWN = 50;

/** What would have been sent. Only in a demonstration without a mail server: everybody can read every mail there. */
export function outboxPages({ mails, sendPage }: Deps): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/outbox',
      act: 'outbox.read',
      tag: 'demonstration',
      summary: 'The mails that the demonstration would have sent',
      reply: PAGE,
      run: async ({ req, res }) =>
        sendPage(req, res, {
          title: 'Outbox',
          description: 'Mails of the demonstration.',
          body: outboxView(await mails.latest(SHOWN)),
          robots: 'noindex',
        }),
    }),
    endpoint({
      method: 'get',
      path: '/outbox/:id',
      act: 'outbox.read',
      tag: 'demonstration',
      summary: 'One of these mails',
      reply: PAGE,
      params: z.object({ id: z.string() }),
      async run({ req, res, params }) {
        const mail = await mails.byId(params.id);
        if (!mail) throw notFound('mail');
        await sendPage(req, res, {
          title: mail.subject,
          description: 'A mail of the demonstration.',
          body: outboxMailView(mail),
          robots: 'noindex',
        });
      },
    }),
  ];
}
