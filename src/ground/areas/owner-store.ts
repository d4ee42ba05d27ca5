import type { Db } from '../../kernel/database.ts';
import { nameKey } from '../../kernel/text.ts';
import type { Owner } from './area-contract.ts';

export function ownersOn(db: Db) {
  return {
    async owners(): Promise<Owner[]> {
      return (await db('owners').orderBy('name')).map(toOwner);
    },
    /** The owner of that name, in any capitals; of several, the one that was there first. */
    async ownerNamed(areaId: string, name: string): Promise<Owner | undefined> {
      const row = await db('owners')
        .where({ area_id: areaId, name_key: nameKey(name) })
        .orderBy('id')
        .first();
      return row && toOwner(row);
    },
    /** The slug, or the slug with the first number behind it that nobody has: names that differ only in signs make the same slug. */
    async freeOwnerSlug(areaId: string, slug: string): Promise<string> {
      const rows: { slug: string }[] = await db('owners')
        .where({ area_id: areaId })
        .where('slug', 'like', `${slug}%`)
        .select('slug');
      const taken = new Set(rows.map((row) => row.slug));
      if (!taken.has(slug)) return slug;
      return (
        Array.from({ length: taken.size + 1 }, (_, index) => `${slug}-${index + 2}`).find((one) => !taken.has(one)) ??
        slug
      );
    },
    /** Takes an owner for this transaction: whoever else writes a list of theirs waits. */
    async lockOwner(id: string): Promise<void> {
      await db('owners').where({ id }).forNoKeyUpdate().first('id');
    },
    async addOwner(owner: Owner): Promise<void> {
      await db('owners').insert({
        id: owner.id,
        area_id: owner.areaId,
        slug: owner.slug,
        name: owner.name,
        name_key: nameKey(owner.name),
        uri: owner.uri,
        kind: owner.kind,
      });
    },
  };
}

type OwnerRow = { id: string; area_id: string; slug: string; name: string; uri: string | null; kind: Owner['kind'] };

const toOwner = (row: OwnerRow): Owner => ({
  id: row.id,
  areaId: row.area_id,
  slug: row.slug,
  name: row.name,
  uri: row.uri,
  kind: row.kind,
});
