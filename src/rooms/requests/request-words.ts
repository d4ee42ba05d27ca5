import type { Day } from '../../kernel/recurrence-contract.ts';
import { notFreeWords } from '../bookings/booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { NotFree } from '../bookings/booking-contract.ts';
import type {
  Condition,
  ConditionKind,
  DeclineReason,
  MissingPart,
  NoDefault,
  OptionState,
} from './request-contract.ts';

export const OPTION_STATE_WORDS: Record<OptionState, string> = {
  waiting: 'Not asked yet',
  asked: 'Asked',
  offered: 'Offered',
  default_offered: 'Offered',
  taken: 'Taken',
  declined: 'The owner said no',
  outbid: 'Another group went first',
  gone: 'Not free any more',
  passed_over: 'The owner did not answer',
  lapsed: 'Not taken in time',
  withdrawn: 'Taken back',
};

export const MISSING_WORDS: Record<MissingPart, { name: string; todo: string }> = {
  deputy: {
    name: 'A second person',
    todo: 'Your group names one person only. It needs a deputy, who can step in. We help you to find one.',
  },
};

export const DECLINE_WORDS: Record<DeclineReason, { label: string; said: string }> = {
  in_use: { label: 'We need the room ourselves on these dates', said: 'The owner needs the room on these dates.' },
  law: {
    label: 'A law, a licence or the title forbids it',
    said: 'A law, a licence or the title of the building forbids it.',
  },
  danger: { label: 'It would not be safe, and cannot be made safe at a fair cost', said: 'It would not be safe.' },
  statutory_use: {
    label: 'An emergency or a service required by law needs it',
    said: 'An emergency or a service required by law needs the room.',
  },
  not_suitable: {
    label: 'The room does not suit what they want to do in it',
    said: 'The room does not suit what you want to do in it.',
  },
  insurance: { label: 'The insurance does not cover it', said: 'The insurance does not cover it.' },
  safeguarding: { label: 'Safeguarding is not settled', said: 'Safeguarding is not settled.' },
  cost: { label: 'It would cost us more than we can bear', said: 'It would cost the owner more than they can bear.' },
};

const CONDITION_SENTENCES: Record<ConditionKind, (due: string, expires: string) => string> = {
  insurance: (due) => `Add an insurance certificate before ${due}. It is needed for the first date, not for asking.`,
  insurance_expires: (due, expires) =>
    `Your insurance certificate runs out on ${expires}, before the last date. Add the new one by ${due}.`,
  safeguarding: (due) =>
    `Add a safeguarding statement before ${due}. One page is enough for a group that people run for themselves.`,
  safeguarding_expires: (due, expires) =>
    `Your safeguarding paper runs out on ${expires}, before the last date. Add the new one by ${due}.`,
};
export const conditionWords = ({ kind, due, expires }: Condition): string =>
  CONDITION_SENTENCES[kind](dateWords(due), expires ? dateWords(expires) : '');

const NO_DEFAULT_WORDS: Record<NoDefault, string> = {
  not_published: 'not every date is published as open',
  not_in_compact: 'the owner has not joined the compact',
  no_passport: 'the group has no passed benefit test',
  passed_since: 'the group has passed the benefit test only now, and the owner has still to be told',
  no_price: 'the owner has named no price for groups like this',
  by_negotiation: 'the owner wants to talk about this time first',
};

/** "5 working days left", "today is the last day" */
export function leftWords(left: number, dueOn: Day, today: Day): string {
  if (dueOn < today) return 'the day has passed';
  if (dueOn === today) return 'today is the last day';
  return left === 1 ? '1 working day left' : `${left} working days left`;
}

/** The same for groups, whose days are those of the calendar. */
export function daysLeftWords(dueOn: Day, today: Day): string {
  const left = Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  if (left < 0) return 'the day has passed';
  if (left === 0) return 'today is the last day';
  return left === 1 ? '1 day left' : `${left} days left`;
}

/** "The council must answer by Thursday 31 December 2026 (5 working days left). Its time ends at 17:00 that day." */
export const answerClock = (owner: string, dueOn: Day, left: number, today: Day, hour: number): string =>
  `${owner} must answer by ${dateWords(dueOn)} (${leftWords(left, dueOn, today)}). ${endsAt(hour)}`;

/** At which hour of the last day an owner's time ends. */
export const endsAt = (hour: number): string =>
  hour >= 24 ? 'The whole of that day counts.' : `The time ends at ${hour}:00 that day.`;

/** What an owner's silence comes to. */
export function silenceWords(why: readonly NoDefault[]): string {
  if (why.length === 0) return 'If there is no answer by then, the room is offered: the owner has agreed to that.';
  return `No answer by then is no offer, because ${why.map((one) => NO_DEFAULT_WORDS[one]).join(' and ')}. Then a broker asks again, and the next room can be asked.`;
}

/** A date that is not asked for, with the reason. */
export const leftOutWords = (one: Pick<NotFree, 'date' | 'why' | 'neighbour' | 'most'>): string =>
  `${dateWords(one.date)}: ${notFreeWords(one)}`;
