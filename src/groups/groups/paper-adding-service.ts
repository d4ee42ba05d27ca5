import type { PostingDeps } from './group-telling.ts';
import { groupsOn } from './group-store.ts';
import { notFound, invalid } from '../../kernel/problem.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { NewDocument, GroupDocument } from './document-contract.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { BroughtBy } from './assisted-group-contract.ts';
import { lockedGroup } from './invitation-service.ts';
import { documentsOn } from './document-store.ts';

/** What papers need. */
export type PaperDeps = PostingDeps<
  'db' | 'clock' | 'newId' | 'inOneTransaction' | 'people' | 'areas' | 'files' | 'baseUrl'
>;

async function todayOf({ db, areas, clock }: PaperDeps, groupId: string): Promise<string> {
  const group = await groupsOn(db).byId(groupId);
  const area = (await areas.all()).find(({ id }) => id === group?.areaId);
  if (!area) throw notFound('group');
  return dayIn(area.timeZone, clock());
}

/** Keeps a new version. One that still waited, or was not accepted, ends with it; one in force stays until the new one is accepted. */
export async function addPaper(
  deps: PaperDeps,
  who: Who,
  groupId: string,
  paper: NewDocument,
  upload: Upload | undefined,
  brought: BroughtBy | null = null,
): Promise<GroupDocument> {
  const today = await todayOf(deps, groupId);
  const wrong = mistakesIn(paper, upload, brought, today);
  if (wrong.length > 0 || !upload) throw invalid(wrong);
  const file = await deps.files.keep(upload.path);
  const now = deps.clock();
  const document: GroupDocument = {
    ...file,
    id: deps.newId(),
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
  const work = deps.inOneTransaction(async ({ trx, record }) => {
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
    await deps.files.remove(file.fileName);
    throw error;
  });
  return document;
}

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
