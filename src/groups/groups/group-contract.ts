import { z } from 'zod';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import { nextSchema } from '../../ground/people/person-contract.ts';

export const LEGAL_FORMS = ['unconstituted', 'constituted', 'charity', 'company'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];
/** Bands, because nobody counts a group exactly, and small numbers say too much. */
export const SIZES = ['under_10', '10_to_30', '31_to_100', 'over_100'] as const;
export type Size = (typeof SIZES)[number];
export const GROUP_ROLES = ['group_lead', 'group_deputy', 'group_member'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

export type Group = {
  id: string;
  areaId: string;
  name: string;
  /** What everybody else sees instead of the name, for groups whose own name says too much about who comes. */
  publicName: string | null;
  legalForm: LegalForm;
  size: Size;
  purpose: string;
  audience: string;
  telephone: string | null;
  channel: Channel;
  /** The day on which the group got in touch; clocks start with it. */
  receivedOn: string;
  /** How the person checked what an officer typed; null when nobody typed for them. */
  readBack: string | null;
  registeredBy: string;
  submission: string;
  createdAt: string;
  /** Since when it is no more; its name and details went with it. */
  closedAt: string | null;
};

/** Somebody with a part in a group. */
export type GroupPerson = { personId: string; rightId: string; role: GroupRole; name: string; email: string | null };

export type Handover = { id: string; groupId: string; fromPerson: string; toPerson: string; createdAt: string };

export const textField = (least: string, most: number) =>
  z
    .string(least)
    .trim()
    .min(1, least)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`)
    .optional()
    .transform((text) => text || null);

/** A number as people write it; enough digits to be one. */
export const telephoneSchema = z
  .string()
  .trim()
  .max(40, 'Enter a telephone number of up to 40 characters.')
  .optional()
  .refine(
    (text) => !text || (/^[+()\d\s./-]+$/.test(text) && text.replace(/\D/g, '').length >= 6),
    'Enter a telephone number such as 01632 960 123.',
  )
  .transform((text) => text || null);

const details = {
  name: textField('Enter what your group calls itself.', 200),
  public_name: optionalText(200),
  legal_form: z.enum(LEGAL_FORMS, 'Choose how your group is set up. “Not set up formally” is fine.'),
  purpose: textField('Say in a sentence or two what your group does.', 2_000),
  audience: textField('Say who your group is for, for instance “anybody in Millfield who gardens”.', 500),
  size: z.enum(SIZES, 'Choose about how many people come.'),
  telephone: telephoneSchema,
};
export const groupDetailsSchema = z.object(details);
export type GroupDetails = z.infer<typeof groupDetailsSchema>;

const making = {
  /** Slug; needed where there are several areas. */
  area: z.string().trim().max(60).optional(),
  submission: z.uuid().optional(),
};
export const newGroupSchema = z.object({
  ...details,
  ...making,
  adult: z.literal('yes', 'Confirm that you are 18 or over. Somebody younger needs an adult to lead the group.'),
  agrees: z.literal('yes', 'Confirm that you have read what a lead signs for.'),
});
export type NewGroup = z.infer<typeof newGroupSchema>;
/** `next`: whoever makes a group to ask for a room wants to be back there afterwards. */
export const newGroupFormSchema = newGroupSchema.extend({ next: nextSchema });

export const makingSchema = z.object(making);

/** The state of a group that its people and officers see. */
export type GroupSummary = {
  id: string;
  name: string;
  publicName: string | null;
  receivedOn: string;
  channel: Channel;
};

/** The name for those outside the group, for mails and lists. */
export const outsideName = ({ publicName, name }: Pick<Group, 'publicName' | 'name'>): string => publicName ?? name;
