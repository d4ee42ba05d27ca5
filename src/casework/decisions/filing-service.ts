import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';
import { certificatesOn } from './certificate-store.ts';
import { moverFor } from './deciding-rules.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { AFTER_GRANT, isStopped, WAITS_IN } from './filing-rules.ts';
import { filingScene } from './filing-scene.ts';
import { GROUNDS, type Filing, type Ground, type GroundFile } from './ground-contract.ts';
import { freeTime, groundMistakes } from './ground-rules.ts';
import { groundsOn } from './ground-store.ts';

/** A second one may come while the first is looked at, as long as the owner’s time would have run. */
const A_SECOND_IN: readonly ProposalState[] = ['filed', 'filed_late'];
/** More than anybody needs to say no. */
const MOST_GROUNDS = 12;

/** Showing a ground: with what it demands, its evidence, who wrote that and of which day it is. */
export function filing(deps: DecisionDeps) {
  const { inOneTransaction, files, steps, newId } = deps;
  return {
    /** The same sending twice is one. @throws Problem 400 that says what a ground demands, 409 after the day */
    async file(who: Who, id: string, given: Filing, upload: Upload | undefined): Promise<Proposal> {
      return withPaper(upload, (unit, file) => show(unit, who, id, given, file));
    },

    /** After silence has granted: a ground had reached us in time, on paper for instance, and nobody had typed it in. */
    async proveFiled(who: Who, id: string, given: Filing, upload: Upload | undefined): Promise<Proposal> {
      return withPaper(upload, (unit, file) => prove(unit, who, id, given, file));
    },
  };

  async function show(unit: UnitOfWork, who: Who, id: string, given: Filing, file: GroundFile | null) {
    const { proposal, today } = await steps.locked(unit, id);
    if (await isThere(unit, id, given)) return proposal;
    steps.mustBeAsSeen(proposal, given.seen);
    const { state } = proposal;
    const stopped = isStopped(proposal);
    if (stopped && !AFTER_GRANT.some((code) => code === given.ground))
      throw invalid([
        { field: 'ground', message: 'It is granted, and stopped for a danger: only R3 or R1 can be shown now.' },
      ]);
    if (state !== 'window' && !stopped && !WAITS_IN.includes(state) && !(await stillRuns(unit, proposal, today)))
      throw conflict('The time to show a ground is over. Look at the page of the proposal: it says where it stands.');
    const ground = await made(unit, who, proposal, given, file, today, false);
    const more = toldOf(ground);
    const act = stopped ? 'show_danger' : 'file';
    if (state === 'window' || stopped)
      return steps.move(unit, proposal, act, {
        by: moverFor(steps, who, proposal, act),
        actor: who.personId,
        on: today,
        more,
      });
    unit.record({
      kind: 'ground_shown',
      areaId: proposal.areaId,
      subjectKind: 'proposal',
      subjectId: id,
      actor: who.personId,
      reason: more,
      after: { groundId: ground.id },
      publicText: `The owner has shown a ground for saying no. ${more}`,
    });
    return proposal;
  }

  async function prove(unit: UnitOfWork, who: Who, id: string, given: Filing, file: GroundFile | null) {
    const { proposal, today } = await steps.locked(unit, id);
    if (await isThere(unit, id, given)) return proposal;
    steps.mustBeAsSeen(proposal, given.seen);
    const certificate = await certificatesOn(unit.trx).ofProposal(id);
    if (proposal.grantKind !== 'by_default' || !certificate)
      throw conflict('This was not granted by silence, so there is nothing to show for it.');
    const { finalOn } = certificate.facts;
    if (today > finalOn) throw conflict('The days in which this could be shown are over.');
    const on = given.received_on;
    if (on === undefined || on > certificate.dueOn)
      throw invalid([
        {
          field: 'received_on',
          message: 'Enter the day on which it had reached us: no later than the day on which silence granted.',
        },
      ]);
    const ground = await made(unit, who, proposal, given, file, on, true);
    return steps.move(unit, proposal, 'prove_filed', {
      by: moverFor(steps, who, proposal, 'prove_filed'),
      actor: who.personId,
      on: today,
      // The grant rests until it is decided; silence grants it anew where the ground does not hold.
      fields: { decidedOn: null, grantKind: null, grantedFrom: null, grantedUntil: null },
      more: toldOf(ground),
    });
  }

  /** @throws Problem 400 */
  async function made(
    unit: UnitOfWork,
    who: Who,
    proposal: Proposal,
    given: Filing,
    file: GroundFile | null,
    on: Day,
    proven: boolean,
  ): Promise<Ground> {
    const scene = await filingScene(deps, unit.trx, proposal, given, on);
    const mistakes = groundMistakes(given, scene, file !== null);
    const code = GROUNDS.find((one) => one === given.ground);
    if (mistakes.length > 0 || !code) throw invalid(mistakes);
    if ((await groundsOn(unit.trx).of(proposal.id)).length >= MOST_GROUNDS)
      throw conflict(`${MOST_GROUNDS} grounds have been shown in this case. That is enough.`);
    const ground = { ...groundOf(given, code, proposal, on), id: newId(), file, filedBy: who.personId, proven };
    await groundsOn(unit.trx).add({ ...ground, submission: given.submission ?? ground.id });
    return { ...ground, submission: given.submission ?? ground.id };
  }

  /** Until the end of the day on which silence would have granted. */
  async function stillRuns({ trx }: UnitOfWork, proposal: Proposal, today: Day): Promise<boolean> {
    if (!A_SECOND_IN.includes(proposal.state)) return false;
    const due = steps.dueOf({ ...proposal, state: 'window' }, await steps.countingFor(trx, proposal));
    return due !== null && today <= due.due;
  }

  async function isThere({ trx }: UnitOfWork, id: string, { submission }: Filing): Promise<boolean> {
    return submission !== undefined && (await groundsOn(trx).of(id)).some((one) => one.submission === submission);
  }

  /** Keeps the paper, and takes it away again where nothing came of it or the same sending had brought it before. */
  async function withPaper(
    upload: Upload | undefined,
    work: (unit: UnitOfWork, file: GroundFile | null) => Promise<Proposal>,
  ): Promise<Proposal> {
    const kept = upload ? await files.keep(upload.path) : null;
    const file = kept && { name: kept.fileName, mediaType: kept.mediaType, bytes: kept.bytes, sha256: kept.sha256 };
    const drop = async (): Promise<void> => (file ? files.remove(file.name) : undefined);
    try {
      return await inOneTransaction(async (unit) => {
        const proposal = await work(unit, file);
        const used = file && (await groundsOn(unit.trx).of(proposal.id)).some((one) => one.file?.name === file.name);
        if (!used) await drop();
        return proposal;
      });
    } catch (error) {
      await drop();
      throw error;
    }
  }
}

function groundOf(
  given: Filing,
  ground: Ground['ground'],
  proposal: Proposal,
  on: Day,
): Omit<Ground, 'id' | 'file' | 'filedBy' | 'proven' | 'submission'> {
  const { statement, evidence, author, dated = on } = given;
  const free = ground === 'R2' && given.other_from ? freeTime(proposal, given.other_from, on) : null;
  const only = (of: Ground['ground'], words: string): string => (ground === of ? words : '');
  return {
    proposalId: proposal.id,
    ground,
    ...{ statement, evidence, author, dated },
    law: only('R1', given.law),
    authority: only('R2', given.authority),
    budget: only('R2', given.budget),
    otherFrom: ground === 'R2' ? (given.other_from ?? null) : null,
    gate: only('R5', given.gate),
    otherCase: ground === 'R7' || ground === 'R8' ? given.other_case.toUpperCase() : '',
    costPounds: ground === 'R9' ? (given.cost_pounds ?? null) : null,
    shorterFrom: free?.from ?? null,
    shorterUntil: free?.until ?? null,
    state: 'waiting',
    filedOn: on,
    decidedBy: null,
    decidedOn: null,
    why: '',
  };
}

const toldOf = ({ ground, statement }: Ground): string => `${ground}: ${statement}`;
