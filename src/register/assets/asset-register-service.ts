import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Asset, Day } from './asset-contract.ts';
import { placingAgain } from './asset-placing-service.ts';
import { publisherFor, type AreaLookup, type Publisher } from './asset-publishing-steps.ts';
import { assetOwning } from './asset-owning-steps.ts';
import { assetsOn } from './asset-store.ts';
import { photosOn, type NewPhoto } from './photo-store.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import type { PublicAsset } from './public-asset-contract.ts';
import { blank } from './blank-asset-rules.ts';
import { factsOf, changeFacts } from './asset-change-rules.ts';
import type { NewAsset, AssetChange } from './asset-change-contract.ts';

type Deps = { lookup: AreaLookup; clock: Clock; newId: NewId };
type Writing = { unit: UnitOfWork; area: Area; owners: Owner[]; actor: string };

const REBUILD_PAGE = 500;

/**
 * Writes to the register. Everything goes through `writing`, which lives as long as one transaction;
 * call `finish` as the last thing in it, so that what was written becomes visible in order.
 */
export function assetRegister({ lookup, clock, newId }: Deps) {
  return {
    async writing({ unit, area, owners, actor }: Writing) {
      const now = clock();
      const today = dayIn(area.timeZone, now);
      const store = assetsOn(unit.trx);
      const publisher = await publisherFor(unit.trx, lookup, area, owners, now, today);
      const fact = factsOf(area.id, actor);

      return {
        today,
        /**
         * Adds assets of one owner. `source` says in words where they came from, for the public history;
         * without it the caller tells the history itself. `list` names the owner's list that an import read.
         */
        async add(
          owner: Owner,
          news: NewAsset[],
          { source, list }: { source: string | null; list: string | null },
        ): Promise<Asset[]> {
          const assets = await publisher.place(
            news.map((one) => ({ ...blank, ...one, id: newId(), areaId: area.id, ownerId: owner.id })),
          );
          await store.add(assets, list);
          await publisher.publish(assets);
          if (source)
            unit.record(
              ...assets.map((asset) =>
                fact(asset.id, 'asset_added', { publicText: `Added to the register. ${source}` }),
              ),
            );
          return assets;
        },
        /** Changes assets and says in public what changed; the state gets a sentence of its own. `reason` stays with officers. */
        async change(changes: AssetChange[], source: string, reason: string | null = null): Promise<void> {
          const assets = await publisher.place(changes.map(({ before, fields }) => ({ ...before, ...fields })));
          for (const asset of assets) await store.change(asset);
          await publisher.publish(assets);
          unit.record(
            ...changes.flatMap((change) =>
              changeFacts(change, source, (id, kind, more) => fact(id, kind, { reason, ...more })),
            ),
          );
        },
        ...assetOwning({ store, publisher, unit, fact }),
        /** Takes assets off the register softly: their pages answer 410, their history stays. */
        async retire(ids: string[], on: Day, source: string): Promise<void> {
          const assets = (await store.byIds(ids)).map((asset) => ({ ...asset, retiredOn: on }));
          for (const asset of assets) await store.change(asset);
          await publisher.publish(assets);
          unit.record(
            ...assets.map((asset) =>
              fact(asset.id, 'asset_retired', { publicText: `No longer in its owner’s list. ${source}` }),
            ),
          );
        },
        async addPhotos(photos: NewPhoto[]): Promise<void> {
          await photosOn(unit.trx).add(photos);
          await publisher.publish(await store.byIds([...new Set(photos.map(({ assetId }) => assetId))]));
        },
        /** After something that belongs to an asset has changed, its photos for instance. */
        publishAgain: async (asset: Asset): Promise<void> => void (await publisher.publish([asset])),
        /** The true record, held until the end of the transaction. */
        lock: store.lock,
        /** What the public would see of an asset as it is given here. */
        show: async (asset: Asset): Promise<PublicAsset | undefined> =>
          (await publisher.show(await publisher.place([asset])))[0],
        /** The owner's assets by their code, or by the public code of a hidden one, with what the public sees of them. */
        async find(owner: Owner, codes: string[]): Promise<Map<string, { asset: Asset; shown: PublicAsset }>> {
          const assets = await store.byCodes(owner.id, codes);
          const shown = await publicAssetsOn(unit.trx).byIds(assets.map(({ id }) => id));
          const wanted = new Set(codes);
          return new Map(
            assets.flatMap((asset) => {
              const copy = shown.get(asset.id);
              return copy
                ? [asset.code, copy.code]
                    .filter((code) => wanted.has(code))
                    .map((code) => [code, { asset, shown: copy }] as const)
                : [];
            }),
          );
        },
        importedCodes: (owner: Owner, list: string, after: string | null, limit: number) =>
          store.importedCodes(owner.id, list, after, limit),
        finish: (): Promise<void> => publisher.takeRevision(),
      };
    },

    ...placingAgain({ lookup, clock }),

    /** The true record, for those whom the table of rights lets see it. */
    record: (db: Db, id: string): Promise<Asset | undefined> => assetsOn(db).byId(id),
    records: (db: Db, ids: string[]): Promise<Asset[]> => assetsOn(db).byIds(ids),
    /** Takes an asset for this transaction: whoever else changes it, or what lies in it, waits. */
    lock: async (trx: Db, id: string): Promise<void> => void (await assetsOn(trx).lock(id)),

    /** Writes the public copies of some assets of one area anew, by the rule of today. */
    async publishAgain({ trx }: UnitOfWork, area: Area, owners: Owner[], ids: string[]): Promise<void> {
      const now = clock();
      const publisher = await publisherFor(trx, lookup, area, owners, now, dayIn(area.timeZone, now));
      await publisher.publish(await assetsOn(trx).byIds(ids));
      await publisher.takeRevision();
    },

    /** Writes every public copy anew: when the rule of redaction has changed. */
    async republish(trx: Db, areas: Area[], owners: Owner[]): Promise<number> {
      const now = clock();
      const publishers = new Map<string, Publisher>();
      for (const area of areas)
        publishers.set(area.id, await publisherFor(trx, lookup, area, owners, now, dayIn(area.timeZone, now)));
      let count = 0;
      for (
        let page = await assetsOn(trx).page('', REBUILD_PAGE);
        page.length > 0;
        page = await assetsOn(trx).page(page.at(-1)?.id ?? '', REBUILD_PAGE)
      ) {
        for (const [areaId, publisher] of publishers)
          await publisher.publish(page.filter((asset) => asset.areaId === areaId));
        count += page.length;
      }
      await publicAssetsOn(trx).takeRevision();
      return count;
    },
  };
}
export type AssetRegister = ReturnType<typeof assetRegister>;
export type RegisterWriting = Awaited<ReturnType<AssetRegister['writing']>>;
