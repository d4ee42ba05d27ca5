import { z } from 'zod';
import { emailSchema } from '../people/person-contract.ts';
import { ROLE_NAMES, ROLES, type Role, type Scope } from '../people/role-contract.ts';

/** Roles that are given on an area, an owner or a place; groups give theirs themselves. */
export const GIVEN_ROLES = ROLE_NAMES.filter((role) => !(ROLES[role].on as readonly Scope[]).includes('group'));

/** What a right is to be held on: the area itself, one of its owners, or one of its places by reference. */
export const giveRightSchema = z.object({
  email: emailSchema,
  name: z.string().trim().max(200, 'Enter a name of up to 200 characters.').default(''),
  role: z.enum(GIVEN_ROLES as [Role, ...Role[]], 'Choose a role from the list.'),
  on: z.string('Choose what the right is for.').max(60, 'Choose what the right is for from the list.').default('area'),
  asset: z.string().trim().max(100, 'Enter a reference of up to 100 characters.').default(''),
  ends_on: z.union([z.literal('').transform(() => null), z.iso.date('Enter the last day as year-month-day, or leave it empty.')]).default(null),
});
export type GiveRight = z.infer<typeof giveRightSchema>;

/** A right as the page about an area's people shows it. */
export type ShownRight = {
  id: string; personId: string; name: string; email: string | null; role: Role; scope: Scope; scopeId: string; on: string; endsOn: string | null;
  /** Its last day has passed. */
  over: boolean;
};
