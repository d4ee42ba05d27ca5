import type { AreaService } from './ground/areas/area-service.ts';
import { photosOn } from './register/assets/photo-store.ts';
import type { CompactService } from './groups/compact/compact-service.ts';
import { roomRetentionOf } from './app-room-retention.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import { forgetAttempts } from './kernel/limits.ts';
import type { PhotoFiles } from './kernel/photo-files.ts';
import type { DatabaseSessions } from './kernel/session.ts';
import { forgetUploads } from './kernel/upload.ts';
import { mailsOn } from './ground/notifications/mail-store.ts';
import { forgetInvitations, signInCodesOn } from './ground/people/sign-in-store.ts';
import { noShowsOn } from './rooms/running/no-show-store.ts';
import { retentionService, type Forget, type RetentionService } from './ground/retention/retention-service.ts';
import { spacePhotoRetention } from './rooms/spaces/space-photo-retention.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  sessions: DatabaseSessions;
  drafts: Forget;
  papers: Forget;
  uploads: Forget;
  photos: PhotoFiles;
  damagePhotos: PhotoFiles;
  areas: AreaService;
  compact: CompactService;
};

/** Tells the table of days who removes what. */
export function retentionOf({
  db,
  sessions,
  drafts,
  papers,
  uploads,
  photos,
  damagePhotos,
  areas,
  compact,
  ...kernel
}: Deps): RetentionService {
  return retentionService({
    ...kernel,
    db,
    forget: {
      drafts,
      codes: (before) => signInCodesOn(db).forget(before),
      sessions: (before) => sessions.forgetEnded(before),
      mails: (before) => mailsOn(db).forget(before),
      limits: (before) => forgetAttempts(db, before),
      papers,
      photos: spacePhotoRetention({ ...kernel, db, photos, ofPlaces: (ids) => photosOn(db).known(ids) }).forgetPhotos,
      uploads: async (before) => (await uploads(before)) + (await forgetUploads(before)),
      ...roomRetentionOf({ ...kernel, damagePhotos, areas, compact }),
      calls: (before) => noShowsOn(db).forget(before),
      invitations: (before) => forgetInvitations(db, before),
    },
  });
}
