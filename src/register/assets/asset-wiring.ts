import { join } from 'node:path';
import { AREA_USAGE, areaCommands } from '../../ground/areas/area-cli.ts';
import type { RightHeldOn } from '../../ground/people/home-slot.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { ACTS, type Right } from '../../ground/people/role-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Command } from '../../kernel/command.ts';
import { photoFiles } from '../../kernel/photo-files.ts';
import { gathered, type Contribution, type Kernel, type Showing } from '../../kernel/wing.ts';
import { assetJsonLd } from '../open-data/asset-json-ld-text.ts';
import { areaLookup } from './area-lookup-wiring.ts';
import { assetApi } from './asset-api.ts';
import { assetEditPages } from './asset-edit-pages.ts';
import { assetPhotoPages } from './asset-edit-photo-pages.ts';
import { assetPhotos } from './asset-edit-photo-service.ts';
import { assetReleasing } from './asset-release-service.ts';
import { assetReleasePages } from './asset-release-pages.ts';
import { assetEditing } from './asset-edit-service.ts';
import { assetPages } from './asset-pages.ts';
import { assetRegister } from './asset-register-service.ts';
import { assetService, type AssetService } from './asset-service.ts';
import { dayTurnService } from './day-turn-service.ts';
import { photoPages } from './photo-pages.ts';
import type { RegisterReading } from './register-reading-wiring.ts';

const HIDE_AGAIN_MS = 60_000;

/** Land and buildings: their true records, what the public sees of them, and how officers keep them. */
export function assetsFeature(kernel: Kernel, ground: Ground, { index, sync }: RegisterReading) {
  const { config, db, clock, newId, inOneTransaction } = kernel;
  const { areas, access } = ground;
  const assets = assetService({ db, index, areas });
  const register = assetRegister({ lookup: areaLookup, clock, newId });
  const photos = photoFiles(join(config.dataDir, 'photos'));
  const editing = assetEditing({
    db,
    inOneTransaction,
    register,
    areas,
    namesOf: (ids) => peoplePorts.namesForOfficers(db, ids),
  });
  const releasing = assetReleasing({ db, register, editing, today: (timeZone) => dayIn(timeZone, clock()) });
  const dayTurn = dayTurnService({ db, clock, inOneTransaction, areas, register, refresh: sync.refresh });
  const pictures = assetPhotos({ editing, photos, newId });
  const pages = ({ sendPage }: Showing) => ({ editing, access, sendPage, clock, tiles: config.tiles });
  const contribution: Contribution = {
    endpoints: (showing) => [
      ...assetApi({ assets }),
      ...assetEditPages(pages(showing)),
      ...assetPhotoPages({ ...pages(showing), photos: pictures, files: photos }),
      ...assetReleasePages({ ...pages(showing), releasing }),
    ],
    publicPages: ({ sendPage, house }) => [
      photoPages({ photos, mayShow: (id) => anyOf(gathered(house, 'photoIsPublic'), id) }),
      assetPages({
        assets,
        parts: gathered(house, 'onAssetPage'),
        jsonLd: (asset) => assetJsonLd(asset, config.baseUrl),
        sendPage,
        clock,
        tiles: config.tiles,
      }),
    ],
    photoIsPublic: (id) => assets.photoIsPublic(id),
    rightHeldOn: (right) => heldOn(assets, right),
    beforeAnswers: dayTurn.upToDate,
    jobs: [{ name: 'hiding again', everyMs: HIDE_AGAIN_MS, run: hideAgain }],
    commands: [
      ...areaCommandsWith({ ...ground, register, inOneTransaction, say: (line) => console.log(line) }),
      { name: 'republish', usage: 'republish', run: republish },
    ],
  };
  return { assets, register, photos, editing, contribution };

  async function hideAgain(): Promise<string> {
    return `Buildings looked at again because the day until which they were public has come: ${await dayTurn.turn()}.`;
  }
  /** After an upgrade that changes what the public sees of places. */
  async function republish(): Promise<void> {
    const all = await areas.all();
    const owners = await areas.owners();
    const count = await inOneTransaction(({ trx }) => register.republish(trx, all, owners));
    console.log(`Public copies of ${count} assets are up to date.`);
  }
}

/** Setting up and changing an area also places what lies in it, which the register knows how to do. */
function areaCommandsWith(deps: Parameters<typeof areaCommands>[0]): Command[] {
  const { create, change, remove } = areaCommands(deps);
  return [
    { name: 'area create', usage: AREA_USAGE.create, migrates: true, run: create },
    { name: 'area change', usage: AREA_USAGE.change, migrates: true, run: change },
    { name: 'area remove', usage: AREA_USAGE.remove, migrates: true, run: remove },
  ];
}

async function anyOf(ask: readonly ((id: string) => Promise<boolean>)[], id: string): Promise<boolean> {
  for (const one of ask) if (await one(id)) return true;
  return false;
}

async function heldOn(assets: AssetService, { role, scope, scopeId }: Right): Promise<RightHeldOn | null> {
  if (scope !== 'asset') return null;
  const asset = await assets.show(scopeId).catch(() => null);
  if (!asset) return { on: 'a place', links: [] };
  const may = (act: 'asset.edit' | 'asset.read'): boolean => (ACTS[act].who as readonly string[]).includes(role);
  const record = {
    href: `/desk/assets/${asset.id}`,
    label: may('asset.edit') ? 'Look after its record' : 'See its record',
  };
  const shown = [
    { href: `/assets/${asset.id}`, label: 'What the public sees' },
    { href: `/assets/${asset.id}/feed.atom`, label: 'Follow its changes (feed)' },
  ];
  return { on: asset.name, links: [...(may('asset.read') ? [record] : []), ...shown] };
}
