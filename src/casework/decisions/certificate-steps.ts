import { randomInt } from 'node:crypto';
import { percentWords } from '../../groups/benefit-test/result-words.ts';
import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { ROLES } from '../../ground/people/role-contract.ts';
import { daysAfter, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { addWorkingDays, type DaysOff } from '../../kernel/working-days.ts';
import type { CertificateGround, CertificatePause, CertificateWarning } from '../papers/certificate-contract.ts';
import type { PublicPause } from '../pauses/pause-contract.ts';
import { PAUSE_WORDS } from '../pauses/pause-words.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { certificatesOn, type KeptFacts } from './certificate-store.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { groundsOn } from './ground-store.ts';
import { GROUND_STATE_WORDS, GROUND_WORDS } from './ground-words.ts';
import { warningsTold } from './warning-service.ts';

type Deps = Pick<DecisionDeps, 'mailStates'> & {
  clock: Clock;
  newId: NewId;
  byId(db: Db, id: string): Promise<Proposal | undefined>;
  placeName(db: Db, assetId: string): Promise<string>;
  /** Who asks, by proposal. */
  askersOf(db: Db, proposals: readonly Proposal[]): Promise<ReadonlyMap<string, string>>;
  area(db: Db, id: string): Promise<Area | undefined>;
  owners(db: Db): Promise<Owner[]>;
  result(db: Db, proposalId: string): Promise<ExplainedResult | null>;
  pauses(db: Db, proposalId: string): Promise<PublicPause[]>;
  bankHolidays(db: Db, areaId: string): Promise<DaysOff>;
  todayIn(db: Db, areaId: string): Promise<Day>;
};

/** Working days in which an owner may show that a ground had been filed in time (casework reference, second part, section 5). */
const FINAL_AFTER_WD = 3;
/** Signs that nobody takes for one another when a code is read aloud or typed from paper. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

/** Makes the certificate of a grant by silence, with all that is known at that moment. Of one case there is one. */
export function certificateMaking(deps: Deps) {
  return async ({ trx }: UnitOfWork, proposalId: string): Promise<void> => {
    const proposal = await deps.byId(trx, proposalId);
    if (!proposal || proposal.grantKind !== 'by_default') return;
    if (await certificatesOn(trx).ofProposal(proposalId)) return;
    const code = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    const facts = await factsOf(deps, trx, proposal, code);
    if (facts)
      await certificatesOn(trx).add({
        id: deps.newId(),
        proposalId,
        code,
        dueOn: facts.dueOn,
        madeAt: facts.madeAt,
        facts,
      });
  };
}

/** "7K2M-9PQR-4XYZ": as it is read aloud. */
const codeWords = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

async function factsOf(deps: Deps, db: Db, proposal: Proposal, code: string): Promise<KeptFacts | null> {
  const { id, areaId, number, use, starts, ends, completeOn, resultOn, decidedOn } = proposal;
  const area = await deps.area(db, areaId);
  const askers = (await deps.askersOf(db, [proposal])).get(id);
  const result = await deps.result(db, id);
  if (!area || askers === undefined || !result || !starts || !ends || !completeOn || !resultOn || !decidedOn)
    return null;
  const owner = (await deps.owners(db)).find((one) => one.id === proposal.ownerId);
  // Silence grants as a day ends, so that it is made on the next at the earliest.
  const yesterday = daysAfter(await deps.todayIn(db, areaId), -1);
  const finalFrom = yesterday > decidedOn ? yesterday : decidedOn;
  return {
    number,
    checkCode: codeWords(code),
    areaName: area.name,
    placeName: await deps.placeName(db, proposal.assetId),
    owner: owner?.name ?? '',
    groupName: askers,
    use,
    from: starts,
    until: ends,
    completeOn,
    resultOn,
    outcomePoints: result.points,
    outcomePossible: result.possible,
    percentWords: percentWords(result),
    passMark: result.passMark,
    criteriaVersion: result.version,
    pauses: (await deps.pauses(db, id)).flatMap(pauseIn),
    warnings: await warningsIn(deps, db, id),
    grounds: await groundsIn(db, id),
    conditions: result.gates.flatMap(({ question, beforeStart, note }) =>
      beforeStart === null
        ? []
        : [[`To be shown before the start: ${question} ${beforeStart}`, note ?? ''].join(' ').trim()],
    ),
    dueOn: decidedOn,
    madeAt: deps.clock().toISOString(),
    timeZone: area.timeZone,
    finalOn: addWorkingDays(finalFrom, FINAL_AFTER_WD, await deps.bankHolidays(db, areaId)),
  };
}

async function warningsIn({ mailStates }: Deps, db: Db, proposalId: string): Promise<CertificateWarning[]> {
  return (await warningsTold(db, proposalId, mailStates)).flatMap(({ sentOn, daysBefore, mails }) =>
    sentOn === null
      ? []
      : mails.map(({ toRole, taken }) => ({ on: sentOn, days: daysBefore, to: ROLES[toRole].words, taken })),
  );
}

/** One for which the clock stood still; what was only asked for took no day. */
const pauseIn = ({ kind, begins, endedOn, until, reason }: PublicPause): CertificatePause[] =>
  begins === null ? [] : [{ what: PAUSE_WORDS[kind].name, from: begins, until: endedOn ?? until, why: reason }];

const groundsIn = async (db: Db, proposalId: string): Promise<CertificateGround[]> =>
  (await groundsOn(db).of(proposalId)).map(({ ground, filedOn, state, why }) => ({
    ground: `${ground}: ${GROUND_WORDS[ground].name}`,
    filedOn,
    why: [GROUND_STATE_WORDS[state], why].filter((words) => words !== '').join(' '),
  }));
