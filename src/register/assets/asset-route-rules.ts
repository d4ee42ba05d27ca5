import type { AccessRoute, Asset } from './asset-contract.ts';

/**
 * What may be done at an asset: what its owner or an officer said, or, where nobody has, what follows from its state.
 * The compact's principle: a place that is vacant or under-used may be asked for.
 */
export function routesOf(asset: Pick<Asset, 'routes' | 'state' | 'ownership' | 'stateNote'>): AccessRoute[] {
  if (asset.routes.length > 0) return asset.routes;
  if (asset.ownership === 'unknown')
    return [{ route: 'ask_owner', reason: 'Nobody knows yet whose it is. A broker can find out.' }];
  if (asset.ownership === 'outside_compact')
    return [
      {
        route: 'not_available',
        reason: 'Its owner has not joined the compact, so there is no right to ask. You can still write to the owner.',
      },
    ];
  switch (asset.state) {
    case 'vacant':
      return [
        {
          route: 'meanwhile_use',
          reason: 'Its owner lists it as vacant, so a community group can ask to use it for a time.',
        },
      ];
    case 'under_used':
      return [
        {
          route: 'meanwhile_use',
          reason: 'It is used for less than it could be, so a community group can ask to use it for a time.',
        },
      ];
    case 'asked_for':
      return [
        { route: 'not_available', reason: 'Another group has asked for it. Follow it to learn what is decided.' },
      ];
    case 'meanwhile_use':
      return [
        {
          route: 'not_available',
          reason: 'A group is using it for the time being. Follow it to learn when that ends.',
        },
      ];
    case 'withdrawn':
      return [{ route: 'not_available', reason: asset.stateNote ?? 'Its owner has withdrawn it.' }];
    case 'in_use':
      return [{ route: 'not_available', reason: 'It is in use. If you think that it stands empty, tell its owner.' }];
  }
}
