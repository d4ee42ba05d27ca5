import { v5 } from 'uuid';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import type { NewEvidence } from './passport-contract.ts';
import type { PassportDrafts } from './passport-draft-service.ts';
import { testsOn } from './test-store.ts';
import { removeUnusedFiles } from './unused-files-service.ts';
import { MOST_EVIDENCE, type Evidence } from './evidence-contract.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'files'> & {
  criteria: CriteriaService;
  drafts: PassportDrafts;
};
export type OpenFile = { path: string; mediaType: string; name: string };

/** What shows what a group says: a few lines, what somebody told on the telephone, a photo or a paper. It can change while the answers are a draft. */
export function evidenceService(deps: Deps) {
  const { drafts, inOneTransaction, db, files } = deps;
  return {
    add: (who: Who, groupId: string, given: NewEvidence, upload: Upload | undefined) =>
      addEvidence(deps, who, groupId, given, upload),

    async remove(groupId: string, evidenceId: string): Promise<void> {
      const place = await drafts.placeOf(groupId);
      const removed = await inOneTransaction(async ({ trx }) => {
        const draft = await drafts.draftIn(trx, place);
        const evidence = await evidenceOn(trx).byId(evidenceId);
        if (evidence?.testId !== draft.id) throw conflict('This evidence has been taken out already.');
        await evidenceOn(trx).remove(evidence.id);
        return evidence;
      });
      await removeUnusedFiles(deps, removed.file ? [removed.file.name] : []);
    },

    /** The file of a piece of evidence of one test, or of any test of one group. */
    async open(of: { testId: string } | { groupId: string }, evidenceId: string): Promise<OpenFile> {
      const evidence = await evidenceOn(db).byId(evidenceId);
      const test = evidence && (await testsOn(db).byId(evidence.testId));
      const theirs = 'testId' in of ? test?.id === of.testId : test?.groupId === of.groupId;
      if (!evidence?.file || !theirs) throw notFound('file');
      return {
        path: files.pathOf(evidence.file.name),
        mediaType: evidence.file.mediaType,
        name: `evidence-${evidence.number}.${files.endingOf(evidence.file.mediaType)}`,
      };
    },
  };
}

/** Adds a piece of evidence to the group's draft. The same sending twice is one. */
async function addEvidence(
  deps: Deps,
  who: Who,
  groupId: string,
  { criterion, words, submission }: NewEvidence,
  upload: Upload | undefined,
): Promise<Evidence> {
  const place = await deps.drafts.placeOf(groupId);
  const { room } = (await deps.criteria.inForce(place.area.id, place.today)).set.paths;
  if (!room.criteria.some(({ id }) => id === criterion))
    throw invalid([{ field: 'criterion', message: 'Choose one of the questions.' }]);
  if (words === '' && !upload)
    throw invalid([{ field: 'words', message: 'Write a few lines, or choose a file, or both.' }]);
  const file = upload ? await deps.files.keep(upload.path) : null;
  const work = deps.inOneTransaction(async ({ trx }) => {
    const evidence = evidenceOn(trx);
    const draft = await deps.drafts.draftIn(trx, place);
    const all = await evidence.of(draft.id);
    // Made from the form, so that sending it twice is one; within this draft, so that it is nobody else's.
    const id = submission === undefined ? deps.newId() : v5(submission, draft.id);
    const known = all.find((one) => one.id === id);
    if (known) return known;
    if (all.length >= MOST_EVIDENCE)
      throw invalid([
        {
          field: 'words',
          message: `There are ${MOST_EVIDENCE} pieces of evidence already. That is plenty; take one out first.`,
        },
      ]);
    const added: Evidence = {
      id,
      testId: draft.id,
      number: Math.max(0, ...all.map((one) => one.number)) + 1,
      criterion,
      words,
      addedBy: who.personId,
      addedAt: deps.clock().toISOString(),
      file: file && { name: file.fileName, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 },
    };
    await evidence.add(added);
    await testsOn(trx).change({ ...draft, changedAt: added.addedAt });
    return added;
  });
  const added = await work.catch(async (error: unknown) => {
    await removeUnusedFiles(deps, file ? [file.fileName] : []);
    throw error;
  });
  if (file && added.file?.name !== file.fileName) await deps.files.remove(file.fileName);
  return added;
}
