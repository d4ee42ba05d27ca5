import type { Db } from '../../kernel/database.ts';

export type AssetFact = {
  at: string;
  kind: string;
  subjectId: string;
  actor: string;
  reason: string | null;
  text: string | null;
  fields: string[];
};

/** What happened last comes first; facts may be told later than they happened. */
const NEWEST = [
  { column: 'at', order: 'desc' as const },
  { column: 'seq', order: 'desc' as const },
];

/** Facts about assets as officers read them: also those that the public does not. */
export function assetFactsOn(db: Db) {
  return {
    async ofAsset(assetId: string, limit: number): Promise<AssetFact[]> {
      return (await db('facts').where({ subject_kind: 'asset', subject_id: assetId }).orderBy(NEWEST).limit(limit)).map(
        fromRow,
      );
    },
    /** The newest in an area. */
    async ofArea(areaId: string, limit: number): Promise<AssetFact[]> {
      return (await db('facts').where({ area_id: areaId, subject_kind: 'asset' }).orderBy(NEWEST).limit(limit)).map(
        fromRow,
      );
    },
  };
}

type Row = {
  at: string;
  kind: string;
  subject_id: string;
  actor: string;
  reason: string | null;
  public_text: string | null;
  after: string | null;
};

function fromRow(row: Row): AssetFact {
  const after: unknown = row.after === null ? null : JSON.parse(row.after);
  const fields = row.kind === 'asset_changed' && after !== null && typeof after === 'object' ? Object.keys(after) : [];
  return {
    at: row.at,
    kind: row.kind,
    subjectId: row.subject_id,
    actor: row.actor,
    reason: row.reason,
    text: row.public_text,
    fields,
  };
}
