import type { GateAnswer } from './benefit-contract.ts';
import type { Gate } from './criterion-contract.ts';

/** A gate of a case as it stands: answered, read from the group's people (`read`), or open. */
export type GateStanding = { gate: Gate; answer: GateAnswer | null; note: string | null; read: boolean };
