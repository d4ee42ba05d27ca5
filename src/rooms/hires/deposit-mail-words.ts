import type { Day } from '../../kernel/recurrence-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { AboutBooking } from './hire-telling.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Deduction, DepositReturn } from './deposit-contract.ts';
import { money } from './given-up-mail-words.ts';

const see = (url: string, label = 'See it') => ({ label, url });

/** The statement that goes with the money. */
export const depositReturnedMail = (
  { room, url }: AboutBooking,
  given: DepositReturn,
  deductions: readonly Pick<Deduction, 'words' | 'pence' | 'hasPhoto'>[],
  asks: boolean,
): MailText => ({
  kind: 'deposit_returned',
  subject: `${room}: your deposit`,
  paragraphs: [
    `${money(given.returnedPence)} of your deposit for ${room} goes back to you.`,
    ...(deductions.length === 0
      ? ['Nothing was kept of it.']
      : [
          'This was kept:',
          ...deductions.map(
            ({ words, pence, hasPhoto }) => `${money(pence)}: ${words}${hasPhoto ? ' (with a photo)' : ''}`,
          ),
          `Is that not right? Say so on the page by ${dateWords(given.challengeUntil)}: somebody looks at it again and answers.`,
        ]),
    ...(asks ? ['Three short questions are left: how was it? Your answers help the next group.'] : []),
  ],
  action: see(url, asks ? 'See the statement and answer' : 'See the statement'),
});

export const challengedMail = ({ group, room, url }: AboutBooking, challenge: string, dueOn: Day): MailText => ({
  kind: 'deduction_disputed',
  subject: `${group} disputes what was kept of its deposit`,
  paragraphs: [
    `${group} used ${room} and disputes what was kept of its deposit. They say:`,
    challenge,
    `Please look at it again and answer by ${dateWords(dueOn)}: give some or all of it back, or say why it stays.`,
  ],
  action: see(url, 'Answer'),
});

export const challengeAnsweredMail = (
  { room, url }: AboutBooking,
  answer: string,
  backPence: number,
  keptPence: number,
): MailText => ({
  kind: 'dispute_answered',
  subject: `${room}: the answer about your deposit`,
  paragraphs: [
    answer,
    backPence > 0 ? `${money(backPence)} more goes back to you.` : 'What was kept stays kept.',
    ...(keptPence > 0
      ? [
          `${money(keptPence)} was kept in all. If you still do not agree, you can complain to the council; the broker tells you how.`,
        ]
      : []),
  ],
  action: see(url, 'See the statement'),
});
