import type { Ground } from '../../ground/wing.ts';
import { gathered, type Contribution, type Kernel } from '../../kernel/wing.ts';
import { areaKeepingService } from './area-keeping-service.ts';
import { compactPages } from './compact-pages.ts';
import { compactService } from './compact-service.ts';

/** Who has joined the compact, and the terms that an area adopts for rooms. */
export function compactFeature(kernel: Kernel, { areas, access }: Ground) {
  const compact = compactService({ ...kernel, owners: areas.owners });
  const contribution: Contribution = {
    endpoints: ({ sendPage, house }) =>
      compactPages({
        compact,
        areas,
        access,
        sendPage,
        parts: gathered(house, 'onCompact'),
        deskParts: gathered(house, 'onCompactDesk'),
      }),
  };
  return { compact, areaKeeping: areaKeepingService({ ...kernel, areas, compact }), contribution };
}
