import type { Comment } from './comment-contract.ts';

/** What a comment’s facts are about: never who wrote it. */
export const about = ({ id, areaId }: Pick<Comment, 'id' | 'areaId'>) => ({
  areaId,
  subjectKind: 'comment',
  subjectId: id,
});
