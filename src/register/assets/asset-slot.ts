import type { Part } from '../../kernel/wing.ts';
import type { PublicAsset } from './public-asset-contract.ts';

/** A kind of page that search engines may look at: its name in sitemaps, its address, and which there are, in the order of their ids after one of them. */
export type ListedPages = { name: string; path: string; idsAfter(afterId: string, limit: number): Promise<string[]> };

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** What stands on the page of a place, as the public sees it: of an empty building nothing that says where it is. */
    onAssetPage?(asset: PublicAsset): Promise<Part>;
    /** Whether everybody may see a photo. */
    photoIsPublic?(photoId: string): Promise<boolean>;
    listedPages?: ListedPages;
  }
}
