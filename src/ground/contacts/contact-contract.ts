import { z } from 'zod';

/** How somebody is reached. What nobody has filled in is null, and no page promises it. */
export type Contact = {
  /** Who answers: a name, or an office. */
  person: string | null;
  telephone: string | null;
  /** When somebody answers and the counter is open, in words. */
  hours: string | null;
  /** Where one can come in. */
  counter: string | null;
  email: string | null;
  /** How money is paid, in words: account, cash desk, card. */
  paying: string | null;
};
export const CONTACT_PARTS = ['person', 'telephone', 'hours', 'counter', 'email', 'paying'] as const;
export type ContactPart = (typeof CONTACT_PARTS)[number];
export const NO_CONTACT: Contact = {
  person: null,
  telephone: null,
  hours: null,
  counter: null,
  email: null,
  paying: null,
};

/** Whose contact it is. */
export const CONTACT_KINDS = ['area', 'owner'] as const;
export type ContactSubject = { kind: (typeof CONTACT_KINDS)[number]; id: string; areaId: string; name: string };
export type KnownContact = { subject: ContactSubject; contact: Contact };

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most} characters.`)
    .transform((typed) => (typed === '' ? null : typed))
    .default(null);

export const contactSchema = z.object({
  person: text(120),
  telephone: text(40).refine(
    (typed) => typed === null || (/^\+?[\d ()./-]+$/.test(typed) && typed.replace(/\D/g, '').length >= 5),
    'Enter the telephone number in digits, for instance 01632 960 100.',
  ),
  hours: text(200),
  counter: text(300),
  email: text(200).refine(
    (typed) => typed === null || z.email().safeParse(typed).success,
    'Enter an e-mail address, for instance places@council.example.',
  ),
  paying: text(600),
});
export type ContactForm = z.infer<typeof contactSchema>;
