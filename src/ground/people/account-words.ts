import type { MailText } from '../notifications/mail-contract.ts';

export function emailCodeMail(code: string): MailText {
  return {
    kind: 'change_email_code',
    subject: `${code} is your code for the new address`,
    paragraphs: [
      'Somebody, we hope you, wants to use this address for their Meantime account. The code works for 10 minutes and only once. If it was not you, you need not do anything.',
      'Type this code on the page you have open:',
    ],
    code,
  };
}

/** To somebody who has an account: the person who typed their address learns nothing of it. */
export function emailTakenMail(signInUrl: string): MailText {
  return {
    kind: 'change_email_taken',
    subject: 'Somebody typed your address',
    paragraphs: [
      'Somebody wanted to move their Meantime account to this address. You have an account with it already, so nothing has changed.',
      'If it was you, sign in with this address. If it was not, you need not do anything.',
    ],
    action: { label: 'Sign in', url: signInUrl },
  };
}

export function emailChangedMail(): MailText {
  return {
    kind: 'email_changed',
    subject: 'Your address for Meantime has changed',
    paragraphs: [
      'Your Meantime account now has another e-mail address, and every other device is signed out. This is the last mail to this one.',
    ],
    talk: 'It was not you? Tell us at once.',
  };
}

export function passkeyMail(change: 'added' | 'removed', name: string): MailText {
  return {
    kind: `passkey_${change}`,
    subject: `A passkey was ${change}`,
    paragraphs: [
      `The passkey “${name}” was ${change} ${change === 'added' ? 'to' : 'from'} your Meantime account.`,
      'If it was not you, sign in, remove what you do not know, and sign out everywhere.',
    ],
  };
}
