import { caseFinding } from '../../ground/cases/case-finding-service.ts';
import type { AreaService } from '../../ground/areas/area-service.ts';
import type { RightHeldOn } from '../../ground/people/home-slot.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { ACTS, type Right } from '../../ground/people/role-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import { dayIn } from '../../kernel/clock.ts';
import { gathered, type Contribution, type House, type Kernel } from '../../kernel/wing.ts';
import { assetFactsOn } from '../../register/assets/asset-edit-facts-store.ts';
import { deskAssetsOn } from '../../register/assets/asset-edit-list-store.ts';
import { publicAssetsOn } from '../../register/assets/public-asset-store.ts';
import type { Register } from '../../register/wing.ts';
import { buildingFrames } from '../../rooms/running/building-page.ts';
import type { Rooms } from '../../rooms/wing.ts';
import type { DeskDeps } from './desk-deps.ts';
import { deskListPages } from './desk-list-pages.ts';
import { deskListService } from './desk-list-service.ts';
import { deskPages } from './desk-pages.ts';
import { deskService } from './desk-service.ts';
import { keepersPages } from './keepers-pages.ts';
import { keepersService } from './keepers-service.ts';
import { ownerHomePages } from './owner-home-pages.ts';
import { ADD_PERSON_USAGE, addPerson } from './person-cli.ts';
import { rightsPages } from './rights-pages.ts';
import { rightsService } from './rights-service.ts';
import { undeliveredPages } from './undelivered-pages.ts';
import { undeliveredService } from './undelivered-service.ts';

type Below = { ground: Ground; register: Register; rooms: Rooms; house: House };

/** The desks of officers and the homes of owners, and who may do what there. */
export function deskFeature(kernel: Kernel, { ground, register, rooms: { running, spaces }, house }: Below) {
  const { config, db } = kernel;
  const { areas, people, mails, access, today } = ground;
  const list = deskAssetsOn(db);
  const giving = { ...kernel, baseUrl: config.baseUrl, today, people, writeMail: mails.write };
  const rights = rightsService({
    ...giving,
    owners: areas.owners,
    assetsCalled: (areaId, reference) => list.called(areaId, reference),
    roomsIn: spaces.inAsset,
  });
  const keepers = keepersService({ ...giving, roomsIn: spaces.inAsset });
  const shown: DeskDeps = {
    today: (timeZone) => dayIn(timeZone, kernel.clock()),
    list,
    namesOf: (ids) => peoplePorts.namesForOfficers(db, ids),
    publicNames: (ids) => publicAssetsOn(db).byIds(ids),
    counts: register.assets.counts,
    wards: areas.wards,
    changes: assetFactsOn(db).ofArea,
    imports: register.listsOf,
  };
  const overview = deskService(shown);
  const lists = deskListService(shown);
  const undelivered = undeliveredService({ db, owners: areas.owners, failures: mails.failures });
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const pages = { access, sendPage, areas };
      return [
        ...deskPages({ ...pages, desk: overview, undelivered, parts: gathered(house, 'onDesk') }),
        ...deskListPages({ ...pages, lists, findCase: caseFinding({ db, house }) }),
        ...ownerHomePages({ ...pages, lists, parts: gathered(house, 'onOwnerHome') }),
        ...undeliveredPages({ undelivered, sendPage, areas }),
        ...rightsPages({ ...pages, rights }),
        ...keepersPages({
          ...pages,
          keepers,
          buildings: {
            thing: (who, id) => running.looking.thing(who, 'keepers.grant', id),
            frame: buildingFrames({ looking: running.looking, access, areas }),
          },
        }),
      ];
    },
    rightHeldOn: (right) => deskOf(areas, right),
    commands: [{ name: 'person add', usage: ADD_PERSON_USAGE, run: (args) => addPerson({ areas, rights }, args) }],
  };
  return { desk: { rights, keepers, overview, undelivered }, contribution };
}

/** Whoever may open the desk of an area finds it beside the right that lets them. */
async function deskOf(areas: AreaService, { role, scope, scopeId }: Right): Promise<RightHeldOn | null> {
  if (scope !== 'area' || !(ACTS['desk.open'].who as readonly string[]).includes(role)) return null;
  const area = (await areas.all()).find(({ id }) => id === scopeId);
  return area ? { on: null, links: [{ href: `/desk?area=${area.slug}`, label: 'Open the desk' }] } : null;
}
