/** One list of what the site keeps about somebody, for the download. Values are what people can read: words, days, numbers. */
export type PersonalDataPart = { name: string; title: string; entries: readonly Record<string, unknown>[] };

/** Somebody's data as a file: readable by people and programs. */
export type PersonalData = { madeAt: string; parts: readonly PersonalDataPart[] };

/** What goes with an account and what stays, in the words of the page that asks whether one is sure. */
export const DELETED_WITH_ACCOUNT = [
  'Your name, e-mail address, telephone number and postal address',
  'Your passkeys, your devices and every code we sent you',
  'Every mail to you that we still have',
  'Your part in groups, and everything you may do here',
  'Rooms you wait for on your own, your calendar addresses, and lists that you have not brought in',
] as const;
export const KEPT_AFTER_ACCOUNT = [
  {
    what: 'The record of what was done here, with a number where your name was.',
    why: 'Public bodies must be able to show how a decision came about (Freedom of Information Act 2000; Limitation Act 1980: six years).',
  },
  {
    what: 'What you handed in or asked for, for a group: its papers, requests and bookings, and your name where you signed for being shown round.',
    why: 'They belong to the group, not to you. Who made a booking, and what was written about it, goes in time, too: the page about privacy says when.',
  },
  {
    what: 'Your name on receipts for money.',
    why: 'Accounts are kept for the year they are for, and six more (Limitation Act 1980). Then the names go, too.',
  },
  {
    what: 'Your name where an owner named you in public as the officer who grants rooms.',
    why: 'It shows on whose authority rooms are granted.',
  },
] as const;
/** What one types so that no slip deletes an account. */
export const DELETE_WORD = 'delete';
