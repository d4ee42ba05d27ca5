import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import type { Proposal, ProposalAct } from './proposal-contract.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import { proposalsOn } from './proposal-store.ts';
import { comparedWords, hasRivals, overlap, rivalAct, type Rival } from './rival-rules.ts';

type Deps = Pick<ProposalSteppingDeps, 'tests'> & {
  termsFor(db: Db, proposal: Proposal): Promise<CaseTerms>;
};
/** What becomes of a proposal among others, and what everybody reads of it. */
export type RivalStep = { act: ProposalAct; fields: Partial<Proposal>; more: string };

/** Proposals for one place, read as they are in the transaction in hand. */
export function rivalSettling({ tests, termsFor }: Deps) {
  return { others, hasOthers, stepOf };

  /** All others for some of the same days of its place that stand, or that hold it for good. */
  async function others(db: Db, proposal: Proposal, on: Day): Promise<Rival[]> {
    const rows = (await proposalsOn(db).standingFor(proposal.assetId, on)).filter(
      (one) => one.id !== proposal.id && overlap(one, proposal),
    );
    return Promise.all(rows.map((one) => rivalOf(db, one)));
  }

  async function hasOthers(db: Db, proposal: Proposal, on: Day): Promise<boolean> {
    return hasRivals(await others(db, proposal, on));
  }

  /** @param late its time is up @returns null where it goes on as it is */
  async function stepOf(
    { trx }: UnitOfWork,
    proposal: Proposal,
    { on, late }: { on: Day; late: boolean },
  ): Promise<RivalStep | null> {
    const rivals = await others(trx, proposal, on);
    const me = await rivalOf(trx, proposal);
    const { rivals_close_points: gap } = await termsFor(trx, proposal);
    const act = rivalAct(me, rivals, { gap, late });
    if (act === null) return null;
    const words = comparedWords(me, rivals);
    return { act, more: words, fields: fieldsOf(act, on, words) };
  }

  async function rivalOf(db: Db, proposal: Proposal): Promise<Rival> {
    const { id, number, state, completeOn, outcome } = proposal;
    const result = outcome === 'pass' ? await tests.resultOf(db, { kind: 'proposal', id }) : null;
    return { id, number, state, completeOn, outcome, benefit: result?.benefit ?? null };
  }
}

function fieldsOf(act: ProposalAct, on: Day, words: string): Partial<Proposal> {
  if (act === 'stand_first' || act === 'go_on_passed') return { resultOn: on };
  if (act === 'beaten')
    return {
      decidedOn: on,
      reasons:
        `Another community proposal for this place showed greater benefit, and was granted (ground R7). ${words}`.trim(),
    };
  return {};
}
export type RivalSettling = ReturnType<typeof rivalSettling>;
