import type { Area } from '../../ground/areas/area-contract.ts';
import type { Part } from '../../kernel/wing.ts';

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** What else an area has adopted, on the page of the compact that everybody reads. */
    onCompact?(area: Area): Promise<Part>;
    /** Ways to adopt it, on the page of the compact for officers. */
    onCompactDesk?(area: Area, mayRecord: boolean): Promise<Part>;
  }
}
