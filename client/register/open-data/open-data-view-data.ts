export type AreaCount = { name: string; slug: string; count: number };

export type OpenDataViewData = {
  baseUrl: string;
  licence: { name: string; url: string };
  total: number;
  areas: readonly AreaCount[];
  /** The filters the visitor came with, and how many match; null without filters. */
  search: { count: number; params: string } | null;
  columns: readonly { name: string; meaning: string }[];
  /** Id of the collection that the examples use. */
  collection: string;
};
