import type { Contact, ContactPart, ContactSubject } from './contact-contract.ts';

/** What the parts are called where one is missing. */
const PART_WORDS: Record<ContactPart, string> = {
  person: 'who answers',
  telephone: 'telephone',
  hours: 'hours',
  counter: 'address',
  email: 'e-mail',
  paying: 'how to pay',
};

/**
 * The ways to reach somebody, as the end of a sentence: "ring 01632 960 100 (Monday to Friday, 9:00 to 17:00), write to
 * places@council.example or come to the Town Hall". Null where there is none: then nothing may be promised.
 */
export function waysToReach({ telephone, hours, counter, email }: Contact): string | null {
  const during = hours ? ` (${hours})` : '';
  const ways = [
    ...(telephone ? [`ring ${telephone}${during}`] : []),
    ...(email ? [`write to ${email}`] : []),
    ...(counter ? [`come to ${counter}${telephone ? '' : during}`] : []),
  ];
  const last = ways.pop();
  if (last === undefined) return null;
  return ways.length === 0 ? last : `${ways.join(', ')} or ${last}`;
}

/** "Questions? Ring …, and ask for Priya Shah." */
export function reachSentence(contact: Contact, why = 'Questions?'): string | null {
  const ways = waysToReach(contact);
  if (ways === null) return null;
  const ask = contact.person ? `, and ask for ${contact.person}` : '';
  return `${why === '' ? '' : `${why} `}${ways.charAt(0).toUpperCase()}${ways.slice(1)}${ask}.`;
}

/** What everybody needs of an area and of an owner. Who answers is good to know; an owner without a telephone is reached through its area. */
const NEEDED: Record<ContactSubject['kind'], readonly ContactPart[]> = {
  area: ['person', 'telephone', 'hours', 'counter', 'email'],
  owner: ['telephone', 'paying'],
};

/** What is still to be filled in, in words. */
export function missingOf(kind: ContactSubject['kind'], contact: Contact): string[] {
  return NEEDED[kind].filter((part) => contact[part] === null).map((part) => PART_WORDS[part]);
}
