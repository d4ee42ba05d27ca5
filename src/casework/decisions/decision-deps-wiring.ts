import { join } from 'node:path';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { after } from '../../ground/cases/transition-rules.ts';
import { mailsOn } from '../../ground/notifications/mail-store.ts';
import { documentFiles } from '../../groups/groups/document-files.ts';
import type { BeforeWriting, Kernel } from '../../kernel/wing.ts';
import { caseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import { askersReading } from '../proposals/askers-reading.ts';
import { mustBeAsSeen } from '../proposals/proposal-acting-rules.ts';
import { proposalReads } from '../proposals/proposal-deps-wiring.ts';
import { dueOf } from '../proposals/proposal-due-rules.ts';
import { placeOf } from '../proposals/proposal-scene-service.ts';
import { proposalSteps, type ProposalSteps } from '../proposals/proposal-steps.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { PROPOSAL_TABLE } from '../proposals/proposal-table.ts';
import { certificateMaking } from './certificate-steps.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { warningPlanning } from './warning-planning-steps.ts';

const mailStates: DecisionDeps['mailStates'] = (db, keys) => mailsOn(db).statesOf(keys);

/** All that decisions need. */
export function decisionDeps(kernel: Kernel, steps: ProposalSteps): DecisionDeps {
  const { config } = kernel;
  return {
    ...kernel,
    steps: {
      ...steps,
      dueOf,
      mustBeAsSeen,
      leadsTo: (state, act, by) => after(PROPOSAL_TABLE, state, act, by),
    },
    files: documentFiles(join(config.dataDir, 'grounds')),
    proposals: {
      byId: (db, id) => proposalsOn(db).byId(id),
      byNumber: (db, areaId, number) => proposalsOn(db).byNumber(areaId, number),
      stageOf: (state) => PROPOSAL_TABLE[state].stage,
    },
    areas: areaPorts,
    tests: caseTestPorts(kernel),
    mailStates,
    baseUrl: config.baseUrl,
  };
}

/** What follows from facts needs, before anything can be written. */
export function decisionReads(before: BeforeWriting) {
  const { clock, newId } = before;
  const reads = proposalReads(before);
  const steps = proposalSteps(reads);
  const byId: DecisionDeps['proposals']['byId'] = (db, id) => proposalsOn(db).byId(id);
  const { countingFor, todayIn } = steps;
  return {
    plan: warningPlanning({
      ...{ newId, byId, countingFor, todayIn },
      inCompact: reads.inCompact,
      officesShut: areaPorts.daysOff,
    }),
    certify: certificateMaking({
      ...{ clock, newId, byId, todayIn, mailStates },
      placeName: async (db, assetId) => placeOf((await reads.shown(db, assetId)) ?? null).place,
      askersOf: askersReading(reads),
      area: areaPorts.byId,
      owners: areaPorts.owners,
      result: (db, id) => reads.tests.resultOf(db, { kind: 'proposal', id }),
      bankHolidays: areaPorts.bankHolidays,
      pauses: async (db, id) => (await reads.pauses.read(db, id)).told,
    }),
  };
}
