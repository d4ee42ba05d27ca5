import type { Who } from '../people/role-contract.ts';

/** What has a number of its own to say on the telephone. Whoever makes cases of another kind adds it here by name, in its own wing. */
export type CaseKind = string;
export type CaseOf = { kind: CaseKind; id: string };
/** Where a case is read, and what it is about. */
export type CasePlace = {
  href: string;
  title: string;
  /** Where all that was answered is looked at before it is sent, while it can still be changed. */
  checkHref?: string;
};
/** A case that somebody may read. */
export type FoundCase = CasePlace & { number: string; areaId: string };
/** Finds cases by the number that somebody typed or said, for whoever may read them. */
export type FindCases = (who: Who, typed: string) => Promise<FoundCase[]>;
/** A number as it was given, with what it stands for. */
export type NumberedCase = CaseOf & { number: string; areaId: string };
