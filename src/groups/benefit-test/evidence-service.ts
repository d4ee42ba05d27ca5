import { v5 } from 'uuid';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import type { NewEvidence } from './passport-contract.ts';
import type { PassportDrafts } from './passport-drafts.ts';
import { scoringOn } from './scoring-store.ts';
import { MOST_EVIDENCE, type Evidence } from './test-contract.ts';
import { testsOn } from './test-store.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'files'> & {
  criteria: CriteriaService;
  drafts: PassportDrafts;
};
const AT_ONCE = 200;
export type OpenFile = { path: string; mediaType: string; name: string };

/** What shows what a group says: a few lines, what somebody told on the telephone, a photo or a paper. It can change while the answers are a draft. */
export function evidenceService({ db, clock, newId, inOneTransaction, files, criteria, drafts }: Deps) {
  return {
    /** Adds a piece of evidence to the group's draft. The same sending twice is one. */
    async add(
      who: Who,
      groupId: string,
      { criterion, words, submission }: NewEvidence,
      upload: Upload | undefined,
    ): Promise<Evidence> {
      const place = await drafts.placeOf(groupId);
      const { room } = (await criteria.inForce(place.area.id, place.today)).set.paths;
      if (!room.criteria.some(({ id }) => id === criterion))
        throw invalid([{ field: 'criterion', message: 'Choose one of the questions.' }]);
      if (words === '' && !upload)
        throw invalid([{ field: 'words', message: 'Write a few lines, or choose a file, or both.' }]);
      const file = upload ? await files.keep(upload.path) : null;
      const work = inOneTransaction(async ({ trx }) => {
        const evidence = evidenceOn(trx);
        const draft = await drafts.draftIn(trx, place);
        const all = await evidence.of(draft.id);
        // Made from the form, so that sending it twice is one; within this draft, so that it is nobody else's.
        const id = submission === undefined ? newId() : v5(submission, draft.id);
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
          addedAt: clock().toISOString(),
          file: file && { name: file.fileName, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 },
        };
        await evidence.add(added);
        await testsOn(trx).change({ ...draft, changedAt: added.addedAt });
        return added;
      });
      const added = await work.catch(async (error: unknown) => {
        await removeUnused(file ? [file.fileName] : []);
        throw error;
      });
      if (file && added.file?.name !== file.fileName) await files.remove(file.fileName);
      return added;
    },

    async remove(groupId: string, evidenceId: string): Promise<void> {
      const place = await drafts.placeOf(groupId);
      const removed = await inOneTransaction(async ({ trx }) => {
        const draft = await drafts.draftIn(trx, place);
        const evidence = await evidenceOn(trx).byId(evidenceId);
        if (evidence?.testId !== draft.id) throw conflict('This evidence has been taken out already.');
        await evidenceOn(trx).remove(evidence.id);
        return evidence;
      });
      await removeUnused(removed.file ? [removed.file.name] : []);
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

    /** Removes drafts that nobody has touched: of answers, with their evidence, and of marks. @returns how many */
    async forgetDrafts(before: Date): Promise<number> {
      let removed = await scoringOn(db).removeDraftsBefore(before);
      for (
        let ids = await testsOn(db).draftsUntouchedSince(before, AT_ONCE);
        ids.length > 0;
        ids = await testsOn(db).draftsUntouchedSince(before, AT_ONCE)
      ) {
        const names = await inOneTransaction(async ({ trx }) => {
          const all: Evidence[] = [];
          for (const id of ids) {
            const draft = await testsOn(trx).lock(id);
            if (draft?.state !== 'draft' || draft.changedAt >= before.toISOString()) continue;
            all.push(...(await evidenceOn(trx).of(id)));
            await evidenceOn(trx).removeOf(id);
            await testsOn(trx).removeDraft(id);
          }
          return all.flatMap(({ file }) => (file ? [file.name] : []));
        });
        await removeUnused(names);
        removed += ids.length;
      }
      // What a power cut left behind, between a file and its line in the database.
      return removed + (await removeUnused(await files.olderThan(before)));
    },
  };

  async function removeUnused(names: readonly string[]): Promise<number> {
    let removed = 0;
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const unused = await evidenceOn(db).unused(names.slice(from, from + AT_ONCE));
      for (const name of unused) await files.remove(name);
      removed += unused.length;
    }
    return removed;
  }
}
export type EvidenceService = ReturnType<typeof evidenceService>;
