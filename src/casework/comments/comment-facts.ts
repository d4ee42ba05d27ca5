/** What happens to comments. Each is about the comment, and the last two about the answer: none says who wrote it or what. */
export const COMMENT_FACTS = [
  'comment_made',
  'comment_redacted',
  'comment_rejected',
  'comment_sent_again',
  'comment_replied',
  'comment_answered',
  'comment_answer_corrected',
] as const;
export type CommentFactKind = (typeof COMMENT_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<CommentFactKind, true> {}
}
