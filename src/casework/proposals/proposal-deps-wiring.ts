import { join } from 'node:path';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { casePorts } from '../../ground/cases/case-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { caseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import { compactOn } from '../../groups/compact/compact-store.ts';
import { peopleIn } from '../../groups/groups/group-ports.ts';
import { groupsOn } from '../../groups/groups/group-store.ts';
import { photoFiles } from '../../kernel/photo-files.ts';
import type { BeforeWriting, Kernel } from '../../kernel/wing.ts';
import { shownAsset, shownAssets } from '../../register/assets/asset-ports.ts';
import { planDraft } from '../budgets/budget-reading-service.ts';
import { commentsOn } from '../comments/comment-store.ts';
import { groundsOn } from '../decisions/ground-store.ts';
import { pauseSteps } from '../pauses/pause-steps.ts';
import type { EnquiryServices } from '../enquiries/enquiry-services.ts';
import { enquiriesOn } from '../enquiries/enquiry-store.ts';
import { partnersOn } from '../partners/partner-store.ts';
import { petitionsOn } from '../petitions/petition-store.ts';
import { caseTermPorts } from '../terms/case-term-ports.ts';
import { placeHolding } from './place-holding-wiring.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { signPhotosOn } from './sign-photo-store.ts';

/** What proposals need of the rest of the house to read, also where things follow from facts. */
export function proposalReads({ clock, newId, db }: BeforeWriting) {
  return {
    clock,
    areas: areaPorts,
    termsOn: caseTermPorts.on,
    joinedOf: async (on, ids, day) => new Set((await compactOn(on).inForce(ids, day)).keys()),
    inCompact: async (on, ownerId, day) => (await compactOn(on).inForce([ownerId], day)).has(ownerId),
    tests: caseTestPorts({ clock, newId, db }),
    pauses: pauseSteps,
    place: placeHolding({ clock, newId }),
    ownerSought: async (on, assetId) => {
      const newest = await enquiriesOn(on).newestOf(assetId);
      return newest !== undefined && newest.ownerId === null && newest.endedOn === null;
    },
    groundWaits: (on, id) => groundsOn(on).waits(id),
    partners: {
      waitFor: (on, id) => partnersOn(on).waitFor(id),
      joined: (on, ids) => partnersOn(on).joined(ids),
    },
    petitions: {
      byId: (on, id) => petitionsOn(on).byId(id),
      isEnough: (on, groupId, assetId) => petitionsOn(on).isEnough(groupId, assetId),
    },
    objections: async (on, id) => (await commentsOn(on).countsOf(id)).against,
    signIsUp: (on, id) => signPhotosOn(on).isThere(id),
    shown: shownAsset,
    shownAll: shownAssets,
    groups: {
      byId: (on, id) => groupsOn(on).byId(id),
      byIds: (on, ids) => groupsOn(on).byIds([...ids]),
      people: peopleIn,
    },
  } satisfies Partial<ProposalDeps>;
}
/** What the newest question whose a place is came to. */
export const outcomeOf: ProposalDeps['enquiries']['outcomeOf'] = async (db, assetId) =>
  (await enquiriesOn(db).newestOf(assetId)) ?? null;

/** By when some questions are answered. */
export const daysOf: ProposalDeps['enquiries']['daysOf'] = (db, ids) => enquiriesOn(db).daysOf(ids);

/** All that proposals need. */
export function proposalDeps(kernel: Kernel, enquiries: Pick<EnquiryServices, 'beginFor'>): ProposalDeps {
  const { config } = kernel;
  return {
    ...kernel,
    ...proposalReads(kernel),
    baseUrl: config.baseUrl,
    photos: photoFiles(join(config.dataDir, 'sign-photos')),
    caseNumber: casePorts.number,
    people: peoplePorts,
    plans: { drafted: planDraft },
    enquiries: {
      outcomeOf,
      daysOf,
      begin: async (unit, assetId, asking) =>
        (await enquiries.beginFor(unit, assetId, { ...asking, brought: null })).enquiry,
    },
  };
}
