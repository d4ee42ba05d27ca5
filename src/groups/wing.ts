import type { Ground } from '../ground/wing.ts';
import type { House, Kernel } from '../kernel/wing.ts';
import { benefitTestFeature } from './benefit-test/benefit-wiring.ts';
import { compactFeature } from './compact/compact-wiring.ts';
import { groupsFeature } from './groups/group-wiring.ts';

/** Community groups, what they and owners have agreed on, and the test of what they are good for. */
export function groupsWing(kernel: Kernel, ground: Ground) {
  const { contribution: ofGroups, ...groups } = groupsFeature(kernel, ground);
  const { contribution: ofCompact, ...compact } = compactFeature(kernel, ground);
  const { contribution: ofTests, ...tests } = benefitTestFeature(kernel, { ground, ...groups, ...compact });
  const house: House = [ofGroups, ofTests, ofCompact];
  return { ...groups, ...compact, ...tests, house };
}
export type Groups = ReturnType<typeof groupsWing>;
