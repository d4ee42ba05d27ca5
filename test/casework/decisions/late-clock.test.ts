import { expect } from 'chai';
import type { ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import type { Day } from '../../../src/kernel/recurrence-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import {
  aVerge,
  nextDay,
  proposalIn,
  resultPublished,
  scored,
  stored,
  CASE_A,
  type Verge,
} from '../proposals/a-proposal.ts';
import { decides, files } from './a-decision.ts';

/** What stood still for three days comes up again in two places at once. */
const DAYS_DOWN = 3;
const CASE_A2 = CASE_A.replace('USE4', 'USE0');

/**
 * Every step of silence, taken three days late by two sets of services on one database at the same moment: the case is where it would
 * have been, every day is the one that was due, and nothing happens twice.
 */
eachDatabase('A clock that stood for three days over the day of each silent step', (open) => {
  let verge: Verge;
  let other: TestServices;
  let id: string;
  beforeEach(async () => {
    const url = await open();
    verge = await aVerge(url);
    other = await someServices(url, { clock: verge.clock.now });
  });
  afterEach(async () => {
    expect([...verge.services.errors, ...other.errors]).to.deep.equal([]);
    await other.stop();
    await verge.services.stop();
  });

  it('counts what nobody looked through as complete, and closes what got no sign', async () => {
    id = await proposalIn(verge, 'received');
    await late('awaiting_sign', 'proposal_deemed_complete');
    expect(await stored(verge, id)).to.include({ completeOn: '2027-03-15', dueOn: '2027-04-14' });
    await late('closed', 'proposal_closed');
  });

  it('ends comments, and passes on what nobody scores', async () => {
    id = await proposalIn(verge, 'commenting');
    await late('assessing', 'proposal_comments_ended');
    expect(await stored(verge, id)).to.include({ commentsUntil: '2027-03-22', dueOn: '2027-03-31' });
    await late('reserve', 'proposal_to_reserve');
    await late('panel', 'proposal_to_panel');
    await late('unassessed', 'proposal_unassessed');
  });

  it('publishes what one scorer found, as of the last day for it, and grants by default from there', async () => {
    id = await proposalIn(verge, 'assessing');
    await scored(verge, id, CASE_A, [verge.scorers[0]]);
    await late('window', 'proposal_passed');
    expect(await stored(verge, id)).to.include({ resultOn: '2027-03-31', provisional: true, dueOn: '2027-04-14' });
    await late('granted', 'proposal_granted_by_default');
    expect(await stored(verge, id)).to.include({ decidedOn: '2027-04-14' });
    const certificates = await verge.services.db('proposal_certificates').where({ proposal_id: id });
    expect(certificates.map(({ due_on: due }) => due)).to.deep.equal(['2027-04-14']);
    await late('granted_for_good', 'proposal_grant_stood');
  });

  it('refuses what nobody improves', async () => {
    id = await proposalIn(verge, 'improving', CASE_A2);
    await late('refused', 'proposal_failed');
    await late('refused_for_good', 'proposal_refusal_stood');
  });

  it('takes a ground on to the monitoring officer, lets it stand, and brings a review that is late to its end', async () => {
    id = await proposalIn(verge, 'window');
    await files(verge, id);
    await late('filed_late', 'proposal_filing_late');
    await late('refused', 'proposal_filing_stood');
    const reason = 'Nobody looked.';
    await verge.services.decisions.reviewing.askReview(verge.lead, id, { seen: 'refused', reason });
    await late('external_review', 'proposal_to_external');
    await late('refused_for_good', 'proposal_refusal_stood');
  });

  it('grants on the day on which a ground was turned back, and lets a call-in fall that nobody hears', async () => {
    id = await proposalIn(verge, 'assessing');
    await scored(verge, id);
    await resultPublished(verge, id);
    await files(verge, id);
    await decides(verge, id, 'no');
    await late('granted', 'proposal_granted_by_default');
    const { callingIn } = verge.services.decisions;
    for (const one of verge.councillors) await callingIn.callIn(one, id, { seen: 'granted', reason: 'The sightline.' });
    await late('granted_for_good', 'proposal_grant_stood');
  });

  /** Lets the day of the state pass, stays away for three more, and comes back twice at once. */
  async function late(to: ProposalState, kind: string): Promise<void> {
    const { services, clock } = verge;
    const due = found((await stored(verge, id)).dueOn);
    const before = { facts: await factsOf(), mails: (await services.mails.latest(1000)).length };
    const today = daysOn(due, DAYS_DOWN);
    clock.goTo(`${today}T08:00:00Z`);
    await Promise.all([services.proposals.runDue(), other.proposals.runDue()]);
    const now = await stored(verge, id);
    // A grant gives councillors all their days from the one before it was made; everything else goes on from the day that was due.
    const from = to === 'granted' ? daysOn(due, DAYS_DOWN - 1) : due;
    expect([now.state, now.stateOn]).to.deep.equal([to, from]);
    expect(now.endedOn).to.equal(now.dueOn === null ? due : null);
    const news = (await factsOf()).slice(before.facts.length);
    expect(news.filter((one) => one.kind === kind).map(({ on }) => on)).to.deep.equal([due]);
    const kinds = news.map((one) => one.kind);
    expect(kinds).to.deep.equal([...new Set(kinds)]);
    const mails = (await services.mails.latest(1000)).slice(0, -before.mails || undefined);
    const told = mails.map((mail) => `${mail.kind} ${mail.to}`);
    expect(told).to.deep.equal([...new Set(told)]);
    expect(
      told.some((one) => one.includes('lead.verge')),
      `${kind}: the group is told`,
    ).to.equal(true);
  }

  async function factsOf(): Promise<{ kind: string; on: Day | null }[]> {
    const rows = await verge.services.db('facts').where({ subject_kind: 'proposal', subject_id: id }).orderBy('id');
    return rows.map(({ kind, after }) => ({
      kind,
      on: ((typeof after === 'string' ? JSON.parse(after) : after) as { on?: Day } | null)?.on ?? null,
    }));
  }
});

function daysOn(day: Day, count: number): Day {
  return count === 0 ? day : daysOn(nextDay(day), count - 1);
}
