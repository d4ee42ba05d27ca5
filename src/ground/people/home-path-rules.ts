import type { Right } from './role-contract.ts';
import { isLive, scopesFor } from './role-rules.ts';

/**
 * Where somebody's day begins: officers at the desk, owners' representatives at their owner's home or place, caretakers with
 * tonight's list, others at their own page.
 */
export function homePathOf(held: readonly Right[], today: string): string {
  const rights = held.filter((right) => isLive(right, today));
  if (scopesFor({ rights }, 'desk.open', 'area', today).length > 0) return '/desk';
  const represents = rights.filter(({ role }) => role === 'owner_representative');
  const owner = represents.find(({ scope }) => scope === 'owner');
  if (owner) return `/owners/${owner.scopeId}`;
  const place = represents.find(({ scope }) => scope === 'asset');
  if (place) return `/desk/assets/${place.scopeId}`;
  return rights.some(({ role }) => role === 'caretaker') ? '/tonight' : '/my';
}
