import { join } from 'node:path';
import { bookingsOf } from './app-bookings.ts';
import { benefitTestsOf } from './app-benefit-test.ts';
import { hiresOf } from './app-hires.ts';
import { deskServices } from './app-desk.ts';
import { finderOf } from './app-finder.ts';
import { groupsOf } from './app-groups.ts';
import { importDeps } from './app-imports.ts';
import { statementsOf } from './app-ledger.ts';
import { personalDataKeepers } from './app-personal-data.ts';
import { reactionsOfTheHouse } from './app-reactions.ts';
import { requestsOf } from './app-requests.ts';
import { retentionOf } from './app-retention.ts';
import { runningOf } from './app-running.ts';
import { roomImportsOf } from './app-room-import.ts';
import { spacePagesOf, spacesOf } from './app-spaces.ts';
import { areaService } from './ground/areas/area-service.ts';
import { areasOn } from './ground/areas/area-store.ts';
import { wardFinder } from './ground/areas/ward-finder-rules.ts';
import type { AreaLookup } from './register/assets/asset-publisher.ts';
import { assetRegister } from './register/assets/asset-register.ts';
import { assetService, type AssetService } from './register/assets/asset-service.ts';
import { registerIndex } from './register/assets/register-index.ts';
import { registerSync } from './register/assets/register-sync.ts';
import { importService } from './register/imports/import-service.ts';
import { calendarsOf } from './app-calendars.ts';
import { compactService } from './groups/compact/compact-service.ts';
import { clockFrom } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { openDatabase, type Database } from './kernel/database.ts';
import { unitsOfWork } from './kernel/facts.ts';
import { newId } from './kernel/ids.ts';
import { makeLogger, type Logger } from './kernel/logging.ts';
import { photoFiles } from './kernel/photo-files.ts';
import { DatabaseSessions } from './kernel/session.ts';
import { mailService } from './ground/notifications/mail-service.ts';
import { smtp } from './ground/notifications/smtp.ts';
import { accountService } from './ground/people/account-service.ts';
import { oneTimeCodes } from './ground/people/one-time-codes.ts';
import { passkeyService } from './ground/people/passkey-service.ts';
import { peopleService } from './ground/people/people-service.ts';
import { signInService } from './ground/people/sign-in-service.ts';
import { spacesOn, type SpaceStore } from './rooms/spaces/space-store.ts';

/** How soon a change made by another process shows here, in milliseconds. */
const LOOK_FOR_CHANGES_MS = 1_000;

