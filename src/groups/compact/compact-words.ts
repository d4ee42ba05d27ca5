import type { RoomTerms } from './compact-contract.ts';

/** "£50", "£12.50" */
const pounds = (pence: number): string => `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`;

/** Each of the terms for rooms as a question on the form and as a sentence for everybody, with the number in it. */
export const ROOM_TERM_WORDS: Record<keyof RoomTerms, { label: string; sentence(value: number): string }> = {
  owner_answers_wd: {
    label: 'Working days for the owner to answer',
    sentence: (n) => `The owner answers within ${n} working days.`,
  },
  owner_answers_until_hour: {
    label: 'Hour of the last day at which the owner’s time ends',
    sentence: (n) => `The owner’s time ends at ${n}:00 on the last of these days. Then silence counts.`,
  },
  warn_owner_wd: {
    label: 'Working days before that for a warning',
    sentence: (n) =>
      `We warn the owner ${n === 1 ? 'one working day' : `${n} working days`} before silence counts as an offer.`,
  },
  most_options: {
    label: 'Most rooms in one request',
    sentence: (n) => `A request may name up to ${n} rooms, in the order you like them.`,
  },
  offer_lapses_days: {
    label: 'Days to take an offer and settle the deposit',
    sentence: (n) => `You have ${n} days to take an offer and settle the deposit.`,
  },
  most_deposit_pence: {
    label: 'Highest deposit, in pounds',
    sentence: (n) => `A deposit is ${pounds(n)} at most. It can be cash, and it can be waived with a reason.`,
  },
  group_cancels_free_days: {
    label: 'Days before a date until which a group cancels free',
    sentence: (n) => `You can cancel a date without charge until ${n} days before.`,
  },
  owner_cancels_days: {
    label: 'Days of notice for an owner who cancels a date',
    sentence: (n) => `An owner who must cancel a date tells you ${n} days before, says why, and offers another.`,
  },
  end_notice_days: {
    label: 'Days of notice to end a series',
    sentence: (n) => `Either side can end a series with ${n} days’ notice.`,
  },
  renewal_reminder_days: {
    label: 'Days before the end for a reminder',
    sentence: (n) => `We remind you ${n} days before a series ends.`,
  },
  paper_reminder_days: {
    label: 'Days before a date on which both sides are told that a paper is missing for it',
    sentence: (n) =>
      `A date for which a paper is missing is held back from ${n} days before: we tell you and the owner.`,
  },
  paper_last_reminder_days: {
    label: 'Days before a date on which they are told once more',
    sentence: (n) =>
      `We tell you both once more ${n} days before. Without the paper the room stays shut to you that day.`,
  },
  longest_series_days: {
    label: 'Longest series, in days',
    sentence: (n) => `A series lasts ${n} days at most. Then you can ask again.`,
  },
  hire_due_days: {
    label: 'Days after the first date by which the hire is paid',
    sentence: (n) =>
      n === 0
        ? 'The hire is paid by the first date.'
        : `The hire is paid by ${n} days after the first date, or later in parts that are agreed.`,
  },
  hire_reminder_days: {
    label: 'Days before money is due for a reminder (0 for none)',
    sentence: (n) =>
      n === 0
        ? 'We remind you of money on the day after it was due.'
        : `We remind you of money ${n === 1 ? 'a day' : `${n} days`} before it is due, and on the day after.`,
  },
  hire_reminded_again_days: {
    label: 'Days after money was due for another reminder (0 for none)',
    sentence: (n) => (n < 2 ? 'We do not write about it again.' : `We write once more ${n} days after it was due.`),
  },
  hire_ring_days: {
    label: 'Days after money was due from which somebody rings',
    sentence: (n) =>
      `${n === 0 ? 'When it is not paid by its day' : `When it is not paid ${n} days after its day`}, somebody rings and asks: parts can be agreed. Nothing is cancelled by itself because of money.`,
  },
  deposit_back_wd: {
    label: 'Working days to return a deposit',
    sentence: (n) => `You get your deposit back within ${n} working days of the end.`,
  },
  challenge_wd: {
    label: 'Working days to dispute a deduction',
    sentence: (n) => `You can dispute a deduction within ${n} working days.`,
  },
  evaluation_wd: {
    label: 'Working days to say how it went',
    sentence: (n) => `You have ${n} working days to tell us in three questions how it went.`,
  },
  no_shows_before_call: {
    label: 'Missed dates before we ring',
    sentence: (n) =>
      `After ${n} dates on which nobody came, we ring and ask how it goes. Nothing is cancelled by itself.`,
  },
  dates_a_week: {
    label: 'Most dates of a group in a week',
    sentence: (n) => `A group can have up to ${n} dates a week, so that there is room for others.`,
  },
  locals_first_days: {
    label: 'Days before a date until which local groups come first',
    sentence: (n) =>
      n === 0
        ? 'Groups of every part of the area are treated alike.'
        : `Until ${n} days before a date, groups of the area come first.`,
  },
  rivals_tie_points: {
    label: 'Points in 100 below which two groups that want the same dates are equally good',
    sentence: (n) =>
      `Of groups that want the same dates, those that have passed the test go before those that have not. ${n === 0 ? 'The higher result on the questions about benefit goes first.' : `The best result on the questions about benefit goes first, and those less than ${n} points in 100 below it are as good.`} Between equals whoever has had fewer hours in that owner’s rooms in the last 12 months goes first; then a published draw decides.`,
  },
  trial_dates: {
    label: 'Trial dates that a group may have while its test is being scored',
    sentence: (n) =>
      n === 0
        ? 'Only a group that has passed the test has a room at once. Others ask its owner.'
        : `While its test is being scored a group may have up to ${n === 1 ? 'one trial date' : `${n} trial dates`} in rooms that are let at once. They stay, whatever the result is.`,
  },
  bookings_kept_days: {
    label: 'Days after the last date for which it stays known who booked',
    sentence: (n) =>
      `Who booked, and what was written about it, goes ${n.toLocaleString('en-GB')} days after the last date.`,
  },
  receipts_kept_days: {
    label: 'Days for which names stay on receipts',
    sentence: (n) => `Names on receipts for money go after ${n.toLocaleString('en-GB')} days.`,
  },
  waiting_offer_hours: {
    label: 'Hours to take a place from the waiting list',
    sentence: (n) => `Whoever is next on a waiting list has ${n} hours to say yes.`,
  },
};
