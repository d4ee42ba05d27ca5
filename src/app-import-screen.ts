import { importDeps } from './app-imports.ts';
import { areaService } from './ground/areas/area-service.ts';
import type { AssetRegister } from './register/assets/asset-register.ts';
import type { ImportReport } from './register/imports/import-contract.ts';
import type { ImporterApart } from './register/imports/import-screen-work.ts';
import { importService } from './register/imports/import-service.ts';
import type { Clock } from './kernel/clock.ts';
import { openDatabase } from './kernel/database.ts';
import { unitsOfWork, type InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { ReactTo } from './kernel/reactions.ts';

type Deps = {
  databaseUrl: string;
  clock: Clock;
  newId: NewId;
  register: AssetRegister;
  reactions: ReactTo;
  onCommit(): Promise<void>;
  onError(error: unknown): void;
};

/**
 * An importer on a connection of its own for each piece of work: SQLite's one connection of the site stays free for those who read
 * (docs/decisions/0008-imports-beside-the-site.md).
 */
export function importerApart({
  databaseUrl,
  clock,
  newId,
  register,
  reactions,
  onCommit,
  onError,
}: Deps): ImporterApart {
  return (finish) => {
    const db = openDatabase(databaseUrl);
    const whole = unitsOfWork({ db, clock, newId, onError, reactions, listeners: [onCommit] });
    // Of an import one transaction writes: the one that applies the file, and its result is the report.
    const inOneTransaction: InOneTransaction = (work) =>
      whole(async (unit) => {
        const result = await work(unit);
        await finish(unit, result as ImportReport);
        return result;
      });
    const areas = areaService({ db, inOneTransaction, newId });
    return {
      imports: importService(importDeps({ db, inOneTransaction, areas, register, clock, newId })),
      close: () => db.destroy(),
    };
  };
}
