import type { Area } from '../../ground/areas/area-contract.ts';

/** A place in the record of facts, with the hash that stands for everything up to it. */
export type ChainPlace = { seq: number; at: string; hash: string };

/** Where a draw comes from. `before` is the instant that the rule names; `place` the last fact before it. */
export type DrawSource = { before: string; place: ChainPlace; seed: string };

/** A draw as everybody may see it: candidates by an id that tells nobody who they are, the lowest number first. */
export type Draw = DrawSource & {
  id: string;
  areaId: string;
  madeAt: string;
  candidates: readonly { candidate: string; number: string }[];
};

/** A draw with the area that it was made in. */
export type ShownDraw = Draw & { area: Pick<Area, 'name' | 'timeZone'> };
/** What goes in an area for several who want the same dates: points in 100 below which results are as good. */
export type RivalRule = { area: Pick<Area, 'name' | 'slug'>; tie: number };
