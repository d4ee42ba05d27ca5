import type { UnitOfWork } from '../../kernel/facts.ts';
import { caseLine } from '../../ground/notifications/mail-words.ts';
import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { lettersOn } from './letter-store.ts';

export type Post = (
  unit: UnitOfWork,
  /** For whom; without a group it is a letter of the area’s. */
  group: { id: string | null; areaId: string },
  to: { personId: string; email: string | null },
  mail: Omit<NewMail, 'to'>,
) => Promise<void>;

/** Tells somebody something: by mail, or by a letter for an officer to print when they have no address for mail. */
export function groupPost({
  mails,
  newId,
  clock,
  reachIn,
}: Pick<GroupDeps, 'mails' | 'newId' | 'clock' | 'reachIn'>): Post {
  return async ({ trx, because }, group, { personId, email }, mail) => {
    if (email !== null) return mails.write(trx, { to: email, because, areaId: group.areaId, ...mail });
    const reach = await reachIn(trx, group.areaId, mail.talk ?? INSTEAD_OF_LINKS);
    await lettersOn(trx).add({
      id: newId(),
      areaId: group.areaId,
      groupId: group.id,
      personId,
      kind: mail.kind,
      subject: mail.subject,
      text: [...caseLine(mail.caseNumber), ...mail.paragraphs, ...(reach ? [reach] : [])].join('\n\n'),
      createdAt: clock().toISOString(),
      printedAt: null,
      printedBy: null,
      onceKey: because === undefined ? null : `${because} ${mail.kind} ${personId}`,
    });
  };
}

/** A letter has no link to press. */
const INSTEAD_OF_LINKS = 'We do it with you, and everything counts from the day you get in touch.';

/** What somebody needs who tells people of a group: some of what groups have, and the post. */
export type PostingDeps<K extends keyof GroupDeps> = Pick<GroupDeps, K> & { post: Post };
