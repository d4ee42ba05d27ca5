/** Something that shows what an answer says: a few lines, what somebody told an officer, a photo or a paper. */
export type Evidence = {
  id: string;
  testId: string;
  number: number;
  criterion: string;
  words: string;
  file: { name: string; mediaType: string; bytes: number; sha256: string } | null;
  addedBy: string;
  addedAt: string;
};

/** More pieces of evidence than anybody reads. */
export const MOST_EVIDENCE = 20;
