/**
 * Something that happened, stored with who, when and why. Facts outlive the code: plain strings only.
 * `publicText` is shown to everybody and never names a person or a hidden place; `null` keeps the fact private.
 */
export type Fact = {
  id: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  kind: string;
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
