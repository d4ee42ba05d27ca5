import { join } from 'node:path';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { areaLookup } from '../../register/assets/area-lookup-wiring.ts';
import { casePorts } from '../../ground/cases/case-ports.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import { peoplePorts, personAdding } from '../../ground/people/people-ports.ts';
import { isLive } from '../../ground/people/role-rules.ts';
import type { Ground } from '../../ground/wing.ts';
import { compactOn } from '../../groups/compact/compact-store.ts';
import type { Groups } from '../../groups/wing.ts';
import { distanceM, boxAround, inside } from '../../kernel/geo.ts';
import type { Point } from '../../kernel/geo-contract.ts';
import { photoFiles } from '../../kernel/photo-files.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Kernel } from '../../kernel/wing.ts';
import { assetListSchema } from '../../register/assets/asset-filter.ts';
import { shownAsset, shownAssets } from '../../register/assets/asset-ports.ts';
import type { AssetRegister } from '../../register/assets/asset-register-service.ts';
import type { AssetService } from '../../register/assets/asset-service.ts';
import type { Register } from '../../register/wing.ts';
import { caseTermPorts } from '../terms/case-term-ports.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import type { FoundLand, Learned } from './enquiry-learning-contract.ts';

type Below = { ground: Pick<Ground, 'areas'>; register: Pick<Register, 'register' | 'assets'>; groups: Groups };

/** A point that somebody shows may miss a place by as much, in metres. */
const MISSED_M = 15;

/** What questions whose a place is need of the rest of the house. */
export function enquiryDeps(kernel: Kernel, { ground: { areas }, register, groups }: Below): EnquiryDeps {
  const { config } = kernel;
  return {
    ...kernel,
    baseUrl: config.baseUrl,
    areas: areaPorts,
    caseNumber: casePorts.number,
    isLive,
    termsOn: caseTermPorts.on,
    inCompact: async (db, ownerId, day) => (await compactOn(db).inForce([ownerId], day)).has(ownerId),
    shown: shownAsset,
    shownAll: shownAssets,
    learn: learning(register.register),
    photos: photoFiles(join(config.dataDir, 'enquiry-photos')),
    people: {
      ...peoplePorts,
      add: personAdding(kernel),
    },
    groups: groups.groupPorts,
    contactsOf: contactPorts.of,
    places: {
      boundary: areas.boundary,
      wardAt: async (areaId, point) => (await areaLookup.wards(kernel.db, areaId)).at(point)?.name ?? null,
      find: areas.findPlace,
      unknown: areas.unknownPlace,
      landAt: ({ slug }, point) => landAt(register.assets, slug, point),
    },
  };
}

/** Land on the register that a point lies in, or a few metres from. */
async function landAt(assets: AssetService, area: string, point: Point) {
  const bbox = boxAround(point, MISSED_M).join(',');
  const { items } = await assets.list(assetListSchema.parse({ area, bbox, kind: 'land' }));
  return items
    .map(({ asset }) => asset)
    .filter(({ shape, point: middle, precision }) =>
      shape ? inside(shape, point) : precision === 'exact' && middle !== null && distanceM(middle, point) <= MISSED_M,
    );
}

/** Writes to the register through its own door, in the transaction in hand. */
function learning(register: AssetRegister): EnquiryDeps['learn'] {
  return async (unit, learned) => {
    const area = await areaPorts.byId(unit.trx, learned.areaId);
    if (!area) throw notFound('area');
    const owners = (await areaPorts.owners(unit.trx)).filter(({ areaId }) => areaId === area.id);
    const owner = owners.find(({ id }) => id === learned.ownerId) ?? null;
    const writing = await register.writing({ unit, area, owners, actor: learned.actor });
    const { assetId, ownership, source } = learned;
    if (assetId === null) {
      if (!learned.found || !owner) return null;
      const [added] = await writing.add(owner, [landOf(learned, learned.found)], {
        source: `Somebody asked whose it is: question ${learned.number}.`,
        list: null,
      });
      await writing.finish();
      return added?.id ?? null;
    }
    const before = await writing.lock(assetId);
    if (before) await writing.owned(before, { owner, ownership, source });
    await writing.finish();
    return assetId;
  };
}

/** As careful as can be: nobody has offered it, and what nobody has seen is not said of it. */
const landOf = ({ number, ownership, source }: Learned, { name, kind, point, state, seen }: FoundLand) => ({
  code: `Q-${number}`,
  kind,
  name,
  state,
  point,
  ...(point && { precision: 'exact' as const }),
  certainty: seen ? ('seen' as const) : ('assumed' as const),
  ownership,
  ownershipSource: source,
  routes: seen
    ? []
    : [{ route: 'not_available' as const, reason: 'Nobody has said yet what may be done here. Ask its owner.' }],
  evidence: [
    { text: 'Somebody asked whose this place is. It was in nobody’s list.', source: `Question ${number}`, on: null },
  ],
  lockedFields: ['name', 'point', 'state'],
});
