import { clocksFeature } from './clocks/clock-wiring.ts';
import type { Ground } from '../ground/wing.ts';
import type { Groups } from '../groups/wing.ts';
import type { House, Kernel } from '../kernel/wing.ts';
import type { Register } from '../register/wing.ts';

type BelowCasework = { ground: Ground; register: Register; groups: Groups };

/** Casework: whose a place is, who asks for it, what speaks for and against it, and what is decided. */
export function caseworkWing(_kernel: Kernel, { ground }: BelowCasework) {
  const { contribution: ofClocks } = clocksFeature(ground);
  const house: House = [ofClocks];
  return { house };
}
