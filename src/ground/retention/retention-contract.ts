/** Something that need not stay: what it is, for how many days it is kept after it is over, and why so long. */
export type Kept = { kind: string; days: number; what: string; why: string };

/** One line of the page that says how long we keep what, with the areas that have adopted other days. */
export type KeptLine = Kept & { elsewhere: readonly { area: string; days: number }[] };

/** What is old: in one area, from before a day. */
export type OldIn = { areaId: string; before: string };
/** What a store is asked to let go of: so much at once. */
export type Forgetting = OldIn & { limit: number };

/** Several features keep drafts and uploaded lists; they let go of them after the same days. */
export const DRAFTS: Kept = {
  kind: 'drafts',
  days: 90,
  what: 'Drafts that nobody has touched',
  why: 'Time to come back to them',
};
export const UPLOADS: Kept = {
  kind: 'uploads',
  days: 30,
  what: 'Lists that officers and owners uploaded to import them',
  why: 'Time to come back to them',
};
