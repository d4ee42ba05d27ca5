import { stepWords } from '../../ground/cases/standing-words.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { OpenMoney } from '../ledger/open-money-contract.ts';
import type { ReminderStage } from '../ledger/reminder-contract.ts';
import { nextWords, pounds } from './hire-standing-words.ts';
import type { AboutBooking } from './hire-telling.ts';

const WHAT = { hire: 'hire', deposit: 'the deposit' } as const;
const SUBJECTS: Record<ReminderStage, (room: string, what: string, day: string) => string> = {
  soon: (room, what, day) => `${room}: ${what} is due by ${day}`,
  late: (room, what, day) => `${room}: ${what} was due by ${day}`,
  again: (room, what, day) => `${room}: ${what} is still to be paid, since ${day}`,
};

/**
 * Reminds a group of money, in the words that its pages have for it.
 * @param how how it is paid; null where nobody has told us
 */
export function moneyMail(
  { room, when, url }: AboutBooking,
  { account, dueOn, pence }: OpenMoney,
  stage: ReminderStage,
  how: string | null,
): MailText {
  const what = `${pounds(pence)} of ${WHAT[account]}`;
  const kind = account === 'hire' ? 'pay_hire' : 'pay_deposit';
  const step = { turn: 'group', next: nextWords({ kind, turn: 'group', by: dueOn, pence }), by: dueOn } as const;
  return {
    kind: `booking_money_${stage}`,
    subject: SUBJECTS[stage](room, what, dateWords(dueOn)),
    paragraphs: [
      `This is about ${room}, ${when}.`,
      `${stepWords(step, 'group')}${how ? ` ${how}` : ''}`,
      ...(stage === 'soon' ? [] : ['Have you paid it in the last few days? Then you need do nothing.']),
      'Nothing is cancelled because of it.',
    ],
    talk: 'Is that hard for you? It can be paid in parts, or waived.',
    action: { label: 'See the statement', url: url.replace(/\/course$/, '/statement') },
  };
}
