import type { Asset, Day, Shape } from '../../../src/register/assets/asset-contract.ts';
import { publicCodeOf, publicCopy } from '../../../src/register/assets/asset-redaction-rules.ts';
import type { Decisions } from '../../../src/register/imports/import-contract.ts';
import type {
  ImportArea,
  ImportDeps,
  ImportScope,
  ImportTarget,
  KnownAsset,
} from '../../../src/register/imports/import-deps.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';
import type { ImportReport } from '../../../src/register/imports/import-report-contract.ts';
import type { ImportedAsset } from '../../../src/register/imports/row-asset-reading.ts';

type Kept = { asset: Asset; list: string | null };

/** A register that holds assets in memory and undoes what a failing transaction did: what the import asks of the real one. */
export class RegisterInMemory {
  assets = new Map<string, Kept>();
  decisions = new Map<string, Decisions>();
  reports: ImportReport[] = [];
  scopes: ImportScope[] = [];
  now = new Date('2026-05-04T10:00:00Z');
  private ids = 0;

  readonly area: ImportArea;

  constructor(area: ImportArea) {
    this.area = area;
  }

  deps(): ImportDeps {
    return {
      area: (slug) => Promise.resolve(slug === this.area.slug ? this.area : undefined),
      decisions: () => Promise.resolve(this.decisions),
      clock: () => this.now,
      newId: () => this.newId(),
      inOneTransaction: async (scope, work) => {
        this.scopes.push(scope);
        const before = {
          assets: structuredClone(this.assets),
          decisions: structuredClone(this.decisions),
          reports: [...this.reports],
        };
        try {
          return await work(this.target(scope.list), {
            remember: (list, decisions) => Promise.resolve(void this.decisions.set(list, decisions)),
            record: (report) => Promise.resolve(void this.reports.push(report)),
          });
        } catch (error) {
          Object.assign(this, before);
          throw error;
        }
      },
    };
  }

  /** The asset with a code; fails when there is none. */
  asset(code: string): Asset {
    const kept = this.assets.get(code);
    if (!kept) throw new Error(`no asset ${code}`);
    return kept.asset;
  }

  shown(code: string): PublicAsset {
    return publicCopy(this.asset(code), {
      area: { id: 'area', slug: this.area.slug, name: this.area.name },
      owner: { id: 'owner', areaId: 'area', slug: 'council', name: 'Council', uri: null, kind: 'council' },
      ward: {
        id: 'ward',
        areaId: 'area',
        code: 'W1',
        name: 'Harbour',
        shape: this.area.boundary,
        centre: middle(this.area.boundary),
      },
      districtCentre: undefined,
      photos: [],
      today: this.now.toISOString().slice(0, 10),
    });
  }

  live(): string[] {
    return [...this.assets.values()]
      .filter(({ asset }) => asset.retiredOn === null)
      .map(({ asset }) => asset.code)
      .toSorted();
  }

  /** An asset that somebody entered by hand. */
  addByHand(asset: ImportedAsset): void {
    this.keep(asset, null);
  }

  private target(list: string): ImportTarget {
    return {
      movedAway: () => Promise.resolve(new Set()),
      find: (codes) =>
        Promise.resolve(
          new Map(
            codes.flatMap((code): [string, KnownAsset][] => {
              const kept =
                this.assets.get(code) ??
                (code.startsWith('M-')
                  ? [...this.assets.values()].find(({ asset }) => publicCodeOf(asset.id) === code)
                  : undefined);
              return kept ? [[code, { asset: kept.asset, shown: this.shown(kept.asset.code) }]] : [];
            }),
          ),
        ),
      add: (assets) => Promise.resolve(assets.forEach((asset) => this.keep(asset, list))),
      change: (changes) =>
        Promise.resolve(
          changes.forEach(({ before, fields }) => {
            const kept = this.assets.get(before.code);
            if (!kept) throw new Error(`changed what is not there: ${before.code}`);
            Object.assign(kept.asset, fields);
          }),
        ),
      importedCodes: (after) =>
        Promise.resolve(
          [...this.assets.values()]
            .filter(
              ({ asset, list: of }) =>
                of === list && asset.retiredOn === null && (after === null || asset.code > after),
            )
            .map(({ asset: { id, code, heldBy } }) => ({ id, code, heldBy }))
            .toSorted((a, b) => (a.code < b.code ? -1 : 1))
            .slice(0, 1_000),
        ),
      retire: (ids, on: Day) =>
        Promise.resolve(
          [...this.assets.values()]
            .filter(({ asset }) => ids.includes(asset.id))
            .forEach(({ asset }) => Object.assign(asset, { retiredOn: on })),
        ),
    };
  }

  private keep(asset: ImportedAsset, list: string | null): void {
    if (this.assets.has(asset.code)) throw new Error(`added twice: ${asset.code}`);
    this.assets.set(asset.code, {
      list,
      asset: {
        id: this.newId(),
        areaId: 'area',
        ownerId: 'owner',
        wardId: null,
        precision: asset.point ? 'exact' : 'none',
        ownership: 'confirmed',
        ownershipSource: null,
        stateSince: null,
        stateNote: null,
        plannedUse: null,
        lastCheck: null,
        features: [],
        hazards: [],
        evidence: [],
        routes: [],
        constraints: [],
        lockedFields: [],
        heldBy: null,
        release: null,
        retiredOn: null,
        ...structuredClone(asset),
      },
    });
  }

  private newId(): string {
    this.ids++;
    return `00000000-0000-7000-8000-${String(this.ids).padStart(12, '0')}`;
  }
}

function middle(shape: Shape): { lon: number; lat: number } {
  const ring = (shape.type === 'Polygon' ? shape.coordinates[0] : shape.coordinates[0]?.[0]) ?? [];
  const sum = ring.reduce<[number, number]>(([lon, lat], [x = 0, y = 0]) => [lon + x, lat + y], [0, 0]);
  return { lon: sum[0] / ring.length, lat: sum[1] / ring.length };
}
