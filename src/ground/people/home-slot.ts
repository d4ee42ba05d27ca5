import type { Part } from '../../kernel/wing.ts';
import type { HomeLine } from './home-contract.ts';
import type { Right, Who } from './role-contract.ts';

/** What a feature shows somebody on their own page. */
export type AtHome = {
  /** What they have to do. */
  waiting?: readonly HomeLine[];
  /** What they wait for, and what comes next. */
  expecting?: readonly HomeLine[];
  groups?: readonly { id: string; name: string; role: string }[];
  /** Parts of their own below all that. */
  below?: Part;
};

/** On what somebody holds a right, in words, and what they can open there. */
export type RightHeldOn = { on: string | null; links: readonly { href: string; label: string }[] };

declare module '../../kernel/wing.ts' {
  interface Contribution {
    atHome?(who: Who): Promise<AtHome>;
    /** Whoever lies higher knows more of a thing: its links come first. Null for things of others. */
    rightHeldOn?(right: Right): Promise<RightHeldOn | null>;
  }
}
