import type { Db } from './database.ts';

/**
 * Every kind of fact there is. A feature adds its own, in its `x-facts.ts`, by declaring more of this interface; what follows from
 * each must be said where reactions are folded, or nothing compiles (docs/decisions/0019-consequences-follow-facts.md).
 */
export interface FactKinds {}
export type FactKind = keyof FactKinds;

/**
 * Something that happened, stored with who, when and why. Facts outlive the code: plain strings only.
 * `publicText` is shown to everybody and never names a person or a hidden place; `null` keeps the fact private.
 */
export type Fact = {
  id: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** Stored as a plain string: what is on the record outlives the lists of today. */
  kind: FactKind;
  areaId: string | null;
  subjectKind: string;
  subjectId: string;
  /** Id of the person who did it, or what did it by itself: `system`, `import …`. */
  actor: string;
  /** The person for whom an officer did it, and how that person got in touch. */
  onBehalfOf: string | null;
  channel: string | null;
  reason: string | null;
  before: unknown;
  after: unknown;
  publicText: string | null;
};
export type NewFact = Omit<Fact, 'id' | 'at' | Optional> & Partial<Pick<Fact, 'at' | Optional>>;
type Optional = 'areaId' | 'onBehalfOf' | 'channel' | 'reason' | 'before' | 'after' | 'publicText';

/**
 * A piece of work that happens whole or not at all, and the facts it leaves behind. `because` is the id of the fact that it follows
 * from: what is sent out because of one and can be sent only once, is sent once however often the reaction runs.
 */
export type UnitOfWork = { trx: Db; record(...facts: NewFact[]): void; because?: string };
