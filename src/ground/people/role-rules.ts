import { ACTS, ROLES, type ActName, type Right, type Role, type Scope, type Thing, type Who } from './role-contract.ts';

type ActRule = { who: readonly string[]; never?: readonly Role[] };

/**
 * Whether somebody may do an act to a thing: the only place where that is decided.
 * @param who the person who is signed in, or null
 * @param thing what it is done to, with all it belongs to: an asset carries its owner's and its area's id
 * @param today rights end after their last day
 */
export function may(who: Who | null, act: ActName, thing: Thing, today: string): boolean {
  const rule: ActRule = ACTS[act];
  if (rule.who.includes('anyone')) return true;
  if (!who) return false;
  if (rule.never && heldOn(who, thing, today).some(({ role }) => rule.never?.includes(role))) return false;
  if (rule.who.includes('signed_in')) return true;
  if (rule.who.includes('self') && thing.personId === who.personId) return true;
  return heldOn(who, thing, today).some(({ role }) => rule.who.includes(role));
}

/** The rights somebody holds on a thing today: on itself, or on what it belongs to. */
function heldOn({ rights }: Pick<Who, 'rights'>, thing: Thing, today: string): Right[] {
  return rights.filter((right) => isLive(right, today) && thing[`${right.scope}Id`] === right.scopeId);
}

export function isLive({ endsOn }: Pick<Right, 'endsOn'>, today: string): boolean {
  return endsOn === null || endsOn >= today;
}

/** Ids of the things of one kind on which somebody may do an act by a right of their own. */
export function scopesFor({ rights }: Pick<Who, 'rights'>, act: ActName, scope: Scope, today: string): string[] {
  const roles: readonly string[] = ACTS[act].who;
  return [
    ...new Set(
      rights
        .filter((right) => right.scope === scope && isLive(right, today) && roles.includes(right.role))
        .map(({ scopeId }) => scopeId),
    ),
  ];
}

export function canBeHeldOn(role: Role, scope: Scope): boolean {
  return (ROLES[role].on as readonly Scope[]).includes(scope);
}

/** Ids of the things of one kind on which somebody holds one of these roles. */
export function idsIn({ rights }: Pick<Who, 'rights'>, scope: Scope, roles: readonly Role[]): string[] {
  return rights.filter((right) => right.scope === scope && roles.includes(right.role)).map(({ scopeId }) => scopeId);
}
