import type { Knex } from 'knex';
import { isSqlite, whenFree } from '../src/kernel/database.ts';
import { conflict } from '../src/kernel/problem.ts';
import * as register from './migrations/0001-register.ts';
import * as imports from './migrations/0002-imports.ts';
import * as people from './migrations/0003-people.ts';
import * as groups from './migrations/0004-groups.ts';
import * as desk from './migrations/0005-desk.ts';
import * as newsAndRecord from './migrations/0006-news-and-record.ts';
import * as spaces from './migrations/0007-spaces.ts';
import * as bookings from './migrations/0008-bookings.ts';
import * as benefitTest from './migrations/0009-benefit-test.ts';
import * as finder from './migrations/0010-finder.ts';
import * as roomRequests from './migrations/0011-room-requests.ts';
import * as spaceEditing from './migrations/0012-space-editing.ts';
import * as compact from './migrations/0013-compact.ts';
import * as calendars from './migrations/0014-calendars.ts';
import * as running from './migrations/0015-running.ts';
import * as closedGroups from './migrations/0016-closed-groups.ts';
import * as afterBooking from './migrations/0017-after-booking.ts';
import * as spacePhotos from './migrations/0018-space-photos.ts';
import * as longRoomLists from './migrations/0019-long-room-lists.ts';
import * as namesGo from './migrations/0020-names-go.ts';
import * as credits from './migrations/0021-credits.ts';
import * as jobs from './migrations/0025-jobs.ts';
import * as bookingColumns from './migrations/0027-booking-columns.ts';
import * as daysToLook from './migrations/0028-days-to-look.ts';
import * as requestsToLook from './migrations/0029-requests-to-look.ts';
import * as ownerNames from './migrations/0030-owner-names.ts';
import * as toldOnce from './migrations/0031-told-once.ts';
import * as factsFollowed from './migrations/0033-facts-followed.ts';
import * as waitingToLook from './migrations/0034-waiting-to-look.ts';
import * as needsToLook from './migrations/0035-needs-to-look.ts';
import * as remindersToLook from './migrations/0036-reminders-to-look.ts';
import * as contacts from './migrations/0040-contacts.ts';
import * as daysOffStayOut from './migrations/0041-days-off-stay-out.ts';
import * as testGatesDefault from './migrations/0044-test-gates-default.ts';
import * as caseNumbers from './migrations/0046-case-numbers.ts';
import * as cleaningTime from './migrations/0048-cleaning-time.ts';
import * as endsOfSkippedHours from './migrations/0049-ends-of-skipped-hours.ts';
import * as calendarNames from './migrations/0050-calendar-names.ts';
import * as headOfFacts from './migrations/0051-head-of-facts.ts';
import * as trialDates from './migrations/0052-trial-dates.ts';
import * as openMoney from './migrations/0053-open-money.ts';
import * as whoseIsThis from './migrations/0054-whose-is-this.ts';
import * as needsForOthers from './migrations/0055-needs-for-others.ts';
import * as proposals from './migrations/0056-proposals.ts';
import * as caseTests from './migrations/0057-case-tests.ts';
import * as grounds from './migrations/0058-grounds.ts';
import * as comments from './migrations/0060-comments.ts';
import * as heldPlaces from './migrations/0061-held-places.ts';
import * as partners from './migrations/0062-partners.ts';
import * as pauses from './migrations/0063-pauses.ts';
import * as rivals from './migrations/0064-rivals.ts';
import * as marksAreIn from './migrations/0065-marks-are-in.ts';
import * as answersPutRight from './migrations/0066-answers-put-right.ts';
import * as partnersByTelephone from './migrations/0067-partners-by-telephone.ts';
import * as pausedSince from './migrations/0068-paused-since.ts';
import * as withinItsState from './migrations/0069-within-its-state.ts';
import * as buildingPath from './migrations/0070-building-path.ts';
import * as hearings from './migrations/0071-hearings.ts';
import * as budgets from './migrations/0072-budgets.ts';
import * as speaking from './migrations/0073-speaking.ts';
import * as petitions from './migrations/0074-petitions.ts';
import * as interests from './migrations/0075-interests.ts';
import * as minutes from './migrations/0076-minutes.ts';
import * as openProposals from './migrations/0077-open-proposals.ts';
import * as interestsForOthers from './migrations/0078-interests-for-others.ts';
import * as speakersReceived from './migrations/0079-speakers-received.ts';

