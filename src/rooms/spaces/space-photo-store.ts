import type { Db } from '../../kernel/database.ts';
import type { PublicPhoto } from '../../register/assets/public-asset-contract.ts';

type Row = PublicPhoto & { space_id: string };
type NewPhoto = PublicPhoto & { spaceId: string; position: number; submission: string };

/** Photos of rooms and spaces. Whether the public may see one depends on its space and on its place. */
export function spacePhotosOn(db: Db) {
  return {
    async ofSpace(spaceId: string): Promise<PublicPhoto[]> {
      return (await db('space_photos').where({ space_id: spaceId }).orderBy('position').orderBy('id')).map(fromRow);
    },
    /** The first photo of each of these spaces that has any. */
    async firstOf(spaceIds: readonly string[]): Promise<Map<string, PublicPhoto>> {
      const rows: Row[] = await db('space_photos').whereIn('space_id', spaceIds).where({ position: 0 });
      return new Map(rows.map((row) => [row.space_id, fromRow(row)]));
    },
    async isSent(spaceId: string, submission: string): Promise<boolean> {
      return (await db('space_photos').where({ space_id: spaceId, submission }).first('id')) !== undefined;
    },
    async add({ spaceId, ...photo }: NewPhoto): Promise<void> {
      await db('space_photos').insert({ ...photo, space_id: spaceId });
    },
    async changeText(id: string, alt: string, credit: string | null): Promise<void> {
      await db('space_photos').where({ id }).update({ alt, credit });
    },
    async remove(ids: readonly string[]): Promise<void> {
      await db('space_photos').whereIn('id', ids).delete();
    },
    /** Gives a space's photos the order of these ids. */
    async order(ids: readonly string[]): Promise<void> {
      for (const [position, id] of ids.entries()) await db('space_photos').where({ id }).update({ position });
    },
    async spaceOf(photoId: string): Promise<string | undefined> {
      return (await db('space_photos').where({ id: photoId }).first('space_id'))?.space_id;
    },
    /** Photos of spaces that have not been let since a day. */
    async retiredBefore(day: string, limit: number): Promise<string[]> {
      return db('space_photos')
        .join('spaces', 'spaces.id', 'space_photos.space_id')
        .where('spaces.retired_on', '<', day)
        .orderBy('space_photos.id')
        .limit(limit)
        .pluck('space_photos.id');
    },
    /** Those of these ids that are photos of a space. */
    async known(ids: readonly string[]): Promise<string[]> {
      return db('space_photos').whereIn('id', ids).pluck('id');
    },
  };
}
export type SpacePhotoStore = ReturnType<typeof spacePhotosOn>;

const fromRow = ({ id, alt, credit, width, height }: PublicPhoto): PublicPhoto => ({ id, alt, credit, width, height });
