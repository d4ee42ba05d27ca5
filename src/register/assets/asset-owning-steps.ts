import type { Owner } from '../../ground/areas/area-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { FactMaker } from './asset-change-rules.ts';
import type { Asset, Ownership } from './asset-contract.ts';
import type { Publisher } from './asset-publishing-steps.ts';
import type { AssetStore } from './asset-store.ts';
import { OWNERSHIP_WORDS } from './asset-words.ts';

type Deps = { store: AssetStore; publisher: Publisher; unit: UnitOfWork; fact: FactMaker };
/** What was found out about whose an asset is. Without an owner it stays with whoever it is listed for. */
export type Owning = { owner: Owner | null; ownership: Ownership; source: string };

const LONGEST_CODE = 100;

/** Saying whose an asset is, when somebody has found out. */
export function assetOwning({ store, publisher, unit, fact }: Deps) {
  return {
    /** Writes it down, as a fact. No list of the owner before brings the asset back to them. */
    async owned(before: Asset, { owner, ownership, source }: Owning): Promise<void> {
      const moves = owner !== null && owner.id !== before.ownerId;
      const [asset] = await publisher.place([
        {
          ...before,
          ownership,
          ownershipSource: source,
          ...(moves && { ownerId: owner.id, code: await freeCode(owner, before) }),
        },
      ]);
      if (!asset) return;
      if (moves) await store.move(asset, before);
      else await store.change(asset);
      await publisher.publish([asset]);
      unit.record(
        fact(asset.id, 'asset_owned', {
          before: { ownerId: before.ownerId, ownership: before.ownership, source: before.ownershipSource },
          after: { ownerId: asset.ownerId, ownership, source },
          publicText: `${OWNERSHIP_WORDS[ownership]} ${source}.`,
        }),
      );
    },
    movedAway: async (owner: Owner, codes: string[]): Promise<Set<string>> =>
      new Set(await store.movedAway(owner.id, codes)),
  };

  /** Its own reference, unless the new owner has given that to another place. */
  async function freeCode({ id }: Owner, { id: assetId, code }: Asset): Promise<string> {
    const taken = (await store.byCodes(id, [code])).some((one) => one.id !== assetId);
    return taken ? `${code.slice(0, LONGEST_CODE - 13)}-${assetId.slice(-12)}` : code;
  }
}
