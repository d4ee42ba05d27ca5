import type { Ground } from '../ground/wing.ts';
import type { House, Kernel } from '../kernel/wing.ts';
import { assetsFeature } from './assets/asset-wiring.ts';
import type { RegisterReading } from './assets/register-reading-wiring.ts';
import { importsFeature } from './imports/import-wiring.ts';
import { openDataFeature } from './open-data/open-data-wiring.ts';

/** The register of land and buildings: kept by officers, filled from lists, read by everybody. */
export function registerWing(kernel: Kernel, ground: Ground, reading: RegisterReading) {
  const { contribution: ofAssets, ...assets } = assetsFeature(kernel, ground, reading);
  const { contribution: ofImports, ...imports } = importsFeature(kernel, ground, assets.register);
  const openData = openDataFeature(kernel, { areas: ground.areas, assets: assets.assets });
  const house: House = [openData, ofAssets, ofImports];
  return { ...reading, ...assets, ...imports, house };
}
export type Register = ReturnType<typeof registerWing>;
