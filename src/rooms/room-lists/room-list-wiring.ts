import { join } from 'node:path';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { areaService } from '../../ground/areas/area-service.ts';
import { UPLOADS } from '../../ground/retention/retention-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import { progressFiles } from '../../kernel/tables/progress-files.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { AssetRegister } from '../../register/assets/asset-register-service.ts';
import type { SpaceServices } from '../spaces/space-services.ts';
import { runRoomImport } from './room-import-cli.ts';
import { roomImportKeeper } from './room-import-keeper.ts';
import { roomImportPages } from './room-import-pages.ts';
import { roomImportScreens } from './room-import-screen-service.ts';
import { roomImportWork } from './room-import-work-service.ts';
import { keptLines } from './room-lines-file.ts';
import { roomImportingOn } from './room-register-wiring.ts';

type Below = { ground: Ground; register: AssetRegister; spaceEditing: SpaceServices };

const USAGE =
  'import-rooms FILE --area A --owner "Name" [--asset-column COLUMN] [--map "COLUMN=what" …] [--open "Mon-Fri 09:00-21:00"] [--apply]';

/** Bringing an owner's list of rooms into the register, from the command line and on the screen. */
export function roomListsFeature(kernel: Kernel, { ground: { areas, access }, register, spaceEditing }: Below) {
  const { config, db, newId } = kernel;
  const dir = join(config.dataDir, 'room-imports');
  const progress = progressFiles(dir);
  const kept = keptLines(dir);
  const ownerOf = (areaId: string, name: string) => areaPorts.ownerNamed(db, areaId, name);
  const work = roomImportWork({ ...kernel, apart, progress, kept, ownerOf });
  const screens = roomImportScreens({ ...kernel, work, progress, kept });
  const roomImports = { ...roomImportingOn({ ...kernel, areas, register, spaceEditing }), work, screens };
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => roomImportPages({ screens, access, sendPage, areas }),
    commands: [
      {
        name: 'import-rooms',
        usage: USAGE,
        run: async (args) => void (process.exitCode = await runRoomImport(args, roomImports)),
      },
    ],
    keeper: roomImportKeeper,
    forgets: [{ kept: UPLOADS, forget: (before) => screens.forget(before) }],
  };
  return { roomImports, contribution };

  /** On a connection of its own, so that SQLite's one connection of the site stays free for those who read. */
  function apart() {
    const { db: own, inOneTransaction } = kernel.apart();
    const ownAreas = areaService({ db: own, inOneTransaction, newId });
    return {
      rooms: roomImportingOn({ inOneTransaction, areas: ownAreas, register, spaceEditing }),
      close: () => own.destroy(),
    };
  }
}
