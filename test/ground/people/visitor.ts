import type { Services } from '../../../src/app.ts';
import { found } from '../../support/domain.ts';

type Fields = Record<string, string>;
type Sending = { json?: boolean; headers?: Record<string, string>; cookie?: string };
export type Visitor = {
  url: string;
  /** The session cookie, `name=value`; empty before there is one. */
  cookie(): string;
  get(path: string, sending?: Sending): Promise<Response>;
  /** Sends a form, or JSON where asked to. */
  post(path: string, fields?: Fields, sending?: Sending): Promise<Response>;
};

/** Somebody with a browser of their own: keeps the cookie, follows no redirect. */
export function aVisitor(url: string, agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'): Visitor {
  let cookie = '';
  const send = async (
    path: string,
    init: RequestInit & { headers: Record<string, string> },
    sending: Sending,
  ): Promise<Response> => {
    const headers = {
      'User-Agent': agent,
      Accept: 'text/html',
      Cookie: sending.cookie ?? cookie,
      ...init.headers,
      ...sending.headers,
    };
    const reply = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
    const set = reply.headers.getSetCookie().at(-1)?.split(';')[0];
    if (set !== undefined && sending.cookie === undefined) cookie = set.endsWith('=') ? '' : set;
    return reply;
  };
  return {
    url,
    cookie: () => cookie,
    get: (path, sending = {}) => send(path, { headers: {} }, sending),
    post(path, fields = {}, sending = {}) {
      if (sending.json)
        return send(
          path,
          {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
            body: JSON.stringify(fields),
          },
          sending,
        );
      return send(
        path,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        },
        sending,
      );
    },
  };
}

/** What stands in the newest mail to an address. */
export async function newestMail(
  { mails }: Pick<Services, 'mails'>,
  to: string,
): Promise<{ subject: string; code: string; link: string; text: string }> {
  const mail = found((await mails.latest(200)).find((one) => one.to === to));
  return {
    subject: mail.subject,
    code: /^(\d{6})\b/.exec(mail.subject)?.[1] ?? '',
    link: new URL(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? 'http://nowhere/').pathname,
    text: mail.text,
  };
}

/** Asks for a code and types it, as people do; a name is given where none is known yet. */
export async function signIn(
  services: Pick<Services, 'mails'>,
  visitor: Visitor,
  email: string,
  name = 'Ann Example',
): Promise<Visitor> {
  await visitor.post('/sign-in', { email });
  const reply = await visitor.post('/sign-in/code', { code: (await newestMail(services, email)).code });
  const next = reply.headers.get('location') ?? '';
  if (reply.status !== 303) throw new Error(`Signing in as ${email} was answered with ${reply.status}.`);
  if (next.startsWith('/account/name')) await visitor.post('/account/name', { name });
  return visitor;
}

/** Whether the visitor is let in where one must be signed in. */
export async function isIn(visitor: Visitor, cookie = visitor.cookie()): Promise<boolean> {
  return (await visitor.get('/my', { cookie })).status === 200;
}
