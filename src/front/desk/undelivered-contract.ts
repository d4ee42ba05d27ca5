/** A mail that did not arrive, to somebody of an area: what officers need to reach them another way. */
export type Undelivered = {
  id: string;
  at: string;
  to: string;
  /** Empty for somebody who was invited and has no account yet. */
  name: string;
  telephone: string | null;
  group: { id: string; name: string } | null;
  about: string;
  /** What the receiving mail server said, or why we gave up. */
  problem: string;
};
/** Somebody of an area by an address. */
export type Addressee = Pick<Undelivered, 'name' | 'telephone' | 'group'>;
