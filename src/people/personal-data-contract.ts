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
] as const;
export const KEPT_AFTER_ACCOUNT = [
  { what: 'The record of what was done here, with a number where your name was.', why: 'Public bodies must be able to show how a decision came about (Freedom of Information Act 2000; Limitation Act 1980: six years).' },
  { what: 'What you handed in for a group: its papers and requests.', why: 'They belong to the group, not to you.' },
] as const;
/** What one types so that no slip deletes an account. */
export const DELETE_WORD = 'delete';
