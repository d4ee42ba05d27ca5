import { commentAnswering } from './comment-answering-service.ts';
import type { CommentDeps } from './comment-deps.ts';
import { commentLooking } from './comment-looking-service.ts';
import { commentMaking } from './comment-making-service.ts';
import { commentReading } from './comment-reading-service.ts';

/** All that can be done with comments. */
export const commentServices = (deps: CommentDeps) => ({
  making: commentMaking(deps),
  looking: commentLooking(deps),
  answering: commentAnswering(deps),
  reading: commentReading(deps),
});
export type CommentServices = ReturnType<typeof commentServices>;
