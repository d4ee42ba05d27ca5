import type { MailText } from '../notifications/mail-contract.ts';

export function signInMail(code: string, url: string): MailText {
  return {
    kind: 'sign_in_code',
    subject: `${code} is your sign-in code`,
    paragraphs: [
      'Somebody, we hope you, wants to sign in to Meantime with this address. The code works for 10 minutes and only once. If it was not you, you need not do anything: nobody can sign in without the code.',
      'Type this code on the page you have open:',
    ],
    code,
    action: { label: 'Or sign in on this device', url },
  };
}
