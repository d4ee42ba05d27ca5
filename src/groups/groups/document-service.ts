import { dayOf } from '../../kernel/day-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Check, GroupDocument, NewDocument } from './document-contract.ts';
import type { BroughtBy } from './assisted-group-contract.ts';
import { documentsOn, type WaitingFilter } from './document-store.ts';
import { outsideName, type GroupPerson } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { documentCheckedMail } from './group-mail-words.ts';
import type { Post } from './group-telling.ts';
import { groupsOn } from './group-store.ts';
import { lockedGroup } from './invitation-service.ts';

type Deps = Pick<
  GroupDeps,
  'db' | 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'areas' | 'files' | 'baseUrl'
> & { post: Post };

/** A group's papers: added by its people, checked once by a broker, good everywhere after that. */
export function documentService({ db, clock, newId, inOneTransaction, people, areas, files, baseUrl, post }: Deps) {
  return {
    byId: (id: string, groupId: string) => documentsOn(db).byId(id, groupId),
    waiting: (filter: WaitingFilter) => documentsOn(db).waiting(filter),
    countWaiting: (areaId: string) => documentsOn(db).countWaiting(areaId),

    /** Keeps a new version. One that still waited, or was not accepted, ends with it; one in force stays until the new one is accepted. */
    async add(
      who: Who,
      groupId: string,
      paper: NewDocument,
      upload: Upload | undefined,
      brought: BroughtBy | null = null,
    ): Promise<GroupDocument> {
      const today = await todayOf(groupId);
      const wrong = mistakesIn(paper, upload, brought, today);
      if (wrong.length > 0 || !upload) throw invalid(wrong);
      const file = await files.keep(upload.path);
      const now = clock();
      const document: GroupDocument = {
        ...file,
        id: newId(),
        groupId,
        kind: paper.kind,
        expiresOn: paper.expires_on,
        receivedOn: brought?.receivedOn ?? today,
        uploadedBy: who.personId,
        uploadedAt: now.toISOString(),
        state: 'waiting',
        checkedBy: null,
        checkedAt: null,
        reason: null,
        supersededAt: null,
      };
      const work = inOneTransaction(async ({ trx, record }) => {
        const group = await lockedGroup(groupId, trx);
        await documentsOn(trx).supersede(groupId, paper.kind, ['waiting', 'not_accepted'], now);
        await documentsOn(trx).add(document);
        record({
          kind: 'document_added',
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          onBehalfOf: brought?.personId ?? null,
          channel: brought?.channel ?? null,
          after: {
            documentId: document.id,
            documentKind: paper.kind,
            expiresOn: paper.expires_on,
            receivedOn: document.receivedOn,
            sha256: file.sha256,
          },
        });
      });
      await work.catch(async (error: unknown) => {
        await files.remove(file.fileName);
        throw error;
      });
      return document;
    },

    /** Says whether a paper is in order. Whoever brought it in for themselves does not: the table of rights sees to the group's people. */
    async check(who: Who, groupId: string, documentId: string, check: Check): Promise<void> {
      await inOneTransaction(async (unit) => {
        const group = await lockedGroup(groupId, unit.trx);
        const documents = documentsOn(unit.trx);
        const document = await documents.byId(documentId, groupId);
        if (!document) throw notFound('paper');
        const everybody = await people.inGroup(unit.trx, groupId);
        if (check.outcome === 'accepted' && document.state === 'waiting')
          await documents.supersede(groupId, document.kind, ['accepted', 'not_accepted'], clock());
        if (!(await documents.check(documentId, check, who.personId, clock())))
          throw conflict(
            'This paper has been checked already, or the group has sent a newer one. Look at the group’s page.',
          );
        unit.record({
          kind: `document_${check.outcome}`,
          areaId: group.areaId,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          reason: check.outcome === 'accepted' ? null : check.reason,
          before: 'waiting',
          after: { documentId, documentKind: document.kind },
        });
        const mail = documentCheckedMail(
          document.kind,
          outsideName(group),
          check.outcome === 'accepted' ? null : check.reason,
          `${baseUrl}/groups/${groupId}`,
        );
        for (const person of signers(everybody)) await post(unit, group, person, mail);
      });
    },

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

  async function todayOf(groupId: string): Promise<string> {
    const group = await groupsOn(db).byId(groupId);
    const area = (await areas.all()).find(({ id }) => id === group?.areaId);
    if (!area) throw notFound('group');
    return dayIn(area.timeZone, clock());
  }
}
export type DocumentService = ReturnType<typeof documentService>;

/** Who is told about papers: those who sign for the group. */
export const signers = (everybody: readonly GroupPerson[]): GroupPerson[] =>
  everybody.filter(({ role }) => role !== 'group_member');

function mistakesIn(paper: NewDocument, upload: Upload | undefined, brought: BroughtBy | null, today: string) {
  return [
    ...(paper.expires_on !== null && paper.expires_on < today
      ? [{ field: 'expires_on', message: 'This paper has run out already. Add the one that is good now.' }]
      : []),
    ...(brought && brought.receivedOn > today
      ? [{ field: 'received_on', message: 'Enter the day the paper came in: it cannot be after today.' }]
      : []),
    ...(upload ? [] : [{ field: 'file', message: 'Choose the file with the paper. It must not be empty.' }]),
  ];
}
