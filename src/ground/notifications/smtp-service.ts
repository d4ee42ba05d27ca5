import { createTransport } from 'nodemailer';
import type { StoredMail } from './mail-contract.ts';
import type { Deliver, Delivery } from './mail-service.ts';

const WAIT_MS = 15_000;
/** The whole of one delivery: shorter than the lease under which it happens. */
const AT_MOST_MS = 45_000;

type Settings = { url: string; from: string; baseUrl: string };
type SmtpError = { code?: string; command?: string; responseCode?: number; syscall?: string };

/** Hands mails to an SMTP server, one connection each. */
export function smtp({ url, from, baseUrl }: Settings): Deliver {
  const transport = createTransport({
    url,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    dnsTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = new URL(baseUrl).hostname;
  return async (mail) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' })),
        AT_MOST_MS,
      );
    });
    try {
      await Promise.race([transport.sendMail(messageOf(mail, from, domain)), tooLong]);
      return { outcome: 'sent' };
    } catch (error) {
      return {
        outcome: outcomeOf(error as SmtpError),
        problem: error instanceof Error ? error.message : String(error),
      };
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * What an error means. Replies of 500 and more to the recipient or the message are the server's last word (RFC 5321, section 4.2.1);
 * replies to the sign-in or to our own address concern every mail and must not use one up.
 */
export function outcomeOf({
  code,
  command = '',
  responseCode = 0,
  syscall,
}: SmtpError): Exclude<Delivery['outcome'], 'sent'> {
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const ofUsAll =
    code === 'EAUTH' ||
    (responseCode >= 530 && responseCode <= 539) ||
    (command === 'MAIL FROM' && responseCode !== 552);
  if (responseCode >= 400 && ofUsAll) return 'down';
  if (responseCode >= 500) return aboutThisMail || responseCode === 552 ? 'never' : 'down';
  if (responseCode >= 400) return aboutThisMail ? 'later' : 'down';
  // Without a reply: our own library found the mail impossible, nobody was there, or the connection broke on the way.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'never';
  if (syscall === 'connect' || code === 'EDNS' || code === 'ETLS' || code === 'EAUTH') return 'down';
  return code === 'ECONNECTION' || code === 'ETIMEDOUT' || code === 'ESOCKET' ? 'broken' : 'later';
}

/** Addresses are handed over as such, so that nothing in them is read as a second address or a header. */
function messageOf(mail: StoredMail, from: string, domain: string) {
  const unsubscribe = mail.unsubscribeUrl
    ? { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${domain}>`,
    ...(mail.calendar
      ? {
          attachments: [
            {
              filename: 'dates.ics',
              content: mail.calendar,
              contentType: `text/calendar; charset=utf-8; method=${methodOf(mail.calendar)}`,
            },
          ],
        }
      : {}),
    date: new Date(mail.createdAt),
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribe },
  };
}

/** What a calendar file asks of whoever opens it: its type must say the same (RFC 6047, section 2.4). */
const methodOf = (calendar: string): string => /^METHOD:([A-Z]+)/m.exec(calendar)?.[1] ?? 'PUBLISH';
