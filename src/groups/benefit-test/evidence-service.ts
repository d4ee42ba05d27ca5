import { v5 } from 'uuid';
import type { Db } from '../../kernel/database.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { PathRules } from './criteria-contract.ts';
import { evidenceOn } from './evidence-store.ts';
import type { NewEvidence } from './passport-contract.ts';
import type { BenefitTest } from './test-contract.ts';
import { testsOn } from './test-store.ts';
import { removeUnusedFiles } from './unused-files-service.ts';
import { MOST_EVIDENCE, type Evidence } from './evidence-contract.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'files'>;
/** Answers that can still be changed: what is asked, and how the draft is taken for a transaction. */
export type OpenDraft = { path: Pick<PathRules, 'criteria'>; draftIn(trx: Db): Promise<BenefitTest> };
export type OpenFile = { path: string; mediaType: string; name: string };

/** What shows what a group says: a few lines, what somebody told on the telephone, a photo or a paper. It can change while the answers are a draft. */
export function evidenceService(deps: Deps) {
  const { inOneTransaction, db, files } = deps;
  return {
    add: (who: Who, to: OpenDraft, given: NewEvidence, upload: Upload | undefined) =>
      addEvidence(deps, who, to, given, upload),

    async remove(from: OpenDraft, evidenceId: string): Promise<void> {
      const removed = await inOneTransaction(async ({ trx }) => {
        const draft = await from.draftIn(trx);
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

/** Adds a piece of evidence to a draft. The same sending twice is one. */
async function addEvidence(
  deps: Deps,
  who: Who,
  to: OpenDraft,
  { criterion, words, submission }: NewEvidence,
  upload: Upload | undefined,
): Promise<Evidence> {
  if (!to.path.criteria.some(({ id }) => id === criterion))
    throw invalid([{ field: 'criterion', message: 'Choose one of the questions.' }]);
  if (words === '' && !upload)
    throw invalid([{ field: 'words', message: 'Write a few lines, or choose a file, or both.' }]);
  const file = upload ? await deps.files.keep(upload.path) : null;
  const work = deps.inOneTransaction(async ({ trx }) => {
    const evidence = evidenceOn(trx);
    const draft = await to.draftIn(trx);
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
