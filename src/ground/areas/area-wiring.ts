import type { Right } from '../people/role-contract.ts';
import type { RightHeldOn } from '../people/home-slot.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { areaApi } from './area-api.ts';
import { holidayCommand } from './holiday-cli.ts';
import { holidayService } from './holiday-service.ts';
import { areaService, type AreaService } from './area-service.ts';

/** Areas and their owners: what everything lies in and belongs to. */
export function areasFeature(kernel: Kernel) {
  const areas = areaService(kernel);
  const contribution: Contribution = {
    endpoints: () => areaApi({ areas }),
    commands: [holidayCommand(holidayService(kernel), (line) => console.log(line))],
    rightHeldOn: (right) => heldOn(areas, right),
  };
  return { areas, contribution };
}

async function heldOn(areas: AreaService, { scope, scopeId }: Right): Promise<RightHeldOn | null> {
  if (scope === 'area') {
    const area = (await areas.all()).find(({ id }) => id === scopeId);
    const places = area ? [{ href: `/assets?area=${area.slug}`, label: 'Its places' }] : [];
    return { on: area?.name ?? 'an area', links: places };
  }
  if (scope !== 'owner') return null;
  const owner = (await areas.owners()).find(({ id }) => id === scopeId);
  const places = owner ? [{ href: `/owners/${owner.id}`, label: 'All its places' }] : [];
  return { on: owner?.name ?? 'an owner', links: places };
}
