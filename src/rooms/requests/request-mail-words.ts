import type { Day } from '../../kernel/recurrence-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { TRIALS_STAY } from '../bookings/trial-date-words.ts';
import type { DeclineReason, MissingPart } from './request-contract.ts';
import { DECLINE_WORDS, MISSING_WORDS } from './request-words.ts';

/** What every mail names: the group as those outside know it, the room with its place, when, and where to look. */
export type About = { group: string; room: string; owner: string; when: string; url: string };
/** What happens next with a request whose room came to nothing. */
export type Next =
  | { kind: 'asked'; room: string; owner: string; dueOn: Day }
  | { kind: 'broker'; dueOn: Day }
  | { kind: 'offered'; room: string };

const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;
export const see = (url: string, label = 'See the request') => ({ label, url });

const nextWords = (next: Next): string => {
  switch (next.kind) {
    case 'asked':
      return `We have asked ${next.owner} for the next room on your list at once: ${next.room}.`;
    case 'offered':
      return `You can have the next room on your list: ${next.room}.`;
    case 'broker':
      return 'No other room is left on your list. You can add rooms yourself too.';
  }
};

export const incompleteMail = ({ group, room, url }: About, missing: readonly MissingPart[]): MailText => ({
  kind: 'room_request_incomplete',
  subject: `Your request for ${room}: one thing is missing`,
  paragraphs: [
    `We have the request of ${group} for ${room}.`,
    ...missing.map((part) => MISSING_WORDS[part].todo),
    'As soon as that is there, the owner is asked and the clock starts. Until then no dates are held, and others can ask for them.',
  ],
  action: see(url),
});

/** @param silence what the owner's silence comes to, where it is no offer for want of a pass */
export const askedMail = ({ group, room, owner, when, url }: About, silence: string | null): MailText => ({
  kind: 'room_request_asked',
  subject: `${room}: ${owner} is asked`,
  paragraphs: [`We have asked ${owner} for ${room}, ${when}, for ${group}.`, ...(silence ? [silence] : [])],
  action: see(url),
});

export const offeredMail = (
  { room, owner, when, url }: About,
  how: 'said_yes' | 'silent' | 'at_once',
  { trial, why }: { trial: boolean; why: readonly string[] },
): MailText => ({
  kind: how === 'silent' ? 'room_default_offered' : 'room_offered',
  subject: `${room} is offered to you`,
  paragraphs: [
    {
      said_yes: `${owner} says yes: you can have ${room}, ${when}.`,
      silent: `${owner} did not answer in time, and has agreed that this is an offer: you can have ${room}, ${when}.`,
      at_once: `You can have ${room}, ${when}.`,
    }[how],
    ...(trial ? [`These are trial dates, had while your answers in the test are being scored. ${TRIALS_STAY}`] : []),
    ...(why.length > 0 ? [`Another group wanted some of these dates too. ${why.join(' ')}`] : []),
    'The dates are held for you meanwhile.',
  ],
  action: see(url, 'See the offer and take it'),
});

export const declinedMail = (
  { room, owner, url }: About,
  reason: DeclineReason,
  note: string | null,
  next: Next,
): MailText => ({
  kind: 'room_declined',
  subject: `${room}: ${owner} says no`,
  paragraphs: [
    `${owner} cannot let you have ${room}. ${DECLINE_WORDS[reason].said}`,
    ...(note ? [`They say: ${note}`] : []),
    nextWords(next),
  ],
  action: see(url),
});

export const outbidMail = ({ room, url }: About, why: readonly string[], next: Next): MailText => ({
  kind: 'room_outbid',
  subject: `${room} went to another group`,
  paragraphs: [`Another group asked for the same dates in ${room}. ${why.join(' ')}`, nextWords(next)],
  action: see(url, 'See how it was decided'),
});

export const goneMail = ({ room, url }: About, next: Next): MailText => ({
  kind: 'room_gone',
  subject: `${room} is not free any more`,
  paragraphs: [`${room} is not free any more on the dates that you want.`, nextWords(next)],
  action: see(url),
});

export const silentMail = ({ room, owner, url }: About, why: string): MailText => ({
  kind: 'room_owner_silent',
  subject: `${room}: no answer yet`,
  paragraphs: [
    `${owner} has not answered in time. ${why}`,
    'You can keep waiting, or ask for the next room on your list.',
  ],
  action: see(url),
});

/** @param how how it is paid, where somebody has said */
export const depositMail = ({ room, url }: About, pence: number, how: string | null): MailText => ({
  kind: 'room_deposit_due',
  subject: `${room} is yours: deposit of ${pounds(pence)} due`,
  paragraphs: [
    `You have taken ${room}. The dates are kept for you.`,
    `The deposit is ${pounds(pence)}. Cash is fine, and you get a receipt. You get it back at the end.`,
    ...(how ? [how] : []),
  ],
  talk: 'Is that hard for you? It can be paid in parts, or waived.',
  action: see(url),
});

export const lapsedMail = ({ room, url }: About, what: 'offer' | 'deposit' | 'dates'): MailText => ({
  kind: 'room_request_lapsed',
  subject: `${room}: your request has lapsed`,
  paragraphs: [
    {
      offer: 'You did not take the offer in time.',
      deposit: 'The deposit was not settled in time.',
      dates: 'All dates that you wanted have passed.',
    }[what],
    'Nothing is held for you any more. You can ask again at any time: what you asked for is still there to begin with.',
  ],
  action: see(url),
});

export const closedMail = ({ group, url }: About, reason: string): MailText => ({
  kind: 'room_request_closed',
  subject: `No room was found for ${group}`,
  paragraphs: [
    'We have looked, and found no room that does.',
    reason,
    'You can ask for another room or another time whenever you like.',
  ],
  action: see(url),
});

/** For who has passed while its owner had not answered: silence counts now, and the owner has its days anew. */
export const passedMail = ({ room, owner, url }: About): MailText => ({
  kind: 'room_test_passed',
  subject: `${room}: your pass counts for this request`,
  paragraphs: [
    `Your group has passed the benefit test. We have told ${owner}.`,
    'If there is no answer by then, the room is offered to you: the owner has agreed to that.',
  ],
  action: see(url),
});

/** For who has no pass yet: other prices go without a test (casework reference 9.3, C2). */
export const notYetMail = ({ room, url }: About, priceUrl: string): MailText => ({
  kind: 'room_test_not_yet',
  subject: `${room}: your test result, and another way`,
  paragraphs: [
    'Your group has not passed the benefit test, so the owner’s silence is no offer. The owner may still say yes, at the community price. The result says what would change that.',
    'You can ask for the room at its commercial price instead, without a test. The request page shows the price. The owner is asked anew as soon as you choose it.',
    `Your request stands as it is meanwhile: ${url}`,
  ],
  action: { label: 'See the commercial price', url: priceUrl },
});
