import type { MyData } from '../client/people/my-views.ts';
import type { Right, Who } from './people/role-contract.ts';
import { isLive, scopesFor } from './people/role-rules.ts';
import type { Services } from './services.ts';

/** What stands on a person's own page; each feature adds what waits there. */
export function homeOf(services: Services): (who: Who) => Promise<MyData> {
  return async (who) => {
    const rights = who.rights.filter(({ scope }) => scope !== 'group');
    return {
      name: who.name,
      email: who.email,
      rights: await Promise.all(rights.map(async (right) => ({ ...right, ...(await nameOf(services, right)) }))),
      ...(await services.groups.atHome(who)),
    };
  };
}

/** Where somebody's day begins: officers at the desk, owners' representatives at their owner's home or place, others at their own page. */
export function homePathOf({ people, desk }: Services): (personId: string) => Promise<string> {
  return async (personId) => {
    const rights = (await people.rightsOf(personId)).filter((right) => isLive(right, desk.today()));
    if (scopesFor({ rights }, 'desk.open', 'area', desk.today()).length > 0) return '/desk';
    const represents = rights.filter(({ role }) => role === 'owner_representative');
    const owner = represents.find(({ scope }) => scope === 'owner');
    if (owner) return `/owners/${owner.scopeId}`;
    const place = represents.find(({ scope }) => scope === 'asset');
    return place ? `/desk/assets/${place.scopeId}` : '/my';
  };
}

/** What a right is held on, in words, and where to read about it. */
async function nameOf({ areas, assets }: Services, { scope, scopeId }: Right): Promise<{ on: string; href: string | null }> {
  if (scope === 'area') {
    const area = (await areas.all()).find(({ id }) => id === scopeId);
    return { on: area?.name ?? 'an area', href: area ? `/desk?area=${area.slug}` : null };
  }
  if (scope === 'owner') {
    const owner = (await areas.owners()).find(({ id }) => id === scopeId);
    return { on: owner?.name ?? 'an owner', href: owner ? `/owners/${owner.id}` : null };
  }
  const asset = scope === 'asset' ? await assets.show(scopeId).catch(() => null) : null;
  return { on: asset?.name ?? 'a place', href: asset ? `/assets/${asset.id}` : null };
}
