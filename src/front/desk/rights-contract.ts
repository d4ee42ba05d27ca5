import { z } from 'zod';
import { emailSchema } from '../../ground/people/person-contract.ts';
import { ROLE_NAMES, ROLES, type Role, type Scope } from '../../ground/people/role-contract.ts';

/** Roles that are given on an area, an owner or a place; groups give theirs themselves. */
export const GIVEN_ROLES = ROLE_NAMES.filter((role) => !(ROLES[role].on as readonly Scope[]).includes('group'));

const lastDay = z
  .union([z.literal('').transform(() => null), z.iso.date('Enter the last day as year-month-day, or leave it empty.')])
  .default(null);

/** What a right is to be held on: the area itself, one of its owners, one of its places by reference, or a room of such a place. */
export const giveRightSchema = z.object({
  email: emailSchema,
  name: z.string().trim().max(200, 'Enter a name of up to 200 characters.').default(''),
  role: z.enum(GIVEN_ROLES as [Role, ...Role[]], 'Choose a role from the list.'),
  on: z.string('Choose what the right is for.').max(60, 'Choose what the right is for from the list.').default('area'),
  asset: z.string().trim().max(100, 'Enter a reference of up to 100 characters.').default(''),
  room: z.string().trim().max(200, 'Enter the name of a room of up to 200 characters.').default(''),
  ends_on: lastDay,
});
export type GiveRight = z.infer<typeof giveRightSchema>;

/** A right as the page about an area's people shows it. */
export type ShownRight = {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  role: Role;
  scope: Scope;
  scopeId: string;
  on: string;
  endsOn: string | null;
  /** Its last day has passed. */
  over: boolean;
};

/** What owners' representatives and brokers may give on their own buildings and rooms. */
export const KEEPER_ROLES = ['caretaker', 'viewer'] as const;
export const giveKeeperSchema = z.object({
  email: emailSchema,
  name: z.string().trim().max(200, 'Enter a name of up to 200 characters.').default(''),
  role: z.enum(KEEPER_ROLES, 'Choose caretaker or viewer.'),
  on: z.string('Choose the building or a room.').max(40, 'Choose the building or a room.').default('building'),
  ends_on: lastDay,
});
export type GiveKeeper = z.infer<typeof giveKeeperSchema>;
