import type { Db } from '../../kernel/database.ts';
import type { Part } from '../../kernel/wing.ts';
import type { GroupState, GroupStep, GroupViewer } from './group-page-contract.ts';

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** What stands on the page of a group, for its own people and its area's officers. */
    onGroupPage?(state: GroupState, viewer: GroupViewer): Promise<Part>;
    /** Where what a group has begun or has stands, as far as it concerns the group. */
    groupStands?(groupId: string): Promise<readonly GroupStep[]>;
    /** Why a group cannot be closed yet, one sentence each: rooms that are booked for it, money that is to come back. */
    holdsGroup?(db: Db, groupId: string): Promise<string[]>;
  }
}
