import { z } from 'zod';
import { emailSchema } from '../../ground/people/person-contract.ts';

export const INVITED_ROLES = ['group_deputy', 'group_member'] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

export type Invitation = {
  id: string;
  email: string;
  role: InvitedRole;
  groupId: string;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
  acceptedAt: string | null;
  withdrawnAt: string | null;
};

export const inviteSchema = z.object({
  email: emailSchema,
  role: z.enum(INVITED_ROLES, 'Choose what you ask them to be.'),
});
export type Invite = z.infer<typeof inviteSchema>;

/** Who signs for a group is an adult; a member need not be. */
export const joinSchema = z.object({ adult: z.literal('yes').optional() });
export const leadSchema = z.object({
  adult: z.literal('yes', 'Confirm that you are 18 or over.'),
  agrees: z.literal('yes', 'Confirm that you have read what a lead signs for.'),
});
export const handOverSchema = z.object({
  person: z.string('Choose who is to lead the group.').min(1, 'Choose who is to lead the group.').max(36),
});
