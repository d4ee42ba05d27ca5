import { z } from 'zod';
import { assistedSchema } from '../people/assisted-contract.ts';
import { emailSchema } from '../people/person-contract.ts';
import { groupDetailsSchema, makingSchema, optionalText, telephoneSchema, textField } from './group-contract.ts';

/** A group that an officer registers for somebody who rang, wrote or came in. */
export const assistedGroupSchema = z
  .object({
    ...groupDetailsSchema.shape,
    ...makingSchema.shape,
    ...assistedSchema.shape,
    person_name: textField('Enter the name of the person who got in touch.', 200),
    person_telephone: telephoneSchema,
    person_address: optionalText(500),
    adult: z.literal('yes', 'Ask whether they are 18 or over, and confirm it. Somebody younger needs an adult to lead the group.'),
    agrees: z.literal('yes', 'Read out what a lead signs for, and confirm that they agree.'),
  });
export type AssistedGroup = z.infer<typeof assistedGroupSchema>;

export const leadEmailSchema = z.object({ email: emailSchema });