/** Everything that is not about HTTP: the web application, the command line and the tests are built on it. */
export function makeServices(
  config: Config,
  logger: Logger = makeLogger(config.logLevel),
  db: Database = openDatabase(config.databaseUrl),
) {
  const clock = clockFrom(config.startAt);
  const onError = (error: unknown): void => logger.error({ err: error }, 'work after a commit failed');
  const index = registerIndex();
  const sync = registerSync({ db, index, everyMs: LOOK_FOR_CHANGES_MS, onError });
  const mails = mailService({
    db,
    clock,
    newId,
    secret: config.sessionSecret,
    baseUrl: config.baseUrl,
    deliver: config.smtpUrl ? smtp({ url: config.smtpUrl, from: config.mailFrom, baseUrl: config.baseUrl }) : null,
  });
  const reactions = reactionsOfTheHouse({ clock, newId, baseUrl: config.baseUrl, mails });
  const inOneTransaction = unitsOfWork({ db, clock, newId, reactions, onError, listeners: [() => sync.refresh()] });
  const kernel = { db, clock, newId, inOneTransaction };
  const areas = areaService({ db, inOneTransaction, newId });
  const assets = assetService({ db, index, areas });
  const register = assetRegister({ lookup, clock, newId });
  const imports = importService(importDeps({ db, inOneTransaction, areas, register, clock, newId }));
  const photos = photoFiles(join(config.dataDir, 'photos'));
  const spaces = spacesOn(db);
  const people = peopleService({ ...kernel, staffPasskeys: config.staffPasskeys });
  const codes = oneTimeCodes({ db, clock, newId, secret: config.sessionSecret, perNetwork: config.codesPerNetwork });
  const signIn = signInService({
    clock,
    newId,
    inOneTransaction,
    codes,
    baseUrl: config.baseUrl,
    writeMail: mails.write,
  });
  const passkeys = passkeyService({ ...kernel, baseUrl: config.baseUrl, writeMail: mails.write });
  const account = accountService({
    db,
    clock,
    inOneTransaction,
    codes,
    people,
    baseUrl: config.baseUrl,
    writeMail: mails.write,
    keepers: personalDataKeepers(clock),
  });
  const sessionStore = new DatabaseSessions({ db, clock, newId });
  const desk = deskServices({
    config,
    ...kernel,
    areas,
    assets,
    register,
    photos,
    people,
    mails,
    reactions,
    onError,
    onCommit: () => sync.refresh(),
  });
  const groups = groupsOf({
    config,
    ...kernel,
    people,
    mails,
    areas,
    holdsOn: (trx, groupId) => hires.holdsOn(trx, groupId),
  });
  const spaceEditing = spacesOf({ ...kernel, photos, areas, people });
  const roomImports = roomImportsOf({
    config,
    ...kernel,
    areas,
    register,
    spaceEditing,
    reactions,
    onError,
    onCommit: () => sync.refresh(),
  });
  const bookings = bookingsOf(kernel, (unit, given) => hires.holdInstead(unit, given));
  const hires = hiresOf({
    ...kernel,
    baseUrl: config.baseUrl,
    onError,
    dataDir: config.dataDir,
    areas,
    steps: bookings.steps,
    people,
    mails,
  });
  const statements = statementsOf(kernel);
  const running = runningOf({ ...kernel, areas, closures: bookings.closures, spaceEditing, people, today: desk.today });
  const finding = finderOf({ config, ...kernel, areas, mails });
  const compact = compactService({ ...kernel, owners: areas.owners });
  const spaceShowing = spacePagesOf({ db, clock, areas, assets, compact });
  const benefitTests = benefitTestsOf({ config, ...kernel, people, mails, areas });
  const requests = requestsOf({
    ...kernel,
    baseUrl: config.baseUrl,
    areas,
    bookings,
    people,
    mails,
    finder: finding.finder,
    today: desk.today,
    onError,
  });
  const retention = retentionOf({
    ...kernel,
    areas,
    compact,
    photos,
    damagePhotos: photoFiles(join(config.dataDir, 'deposit-photos')),
    sessions: sessionStore,
    drafts: async (before) =>
      (await benefitTests.evidence.forgetDrafts(before)) + (await requests.drafts.forget(before)),
    papers: groups.forgetPapers,
    uploads: async (before) => (await desk.screens.forget(before)) + (await roomImports.screens.forget(before)),
  });
  const calendars = calendarsOf({
    ...kernel,
    baseUrl: config.baseUrl,
    people,
    today: desk.today,
    isPublic: publicSpaces(spaces, assets),
  });
  return {
    config,
    logger,
    db,
    clock,
    newId,
    inOneTransaction,
    index,
    sync,
    areas,
    assets,
    register,
    imports,
    photos,
    spaces,
    mails,
    people,
    signIn,
    passkeys,
    account,
    retention,
    sessionStore,
    desk,
    groups,
    benefitTests,
    compact,
    spaceEditing,
    roomImports,
    spaceShowing,
    bookings,
    hires,
    statements,
    requests,
    calendars,
    running,
    ...finding,
  };
}
export type Services = ReturnType<typeof makeServices>;

/** Whether everybody may see a space: where its asset's place is hidden, or the asset gone, nobody hears of its rooms. */
function publicSpaces(spaces: SpaceStore, assets: AssetService): (spaceId: string) => Promise<boolean> {
  return async (spaceId) => {
    const space = await spaces.byId(spaceId);
    const asset = space && (await assets.show(space.assetId).catch(() => undefined));
    return asset !== undefined && !asset.redacted;
  };
}

/** What the register asks of the areas, inside the register's own transaction. */
const lookup: AreaLookup = {
  wards: async (trx, areaId) => wardFinder(await areasOn(trx).wards(areaId)),
  districts: async (trx, areaId) =>
    new Map((await areasOn(trx).districtsOf(areaId)).map(({ district, ...point }) => [district, point])),
  postcodes: async (trx, areaId, postcodes) =>
    new Map((await areasOn(trx).postcodesOf(areaId, postcodes)).map((one) => [one.postcode, one])),
};
