import { type About, see } from './request-mail-words.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';

/** Where nobody is known who answers for the owner: the brokers of the area see to it. */
export const brokerAskMail = ({ group, room, owner, when, url }: About, dueOn: Day): MailText => ({
  kind: 'room_request_no_representative',
  subject: `${room}: nobody answers for ${owner} here`,
  paragraphs: [
    `${group} asks for ${room}, ${when}. Nobody has the right to answer for ${owner}, so no mail went to them.`,
    `Please ask them and write down their answer by ${dateWords(dueOn)}.`,
  ],
  action: see(url),
});

export const brokerChaseMail = ({ group, room, owner, when, url }: About, why: string): MailText => ({
  kind: 'room_chase',
  subject: `Ask again: ${owner} has not answered about ${room}`,
  paragraphs: [
    `${group} has asked for ${room}, ${when}. The owner’s time is over. ${why}`,
    'Write down the answer, or ask for the next room.',
  ],
  action: see(url),
});

export const brokerStuckMail = ({ group, when, url }: About): MailText => ({
  kind: 'room_with_broker',
  subject: `${group} needs a room: none on the list is left`,
  paragraphs: [
    `${group} wants a room ${when}. Every room on its list came to nothing.`,
    'Add a room, or say why there is none.',
  ],
  action: see(url),
});

export const brokerDeputyMail = ({ group, url }: About): MailText => ({
  kind: 'room_needs_deputy',
  subject: `${group} needs a second person`,
  paragraphs: [
    `${group} has asked for a room and names one person only. Help them to find a deputy: until then the owner is not asked.`,
  ],
  action: see(url),
});
