import type { CaseTermName } from './case-term-contract.ts';

type Words = {
  /** The question on the form. */
  label: string;
  /** What everybody reads, with the number in it. */
  sentence(value: number): string;
};

const wd = (n: number): string => (n === 1 ? 'one working day' : `${n} working days`);

/** Each limit of a case in words. */
export const CASE_TERM_WORDS: Record<CaseTermName, Words> = {
  enquiry_acknowledged_wd: {
    label: 'Working days for the broker to say that a question has arrived',
    sentence: (n) => `Within ${wd(n)} a broker says that your question has arrived, and begins to look.`,
  },
  enquiry_looked_wd: {
    label: 'Working days to find out whose a place is, from the day on which the question came in',
    sentence: (n) => `Within ${wd(n)} of your question we say whose the place is, and where we looked.`,
  },
  enquiry_escalated_wd: {
    label: 'Working days for the monitoring officer when the broker is late',
    sentence: (n) =>
      `If we do not, the monitoring officer has ${wd(n)} more. Then whoever is registered for the place, or maintains the road, counts as its owner.`,
  },
  enquiry_presumed_days: {
    label: 'Days for a body that counts as owner to show that it is not',
    sentence: (n) => `A body that counts as owner may show within ${n} days that it is not. Then it stands.`,
  },
  enquiry_consent_wd: {
    label: 'Working days for whoever asked to say whether we may write to an owner outside the compact',
    sentence: (n) =>
      `If the owner has not joined the compact, you have ${wd(n)} to say whether we may write to them about you.`,
  },
  enquiry_letter_wd: {
    label: 'Working days for the broker to send that letter',
    sentence: (n) => `If we may, we send the letter within ${wd(n)}.`,
  },
  enquiry_introduced_wd: {
    label: 'Working days for that owner to write back',
    sentence: (n) => `The question ends ${wd(n)} after the letter, if nobody writes back.`,
  },
  enquiry_parked_days: {
    label: 'Days until we look again where nobody was found',
    sentence: (n) => `Where we find nobody, we look again after ${n} days.`,
  },
  enquiry_looks: {
    label: 'How often we look again',
    sentence: (n) => `We look again ${n === 1 ? 'once' : `${n} times`} at most. Then you get advice in words.`,
  },
  enquiries_a_day: {
    label: 'Most questions of one person in a day',
    sentence: (n) => `One person can ask about up to ${n} places a day.`,
  },
};

/** The limits of each kind of case, in the order in which they are told. */
export const CASE_TERM_PARTS: readonly { title: string; names: readonly CaseTermName[] }[] = [
  {
    title: 'Whose is this?',
    names: [
      'enquiry_acknowledged_wd',
      'enquiry_looked_wd',
      'enquiry_escalated_wd',
      'enquiry_presumed_days',
      'enquiry_consent_wd',
      'enquiry_letter_wd',
      'enquiry_introduced_wd',
      'enquiry_parked_days',
      'enquiry_looks',
      'enquiries_a_day',
    ],
  },
];
