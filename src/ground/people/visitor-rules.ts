import { ACTS, type ActName, type Role, type Who } from './role-contract.ts';

type Links = { name: string; links: { href: string; label: string }[] };

/** Links in the header for somebody who is signed in; null for everybody else. */
export function visitorOf(who: Who | null): Links | null {
  if (!who) return null;
  const officer = who.rights.some(({ scope, role }) => scope === 'area' && isFor('desk.open', role));
  const opens = !officer && who.rights.some(({ scope, role }) => scope !== 'area' && isFor('space.check_in', role));
  const owned = officer
    ? undefined
    : who.rights.find(({ scope, role }) => scope === 'owner' && role === 'owner_representative');
  return {
    name: who.name,
    links: [
      { href: '/my', label: 'My page' },
      ...(officer ? [{ href: '/desk', label: 'Desk' }] : []),
      ...(owned ? [{ href: `/owners/${owned.scopeId}`, label: 'Your places' }] : []),
      ...(opens && !owned ? [{ href: '/tonight', label: 'Tonight' }] : []),
    ],
  };
}

const isFor = (act: ActName, role: Role): boolean => (ACTS[act].who as readonly string[]).includes(role);
