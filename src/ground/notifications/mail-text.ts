import { caseLine } from './mail-words.ts';
import type { MailText } from './mail-contract.ts';

/** A mail as it is written: with the sentence that says how to reach somebody, or without one. */
export type WrittenMail = MailText & { reach: string | null };

/** The plain-text form. */
export function textOf({ caseNumber, paragraphs, action, code, unsubscribeUrl, reach }: WrittenMail): string {
  const parts = [
    ...caseLine(caseNumber),
    ...paragraphs,
    code ?? '',
    action ? `${action.label}:\n${action.url}` : '',
    reach ?? '',
    unsubscribeUrl ? `To stop such mails: ${unsubscribeUrl}` : '',
    'Meantime',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The HTML form: one column, no pictures, readable in any mail program, light or dark. */
export function htmlOf({ subject, caseNumber, paragraphs, action, code, unsubscribeUrl, reach }: WrittenMail): string {
  const lines = [
    ...[...caseLine(caseNumber), ...paragraphs].map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    code ? `<p style="font-size:2em;letter-spacing:.15em;font-weight:bold">${escaped(code)}</p>` : '',
    action
      ? `<p><a href="${escaped(action.url)}" style="display:inline-block;padding:.6em 1.1em;background:#0e5a52;color:#ffffff;border-radius:2em;text-decoration:none;font-weight:bold">${escaped(action.label)}</a></p><p>${escaped(action.url)}</p>`
      : '',
    reach ? `<p>${escaped(reach)}</p>` : '',
    unsubscribeUrl ? `<p><a href="${escaped(unsubscribeUrl)}">Stop such mails</a></p>` : '',
  ];
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font:17px/1.5 Verdana,sans-serif;max-width:36em;margin:2em auto;padding:0 1em">${lines.join('')}<p>Meantime</p></body></html>`;
}

/** A subject that can be nothing but a subject: one line, no control characters, of a length that every mail program shows. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
