import type { AreaService } from '../../ground/areas/area-service.ts';
import type { AssetRegister, RegisterWriting } from '../assets/asset-register-service.ts';
import type { Owner } from '../../ground/areas/area-contract.ts';
import { areasOn } from '../../ground/areas/area-store.ts';
import type { ImportDeps, ImportScope, ImportTarget } from './import-deps.ts';
import { importsOn } from './import-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';

type Deps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  areas: AreaService;
  register: AssetRegister;
  clock: Clock;
  newId: NewId;
};

const CODES_AT_ONCE = 1_000;

/** Hands the register to the import: what a file brings goes through the same door as any other write. */
export function importDeps({ db, inOneTransaction, areas, register, clock, newId }: Deps): ImportDeps {
  return {
    clock,
    newId,
    async area(slug) {
      const area = await areas.bySlug(slug);
      const boundary = area && (await areas.boundary(area.id));
      return area && boundary && { slug: area.slug, name: area.name, timeZone: area.timeZone, boundary };
    },
    async decisions(areaSlug, ownerName) {
      const area = await areas.bySlug(areaSlug);
      const owner = area && (await areasOn(db).ownerNamed(area.id, ownerName));
      return owner ? importsOn(db, owner.id).decisions() : new Map();
    },
    inOneTransaction: (scope, work) => (scope.mode === 'apply' ? applying(scope, work) : comparing(scope, work)),
  };

  /** Every write of the import, the import's own record among them, in one transaction. */
  function applying<T>(
    scope: ImportScope,
    work: (target: ImportTarget, store: ReturnType<typeof importsOn>) => Promise<T>,
  ): Promise<T> {
    return inOneTransaction(async (unit) => {
      const area = await areasOn(unit.trx).bySlug(scope.areaSlug);
      if (!area) throw new Error(`The area ${scope.areaSlug} went away during an import.`);
      const owner = await areas.ownerNamed(unit.trx, area.id, scope.ownerName);
      const writing = await register.writing({ unit, area, owners: [owner], actor: `import ${scope.importId}` });
      const result = await work(targetOf(writing, owner, scope), importsOn(unit.trx, owner.id));
      await writing.finish();
      return result;
    });
  }

  /** A dry run reads in a transaction of its own and writes nothing, not even the owner. */
  function comparing<T>(
    scope: ImportScope,
    work: (target: ImportTarget, store: ReturnType<typeof importsOn>) => Promise<T>,
  ): Promise<T> {
    return db.transaction(async (trx) => {
      const area = await areasOn(trx).bySlug(scope.areaSlug);
      const owner = area && (await areasOn(trx).ownerNamed(area.id, scope.ownerName));
      if (!area || !owner) return work(nothingYet, importsOn(trx, ''));
      const writing = await register.writing({
        unit: { trx, record: () => undefined },
        area,
        owners: [owner],
        actor: 'dry run',
      });
      return work(targetOf(writing, owner, scope), importsOn(trx, owner.id));
    });
  }
}

function targetOf(writing: RegisterWriting, owner: Owner, { list, source }: ImportScope): ImportTarget {
  const from = `From the owner’s published list “${source}”.`;
  return {
    find: (codes) => writing.find(owner, codes),
    movedAway: (codes) => writing.movedAway(owner, codes),
    add: async (assets) => void (await writing.add(owner, assets, { source: from, list })),
    change: (changes) => writing.change(changes, from),
    importedCodes: (after) => writing.importedCodes(owner, list, after, CODES_AT_ONCE),
    retire: (ids, on) => writing.retire(ids, on, from),
  };
}

/** For an owner whom nobody knows yet. */
const nothingYet: ImportTarget = {
  find: () => Promise.resolve(new Map()),
  movedAway: () => Promise.resolve(new Set()),
  add: () => Promise.resolve(),
  change: () => Promise.resolve(),
  importedCodes: () => Promise.resolve([]),
  retire: () => Promise.resolve(),
};
