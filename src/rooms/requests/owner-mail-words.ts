import { type About, see } from './request-mail-words.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { endsAt } from './request-words.ts';

/** To those who answer for the owner. The link works for this request and this person alone. */
export const ownerAskMail = (
  { group, room, when, url }: About,
  more: { people: number; dates: number; dueOn: Day; hour: number; silence: string },
): MailText => ({
  kind: 'room_request_answer_link',
  subject: `${room}: please answer by ${dateWords(more.dueOn)}`,
  paragraphs: [
    `${group} asks for ${room}, ${when}: ${more.dates === 1 ? 'one date' : `${more.dates} dates`}, about ${more.people} people.`,
    `${endsAt(more.hour)} ${more.silence}`,
    'The link shows everything and has both buttons. Nothing happens until you press one. It is for you alone: please do not pass it on.',
  ],
  action: { label: 'See it and answer', url },
});

export const ownerWarnMail = (
  { group, room, when, url }: About,
  dueOn: Day,
  hour: number,
  silence: string,
): MailText => ({
  kind: 'room_request_warning_link',
  subject: `${room}: your answer is due by ${dateWords(dueOn)}`,
  paragraphs: [`${group} has asked for ${room}, ${when}, and has no answer yet.`, `${endsAt(hour)} ${silence}`],
  action: { label: 'See it and answer', url },
});

/** The group has passed while the owner had not answered: its silence is an offer from now on, and its days begin anew. */
export const ownerPassedMail = ({ group, room, when, url }: About, dueOn: Day, hour: number): MailText => ({
  kind: 'room_request_passed_link',
  subject: `${room}: your answer is due by ${dateWords(dueOn)}, and silence counts now`,
  paragraphs: [
    `${group}, who asks for ${room}, ${when}, has passed the benefit test.`,
    `${endsAt(hour)} If there is no answer by then, the room is offered: you have agreed to that in the compact.`,
  ],
  action: { label: 'See it and answer', url },
});

export const outcomeForOwnerMail = (
  { group, room, when, url }: About,
  how: 'offered_by_default' | 'withdrawn' | 'lapsed',
): MailText => ({
  kind: `room_owner_${how}`,
  subject: `${room}: ${OWNER_SUBJECTS[how]}`,
  paragraphs: [OWNER_SENTENCES[how](group, room, when)],
  action: see(url),
});

const OWNER_SUBJECTS = {
  offered_by_default: 'offered to a group',
  withdrawn: 'a request was taken back',
  lapsed: 'a request has lapsed',
} as const;

const OWNER_SENTENCES: Record<keyof typeof OWNER_SUBJECTS, (group: string, room: string, when: string) => string> = {
  offered_by_default: (group, room, when) =>
    `There was no answer in time, so ${room}, ${when}, is offered to ${group}, as you agreed in the compact.`,
  withdrawn: (group, room, when) =>
    `${group} does not want ${room}, ${when}, any more. You need do nothing; the dates are free again.`,
  lapsed: (group, room, when) =>
    `${group} did not take ${room}, ${when}, in time. You need do nothing; the dates are free again.`,
};

/** An owner said yes to one of several, and another of them goes first. @param why in words about that one as “this group” */
export const goesFirstMail = ({ group, room, when, url }: About, why: readonly string[]): MailText => ({
  kind: 'room_owner_goes_first',
  subject: `${room}: another group goes first`,
  paragraphs: [
    `You said yes to these dates in ${room}. ${group} wants them too (${when}), so the room is offered to them.`,
    `Why ${group} goes first: ${why.join(' ')}`,
  ],
  action: see(url),
});

/** What an officer wrote down for an owner, told to all who answer for it. */
export const notedMail = ({ group, room, when, url }: About, answer: 'yes' | 'no', saidBy: string): MailText => ({
  kind: 'room_answer_noted',
  subject: `${room}: we wrote down your ${answer}`,
  paragraphs: [`${saidBy} told us: ${answer}. It is about ${room}, ${when}, for ${group}.`],
  talk: 'Is that not right?',
  action: see(url),
});
