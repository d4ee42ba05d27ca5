import type { Db } from '../../kernel/database.ts';
import type { Evidence } from './evidence-contract.ts';

type Row = {
  id: string;
  test_id: string;
  number: number;
  criterion: string;
  words: string;
  file_name: string | null;
  media_type: string | null;
  bytes: number | null;
  sha256: string | null;
  added_by: string;
  added_at: string;
};

/** What groups add to show what their answers say. The files themselves lie on disk. */
export function evidenceOn(db: Db) {
  return {
    async add(evidence: Evidence): Promise<void> {
      await db('test_evidence').insert(toRow(evidence));
    },
    async of(testId: string): Promise<Evidence[]> {
      return (await db('test_evidence').where({ test_id: testId }).orderBy('number')).map(fromRow);
    },
    async byId(id: string): Promise<Evidence | undefined> {
      const row: Row | undefined = await db('test_evidence').where({ id }).first();
      return row && fromRow(row);
    },
    async by(personId: string): Promise<Evidence[]> {
      return (await db('test_evidence').where({ added_by: personId }).orderBy('id')).map(fromRow);
    },
    async remove(id: string): Promise<void> {
      await db('test_evidence').where({ id }).delete();
    },
    async removeOf(testId: string): Promise<void> {
      await db('test_evidence').where({ test_id: testId }).delete();
    },
    /** Of these files, those that no evidence names any more: an improved test shares the files of the first. */
    async unused(fileNames: readonly string[]): Promise<string[]> {
      const used =
        fileNames.length === 0
          ? []
          : await db('test_evidence')
              .whereIn('file_name', [...fileNames])
              .distinct('file_name');
      const names = new Set(used.map((row: { file_name: string }) => row.file_name));
      return fileNames.filter((name) => !names.has(name));
    },
  };
}

const toRow = ({ id, testId, number, criterion, words, file, addedBy, addedAt }: Evidence): Row => ({
  id,
  test_id: testId,
  number,
  criterion,
  words,
  file_name: file?.name ?? null,
  media_type: file?.mediaType ?? null,
  bytes: file?.bytes ?? null,
  sha256: file?.sha256 ?? null,
  added_by: addedBy,
  added_at: addedAt,
});
const fromRow = (row: Row): Evidence => ({
  id: row.id,
  testId: row.test_id,
  number: row.number,
  criterion: row.criterion,
  words: row.words,
  file:
    row.file_name === null
      ? null
      : { name: row.file_name, mediaType: row.media_type ?? '', bytes: row.bytes ?? 0, sha256: row.sha256 ?? '' },
  addedBy: row.added_by,
  addedAt: row.added_at,
});
