import { z } from 'zod';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { emailSchema } from '../../ground/people/person-contract.ts';
import { INVITED_ROLES } from './membership-contract.ts';
import { groupDetailsSchema, makingSchema, optionalText, telephoneSchema, textField } from './group-contract.ts';

/** A group that an officer registers for somebody who rang, wrote or came in. */
export const assistedGroupSchema = z.object({
  ...groupDetailsSchema.shape,
  ...makingSchema.shape,
  ...assistedSchema.shape,
  person_name: textField('Enter the name of the person who got in touch.', 200),
  person_telephone: telephoneSchema,
  person_address: optionalText(500),
  adult: z.literal(
    'yes',
    'Ask whether they are 18 or over, and confirm it. Somebody younger needs an adult to lead the group.',
  ),
  agrees: z.literal('yes', 'Read out what a lead signs for, and confirm that they agree.'),
});
export type AssistedGroup = z.infer<typeof assistedGroupSchema>;

/** Changing a group's details for somebody. */
export const assistedEditSchema = z.object({ ...groupDetailsSchema.shape, ...assistedSchema.shape });

/** Somebody without an e-mail address who comes into a group. */
export const assistedPersonSchema = z
  .object({
    ...assistedSchema.shape,
    person_name: textField('Enter the name of the person.', 200),
    person_telephone: telephoneSchema,
    person_address: optionalText(500),
    role: z.enum(INVITED_ROLES, 'Choose what they are to be.'),
    adult: z.literal('yes').optional(),
  })
  .refine(({ role, adult }) => role === 'group_member' || adult === 'yes', {
    path: ['adult'],
    message: 'Ask whether they are 18 or over, and confirm it. A deputy must be.',
  });
export type AssistedPerson = z.infer<typeof assistedPersonSchema>;

/** For whom an officer does something, how they got in touch, and when. */
export type BroughtBy = { personId: string; channel: string; receivedOn: string };

export const leadEmailSchema = z.object({ email: emailSchema });
