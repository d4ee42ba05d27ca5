import { createTransport } from 'nodemailer';
import type { StoredMail } from './mail-contract.ts';
import type { Deliver } from './mail-service.ts';

const WAIT_MS = 15_000;

/** Hands mails to an SMTP server. Codes of 500 and more are its last word (RFC 5321, section 4.2.1); everything else may be tried again. */
export function smtp(url: string, from: string): Deliver {
  const transport = createTransport({ url, connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS });
  return async (mail) => {
    try {
      await transport.sendMail(messageOf(mail, from));
      return { outcome: 'sent' };
    } catch (error) {
      const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
      const problem = error instanceof Error ? error.message : String(error);
      // No answer at all, a server that closes (421) and a refused sign-in (53x) concern every mail, not this one.
      if (code < 400 || code === 421 || (code >= 530 && code <= 539)) return { outcome: 'down', problem };
      return { outcome: code >= 500 ? 'never' : 'later', problem };
    }
  };
}

function messageOf(mail: StoredMail, from: string) {
  const unsubscribe = mail.unsubscribeUrl ? { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};
  return {
    from, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html, messageId: `<${mail.id}@meantime>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribe },
  };
}
