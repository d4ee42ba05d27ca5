import { join } from 'node:path';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { areasOn } from '../../ground/areas/area-store.ts';
import { casePorts } from '../../ground/cases/case-ports.ts';
import type { MailService } from '../../ground/notifications/mail-service.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { documentFiles } from '../../groups/groups/document-files.ts';
import { groupPorts, peopleIn } from '../../groups/groups/group-ports.ts';
import { groupsOn } from '../../groups/groups/group-store.ts';
import type { BeforeWriting, Kernel } from '../../kernel/wing.ts';
import { shownAsset } from '../../register/assets/asset-ports.ts';
import { isBeforeOwnersTime } from '../proposals/proposal-signed-rules.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { caseTermPorts } from '../terms/case-term-ports.ts';
import type { PetitionDeps, PetitionTellingDeps } from './petition-deps.ts';

/** What petitions need to be taken on and to be told of; also where it follows from facts. */
export function petitionReads(before: BeforeWriting, { mails }: { mails: MailService }): PetitionTellingDeps {
  const { clock, config } = before;
  return {
    clock,
    baseUrl: config.baseUrl,
    areas: {
      ...areaPorts,
      wards: (db, areaId) => areasOn(db).wards(areaId),
      postcodes: (db, areaId, postcodes) => areasOn(db).postcodesOf(areaId, postcodes),
      somePostcode: (db, areaId) => areasOn(db).somePostcode(areaId),
    },
    termsOn: caseTermPorts.on,
    shown: shownAsset,
    proposals: {
      lockPlace: (db, assetId) => proposalsOn(db).lockPlace(assetId),
      byId: (db, id) => proposalsOn(db).byId(id),
      openOf: async (db, groupId, assetId) =>
        (await proposalsOn(db).openFor(assetId)).find((one) => one.groupId === groupId),
      isBeforeOwnersTime,
    },
    groups: { byId: (db, id) => groupsOn(db).byId(id), people: peopleIn },
    holders: peoplePorts.holders,
    tell: groupPorts(before, { mails }).tell,
  };
}

/** All that petitions need. */
export function petitionDeps(kernel: Kernel, { mails }: { mails: MailService }): PetitionDeps {
  const { config } = kernel;
  return {
    ...kernel,
    ...petitionReads(kernel, { mails }),
    secret: config.sessionSecret,
    caseNumber: casePorts.number,
    writeMail: (db, mail) => mails.write(db, mail),
    scans: documentFiles(join(config.dataDir, 'petition-sheets')),
  };
}
