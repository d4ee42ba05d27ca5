import { dayOf } from '../../kernel/day-contract.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Check, GroupDocument, NewDocument } from './document-contract.ts';
import type { BroughtBy } from './assisted-group-contract.ts';
import { documentsOn } from './document-store.ts';
import { groupsOn } from './group-store.ts';
import { waitingDocumentsOn, type WaitingFilter } from './waiting-document-store.ts';
import { type PaperDeps, addPaper } from './paper-adding-service.ts';
import { checkPaper } from './paper-check-service.ts';

/** A group's papers: added by its people, checked once by a broker, good everywhere after that. */
export function documentService(deps: PaperDeps) {
  const { db, people, inOneTransaction, files } = deps;
  return {
    byId: (id: string, groupId: string) => documentsOn(db).byId(id, groupId),
    waiting: (filter: WaitingFilter) => waitingDocumentsOn(db).waiting(filter),
    countWaiting: (areaId: string) => waitingDocumentsOn(db).countWaiting(areaId),

    add: (
      who: Who,
      groupId: string,
      paper: NewDocument,
      upload: Upload | undefined,
      brought: BroughtBy | null = null,
    ) => addPaper(deps, who, groupId, paper, upload, brought),

    check: (who: Who, groupId: string, documentId: string, check: Check) =>
      checkPaper(deps, who, groupId, documentId, check),

    /** The file of a paper. That an officer opened it stays on the record. */
    async open(
      who: Who,
      groupId: string,
      documentId: string,
    ): Promise<{ path: string; document: GroupDocument; name: string }> {
      const document = await documentsOn(db).byId(documentId, groupId);
      if (!document) throw notFound('paper');
      const own = (await people.inGroup(db, groupId)).some(({ personId }) => personId === who.personId);
      const group = await groupsOn(db).byId(groupId);
      if (!own) {
        await inOneTransaction(async ({ record }) =>
          record({
            kind: 'document_read',
            areaId: group?.areaId ?? null,
            subjectKind: 'group',
            subjectId: groupId,
            actor: who.personId,
            after: { documentId, documentKind: document.kind },
          }),
        );
      }
      return {
        path: files.pathOf(document.fileName),
        document,
        name: `${document.kind}-${dayOf(document.uploadedAt)}.${files.endingOf(document.mediaType)}`,
      };
    },
  };
}
