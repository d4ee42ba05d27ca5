import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';

/** A place that spaces are in, with what it belongs to. */
export type Place = { assetId: string; ownerId: string; areaId: string; timeZone: string };

export type SpaceDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  places: {
    /** @throws Problem 404 when there is no such place */
    thing(assetId: string): Promise<Place>;
    /** Takes a place for this transaction: whoever else changes its spaces waits. */
    lock(trx: Db, assetId: string): Promise<void>;
  };
  photos: PhotoFiles;
  /** Names of people by their ids, for officers' eyes. */
  namesOf(ids: readonly string[]): Promise<Map<string, string>>;
};
