import { accountPages } from '../../ground/people/account-pages.ts';
import { accountService } from '../../ground/people/account-service.ts';
import { isLive } from '../../ground/people/role-rules.ts';
import { retentionService } from '../../ground/retention/retention-service.ts';
import type { Ground } from '../../ground/wing.ts';
import { gathered, type Contribution, type House, type Kernel } from '../../kernel/wing.ts';
import { mapOf } from '../../register/assets/asset-map-page.ts';
import type { AssetService } from '../../register/assets/asset-service.ts';
import type { SpaceStore } from '../../rooms/spaces/space-store.ts';
import { homePages } from './home-pages.ts';
import { myHome } from './my-home-service.ts';
import { myPages } from './my-pages.ts';

const APPLY_RETENTION_MS = 3_600_000;

type Below = { ground: Ground; assets: AssetService; spaces: Pick<SpaceStore, 'countToAsk'>; house: House };

/** The start page, and what somebody has here: their own page, their account, and how long we keep what of them. */
export function homeFeature(kernel: Kernel, { ground, assets, spaces, house }: Below) {
  const { config, clock } = kernel;
  const { areas, signIn, sessionStore, mails, access, today } = ground;
  const account = accountService({
    ...kernel,
    ...ground,
    baseUrl: config.baseUrl,
    writeMail: mails.write,
    keepers: gathered(house, 'keeper'),
  });
  const retention = retentionService({ ...kernel, forgets: gathered(house, 'forgets').flat() });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => [
      ...myPages({ access, home: myHome({ house, isLive: (right) => isLive(right, today()) }), sendPage }),
      ...accountPages({ account, signIn, sessions: sessionStore, clock, sendPage }),
    ],
    publicPages: ({ sendPage }) => [
      homePages({
        areas: areas.all,
        assets,
        rooms: () => spaces.countToAsk(),
        sendPage,
        demo: config.demo,
        kept: retention.table,
        map: (shown) =>
          mapOf({ areas: shown, areaSlug: undefined, params: new URLSearchParams(), tiles: config.tiles }),
      }),
    ],
    jobs: [{ name: 'retention', everyMs: APPLY_RETENTION_MS, run: forget }],
  };
  return { account, retention, contribution };

  async function forget(): Promise<string> {
    const forgotten = Object.entries(await retention.apply()).map(([kind, removed]) => `${removed} ${kind}`);
    return `Removed because their time was over: ${forgotten.join(', ') || 'nothing'}.`;
  }
}
