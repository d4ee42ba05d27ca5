import type { DemoAsset } from './asset-builder.ts';
import { councilBuildings } from './assets-council-buildings.ts';
import { councilLand } from './assets-council-land.ts';
import { countyAssets } from './assets-county.ts';
import { homesAssets } from './assets-homes.ts';
import { nhsAssets } from './assets-nhs.ts';
import { schoolAssets } from './assets-school.ts';

export type { DemoAsset, DemoSpace } from './asset-builder.ts';

/** Everything on Marlbeck’s register. */
export const marlbeckAssets: DemoAsset[] = [
  ...councilLand,
  ...councilBuildings,
  ...countyAssets,
  ...nhsAssets,
  ...schoolAssets,
  ...homesAssets,
];
