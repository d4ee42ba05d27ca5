import type { Area, Owner } from '../areas/area-contract.ts';
import type { Part } from '../../kernel/wing.ts';
import type { ActName } from './role-contract.ts';

/** The desk of an area as whoever looks at it may see it. */
export type DeskShown = { area: Area; may(act: ActName): boolean };
/** The home of an owner as whoever looks at it may see it. */
export type OwnerHomeShown = { owner: Owner; may(act: ActName): boolean };

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** What waits in an area: `urgent` before everything else. */
    onDesk?(shown: DeskShown): Promise<{ urgent?: Part; usual?: Part }>;
    /** What waits for an owner, before all else (`urgent`) or above the list of its places, and what is good to know, below it. */
    onOwnerHome?(shown: OwnerHomeShown): Promise<{ urgent?: Part; above?: Part; below?: Part }>;
  }
}
