import type { PageAbout } from './page.ts';
import type { Part } from './wing.ts';

declare module './wing.ts' {
  interface Contribution {
    /** What stands at the foot of every page. @param about whose page it is, where it is somebody's */
    onFoot?(about: PageAbout | undefined): Promise<Part>;
  }
}
