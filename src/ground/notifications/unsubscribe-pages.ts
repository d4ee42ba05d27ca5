import type { Request } from 'express';
import { z } from 'zod';
import { stoppedView, unsubscribeView } from '../../../client/ground/notifications/unsubscribe-views.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { MailService } from './mail-service.ts';
import { PAGE } from '../../kernel/form-page.ts';

type Deps = { mails: Pick<MailService, 'newsFor' | 'stopNews'>; sendPage: SendPage };

const tokenParams = z.object({ token: z.string().max(100) });

/**
 * Mail providers stop news for people by a POST from their own site (RFC 8058, section 3.2). It carries the token from the mail and
 * needs no session, so it alone may come from elsewhere.
 */
export const isOneClickUnsubscribe = (req: Request): boolean =>
  req.method === 'POST' && /^\/unsubscribe\/[\w-]{43}$/.test(req.path);

/** Stopping news: the link in a mail shows a button, a mail provider's own button stops it at once. */
export function unsubscribePages({ mails, sendPage }: Deps): Endpoint[] {
  const own = { act: 'news.stop', tag: 'people', path: '/unsubscribe/:token', params: tokenParams, reply: PAGE };
  return [
    endpoint({
      ...own,
      method: 'get',
      summary: 'The page to stop news with',
      async run({ req, res, params }) {
        const news = await mails.newsFor(params.token);
        if (!news) throw notFound();
        await sendPage(req, res, {
          title: 'Stop these mails?',
          description: 'Stop news by e-mail.',
          body: news.stopped ? stoppedView() : unsubscribeView(params.token, news.email),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      summary: 'Stops news, as the page’s button or by one click in a mail program (RFC 8058)',
      body: z.object({
        'List-Unsubscribe': z.literal('One-Click', 'Use the button on the page, or List-Unsubscribe=One-Click.'),
      }),
      async run({ req, res, params }) {
        if (!(await mails.newsFor(params.token))) throw notFound();
        await mails.stopNews(params.token);
        await sendPage(req, res, {
          title: 'No more such mails',
          description: 'Stop news by e-mail.',
          body: stoppedView(),
          robots: 'noindex',
        });
      },
    }),
  ];
}