/** Every migration in order, by import rather than by folder: compiled and uncompiled code then run the same list. */
const MIGRATIONS: { name: string; migration: Knex.Migration }[] = [
  { name: '0001-register', migration: register },
  { name: '0002-imports', migration: imports },
  { name: '0003-people', migration: people },
  { name: '0004-groups', migration: groups },
  { name: '0005-desk', migration: desk },
  { name: '0006-news-and-record', migration: newsAndRecord },
  { name: '0007-spaces', migration: spaces },
  { name: '0008-bookings', migration: bookings },
  { name: '0009-benefit-test', migration: benefitTest },
  { name: '0010-finder', migration: finder },
  { name: '0011-room-requests', migration: roomRequests },
  { name: '0012-space-editing', migration: spaceEditing },
  { name: '0013-compact', migration: compact },
  { name: '0014-calendars', migration: calendars },
  { name: '0015-running', migration: running },
  { name: '0016-closed-groups', migration: closedGroups },
  { name: '0017-after-booking', migration: afterBooking },
  { name: '0018-space-photos', migration: spacePhotos },
  { name: '0019-long-room-lists', migration: longRoomLists },
  { name: '0020-names-go', migration: namesGo },
  { name: '0021-credits', migration: credits },
  { name: '0025-jobs', migration: jobs },
  { name: '0027-booking-columns', migration: bookingColumns },
  { name: '0028-days-to-look', migration: daysToLook },
  { name: '0029-requests-to-look', migration: requestsToLook },
  { name: '0030-owner-names', migration: ownerNames },
  { name: '0031-told-once', migration: toldOnce },
  { name: '0033-facts-followed', migration: factsFollowed },
  { name: '0034-waiting-to-look', migration: waitingToLook },
  { name: '0035-needs-to-look', migration: needsToLook },
  { name: '0036-reminders-to-look', migration: remindersToLook },
  { name: '0040-contacts', migration: contacts },
  { name: '0041-days-off-stay-out', migration: daysOffStayOut },
  { name: '0044-test-gates-default', migration: testGatesDefault },
  { name: '0046-case-numbers', migration: caseNumbers },
  { name: '0048-cleaning-time', migration: cleaningTime },
  { name: '0049-ends-of-skipped-hours', migration: endsOfSkippedHours },
  { name: '0050-calendar-names', migration: calendarNames },
  { name: '0051-head-of-facts', migration: headOfFacts },
  { name: '0052-trial-dates', migration: trialDates },
  { name: '0053-open-money', migration: openMoney },
  { name: '0054-whose-is-this', migration: whoseIsThis },
  { name: '0055-needs-for-others', migration: needsForOthers },
  { name: '0056-proposals', migration: proposals },
  { name: '0057-case-tests', migration: caseTests },
  { name: '0058-grounds', migration: grounds },
  { name: '0060-comments', migration: comments },
  { name: '0061-held-places', migration: heldPlaces },
  { name: '0062-partners', migration: partners },
  { name: '0063-pauses', migration: pauses },
  { name: '0064-rivals', migration: rivals },
  { name: '0065-marks-are-in', migration: marksAreIn },
  { name: '0066-answers-put-right', migration: answersPutRight },
  { name: '0067-partners-by-telephone', migration: partnersByTelephone },
  { name: '0068-paused-since', migration: pausedSince },
  { name: '0069-within-its-state', migration: withinItsState },
  { name: '0070-building-path', migration: buildingPath },
  { name: '0071-hearings', migration: hearings },
  { name: '0072-budgets', migration: budgets },
  { name: '0073-speaking', migration: speaking },
  { name: '0074-petitions', migration: petitions },
  { name: '0075-interests', migration: interests },
  { name: '0076-minutes', migration: minutes },
  { name: '0077-open-proposals', migration: openProposals },
  { name: '0078-interests-for-others', migration: interestsForOthers },
  { name: '0079-speakers-received', migration: speakersReceived },
];

/** @param names which of them to run; all where none are named */
const sourceOf = (names?: readonly string[]): Knex.MigrationSource<(typeof MIGRATIONS)[number]> => ({
  getMigrations: () => Promise.resolve(MIGRATIONS.filter(({ name }) => names?.includes(name) ?? true)),
  getMigrationName: (entry) => entry.name,
  getMigration: (entry) => Promise.resolve(entry.migration),
});

/** Any number that nothing else in this database uses: PostgreSQL's name for the lock on migrating. */
const LOCK = 20_101_115;

/**
 * Brings the database to the newest shape, whole or not at all. Safe to run at every start and from several processes at once:
 * one does it, the others wait. Because all of it is one transaction, a process that dies in the middle leaves nothing behind.
 * @param names only these migrations: the shape that an older copy has
 */
export async function migrate(db: Knex, names?: readonly string[]): Promise<void> {
  await whenFree(() =>
    db.transaction(async (trx) => {
      // SQLite's write lock is taken by writing; this writes what is there already.
      if (isSqlite(db)) await trx.raw('pragma user_version = 0');
      else await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
      if (names === undefined) await refuseNewer(trx);
      await trx.migrate.latest({ migrationSource: sourceOf(names), disableTransactions: true });
    }),
  );
}

/** Which migrations of this version the database has not had. */
export async function namesMissingIn(db: Knex): Promise<string[]> {
  const done: string[] = (await db.schema.hasTable('knex_migrations')) ? await db('knex_migrations').pluck('name') : [];
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.includes(name));
}

/** @throws Problem where a newer version has been at work: what that has changed, this one does not know */
async function refuseNewer(trx: Knex.Transaction): Promise<void> {
  if (!(await trx.schema.hasTable('knex_migrations'))) return;
  const ours = new Set(MIGRATIONS.map(({ name }) => name));
  const done: string[] = await trx('knex_migrations').orderBy('id').pluck('name');
  const newer = done.find((name) => !ours.has(name));
  if (newer !== undefined)
    throw conflict(
      `The database was used by a newer version of Meantime (it knows "${newer}"). Start that version, or restore a copy from before.`,
    );
}
