import type { Db } from '../../kernel/database.ts';
import type { Part } from '../../kernel/wing.ts';
import type { GroupState, GroupViewer } from './group-page-contract.ts';

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** What stands on the page of a group, for its own people and its area's officers. */
    onGroupPage?(state: GroupState, viewer: GroupViewer): Promise<Part>;
    /** What a group still has to see to before it may use what it has, with where to do so. */
    groupLacks?(groupId: string): Promise<readonly { text: string; href: string }[]>;
    /** Why a group cannot be closed yet, one sentence each: rooms that are booked for it, money that is to come back. */
    holdsGroup?(db: Db, groupId: string): Promise<string[]>;
  }
}
