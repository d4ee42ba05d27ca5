import { join } from 'node:path';
import { UPLOADS } from '../../ground/retention/retention-contract.ts';
import { areaService } from '../../ground/areas/area-service.ts';
import type { Ground } from '../../ground/wing.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { progressFiles } from '../../kernel/tables/progress-files.ts';
import { forgetUploads } from '../../kernel/upload.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { AssetRegister } from '../assets/asset-register-service.ts';
import { runImportCommand } from './import-cli.ts';
import { importDeps } from './import-register-wiring.ts';
import { importScreenPages } from './import-screen-pages.ts';
import { importScreens, uploadPath } from './import-screen-service.ts';
import { importScreensOn } from './import-screen-store.ts';
import { importWork, type ImporterApart } from './import-work-service.ts';
import { importService } from './import-service.ts';
import type { ImportReport } from './import-report-contract.ts';

const USAGE =
  'import FILE --area A --owner "Name" [--format lga|brownfield|geojson|csv] [--map col=field …] [--crs EPSG:n] [--apply] [--report FILE.json]';

/** Bringing owners' lists of land and buildings into the register, from the command line and on the screen. */
export function importsFeature(kernel: Kernel, { areas, access }: Ground, register: AssetRegister) {
  const { config, db, clock, newId, onError } = kernel;
  const deps = importDeps({ ...kernel, areas, register });
  const imports = importService(deps);
  const dir = join(config.dataDir, 'imports');
  const progress = progressFiles(dir);
  const apart = importerApart(kernel, register);
  const importing = importWork({ db, clock, newId, apart, progress, pathOf: uploadPath(dir), onError });
  const screens = importScreens({ db, clock, newId, dir, work: importing, progress, decisions: deps.decisions });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => importScreenPages({ screens, access, sendPage, areas }),
    commands: [{ name: 'import', usage: USAGE, run: (args) => runImportCommand(imports, args) }],
    forgets: [
      { kept: UPLOADS, forget: (before) => screens.forget(before) },
      { kept: UPLOADS, forget: forgetUploads },
    ],
  };
  return { imports, importing, importScreens: screens, listsOf: importScreensOn(db), contribution };
}

/**
 * An importer on a connection of its own for each piece of work: SQLite's one connection of the site stays free for those who read
 * (docs/decisions/0008-imports-beside-the-site.md).
 */
function importerApart({ apart, clock, newId }: Kernel, register: AssetRegister): ImporterApart {
  return (finish) => {
    const own = apart();
    // Of an import one transaction writes: the one that applies the file, and its result is the report.
    const inOneTransaction: InOneTransaction = (work) =>
      own.inOneTransaction(async (unit) => {
        const result = await work(unit);
        await finish(unit, result as ImportReport);
        return result;
      });
    const areas = areaService({ db: own.db, inOneTransaction, newId });
    return {
      imports: importService(importDeps({ db: own.db, inOneTransaction, areas, register, clock, newId })),
      close: () => own.db.destroy(),
    };
  };
}
