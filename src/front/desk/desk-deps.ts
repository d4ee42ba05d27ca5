import type { AssetState, Day } from '../../register/assets/asset-contract.ts';
import type { DeskAsset } from '../../register/assets/asset-edit-contract.ts';
import type { DeskImport, OpenImport } from './desk-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';

/** Whose: an area's, or an owner's. */
export type Scope = { areaId: string } | { ownerId: string };
type PlaceFilter = { area: string; ward: string; state?: AssetState[] };
/** A fact about a place, as the desk tells it. */
export type AssetFact = { at: string; subjectId: string; actor: string; text: string | null; fields: string[] };
/** What the desk needs of the register, of areas and people. */
export type DeskDeps = {
  /** The day that it is where an area lies. */
  today(timeZone: string): Day;
  /** The officers' list of assets. */
  list: {
    search(scope: Scope, text: string, afterRow: number, limit: number): Promise<DeskAsset[]>;
    page(scope: Scope, afterRow: number, limit: number): Promise<DeskAsset[]>;
    uncheckedSince(
      scope: Scope,
      day: Day,
      after: { checkedOn: string; rowNo: number },
      limit: number,
    ): Promise<DeskAsset[]>;
    countUncheckedSince(scope: Scope, day: Day): Promise<number>;
    reviewsBy(scope: Scope, day: Day, limit: number): Promise<DeskAsset[]>;
    states(scope: Scope): Promise<{ state: AssetState; count: number }[]>;
    byIds(ids: readonly string[]): Promise<Map<string, DeskAsset>>;
  };
  publicNames(ids: string[]): Promise<Map<string, Pick<PublicAsset, 'name' | 'redacted'>>>;
  /** How many places of the public register there are for each of these filters. */
  counts(filters: PlaceFilter[]): Promise<number[]>;
  wards(areaId: string): Promise<{ code: string; name: string }[]>;
  changes(areaId: string, limit: number): Promise<AssetFact[]>;
  namesOf(people: readonly string[]): Promise<Map<string, string>>;
  imports: { recent(of: Scope, limit: number): Promise<DeskImport[]>; open(of: Scope): Promise<OpenImport[]> };
};
