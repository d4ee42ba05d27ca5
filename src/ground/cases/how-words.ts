import type { Contact } from '../contacts/contact-contract.ts';
import { reachSentence } from '../contacts/contact-words.ts';

/** How the owner of a place and its area are reached and paid; null where nobody has said. */
export type Contacts = { owner: Contact | null; area: Contact | null };

/** How money is paid: the owner’s own way before its area’s; whom to ask where neither has said. Null where nobody is known to ask. */
export function payWords({ owner, area }: Contacts, caseNumber: string | null): string | null {
  const paying = owner?.paying ?? area?.paying ?? null;
  const number = caseNumber ? ` Give the number ${caseNumber}.` : '';
  if (paying !== null) return `How to pay: ${paying.replace(/\.?$/, '.')}${number}`;
  const reach = reachOf({ owner, area }, 'Ask how to pay:');
  return reach === null ? null : `${reach}${number}`;
}

/** With whom a time is agreed for being shown round, and what it is good for. @param owner its name */
export function meetWords(owner: string, contacts: Contacts): string {
  const reach = reachOf(contacts, 'To agree a time:');
  return `${owner} shows somebody of the group round. ${reach ? `${reach} ` : ''}It counts for a year in the whole building.`;
}

const reachOf = ({ owner, area }: Contacts, why: string): string | null =>
  (owner && reachSentence(owner, why)) ?? (area && reachSentence(area, why));
