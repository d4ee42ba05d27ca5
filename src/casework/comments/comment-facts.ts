/** What happens to comments. Each is about the comment, and `comment_answered` about the answer: none says who wrote it or what. */
export const COMMENT_FACTS = [
  'comment_made',
  'comment_redacted',
  'comment_rejected',
  'comment_sent_again',
  'comment_replied',
  'comment_answered',
] as const;
export type CommentFactKind = (typeof COMMENT_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<CommentFactKind, true> {}
}
