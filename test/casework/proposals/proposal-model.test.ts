import { expect } from 'chai';
import type { Proposal, ProposalAct, ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import { dueOf } from '../../../src/casework/proposals/proposal-due-rules.ts';
import { pausesOn } from '../../../src/casework/pauses/pause-store.ts';
import { PAUSE_TABLE } from '../../../src/casework/pauses/pause-table.ts';
import { proposalsOn } from '../../../src/casework/proposals/proposal-store.ts';
import { HELD_STATES, PROPOSAL_TABLE } from '../../../src/casework/proposals/proposal-table.ts';
import { actsOf, after as leadsTo, isEnd } from '../../../src/ground/cases/transition-rules.ts';
import type { Mover } from '../../../src/ground/cases/transition-contract.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { daysAfter } from '../../../src/kernel/clock.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import { A_RECORD, A_SIGNING, decides, files, groundsOf } from '../decisions/a-decision.ts';
import {
  aVerge,
  CASE_A,
  onDay,
  resultPublished,
  scored,
  sent,
  signGoesUp,
  stored,
  written,
  type Verge,
} from './a-proposal.ts';

/** `MODEL_WALKS=2000 npx mocha test/casework/proposals/proposal-model.test.ts` walks more. */
const WALKS = Number(process.env['MODEL_WALKS'] ?? 14);
const STEPS = 22;
const WEAK = CASE_A.replaceAll(/[34]/g, '1');
const NEARLY = CASE_A.replace('USE4', 'USE0');
type Doer =
  | 'group_lead'
  | 'owner_representative'
  | 'broker'
  | 'scorer'
  | 'decision_officer'
  | 'monitoring_officer'
  | 'ward_councillor'
  | 'hearing_chair'
  | 'review_panel';
type Deed = {
  act: ProposalAct | 'score' | 'sign' | 'pause';
  by: Doer;
  done(verge: Verge, now: Proposal, pick: (below: number) => number): Promise<unknown>;
};

/** What people do; what only the clock does is missing. */
const DEEDS: readonly Deed[] = [
  { act: 'send', by: 'group_lead', done: (verge, { id }) => sent(verge, id) },
  { act: 'send_missing', by: 'group_lead', done: (verge, { id }) => sent(verge, id) },
  { act: 'send_improved', by: 'group_lead', done: (verge, { id }) => sent(verge, id) },
  {
    act: 'withdraw',
    by: 'group_lead',
    done: ({ services, lead }, { id, state: seen }) => services.proposals.own.withdraw(lead, id, { seen, reason: '' }),
  },
  { act: 'sign_up', by: 'group_lead', done: (verge, { id }) => signGoesUp(verge, id) },
  {
    act: 'complete',
    by: 'broker',
    done: ({ services, broker }, { id, state: seen }) => services.proposals.checking.complete(broker, id, { seen }),
  },
  {
    act: 'ask_missing',
    by: 'broker',
    done: ({ services, broker }, { id, state: seen }) =>
      services.proposals.checking.askMissing(broker, id, { seen, missing: 'A plan of the beds.' }),
  },
  {
    act: 'score',
    by: 'scorer',
    async done(verge, { id }, pick) {
      const marks = found([CASE_A, CASE_A, NEARLY, WEAK][pick(4)]);
      await scored(verge, id, marks, pick(3) === 0 ? verge.scorers.slice(0, 1) : verge.scorers);
      if (pick(2) === 0) await resultPublished(verge, id);
    },
  },
  {
    act: 'agree',
    by: 'owner_representative',
    done: ({ services, owner }, { id, state: seen }) => services.decisions.owner.agree(owner, id, { seen }),
  },
  {
    act: 'extend',
    by: 'owner_representative',
    done: ({ services, owner }, { id, state: seen }) =>
      services.decisions.owner.extend(owner, id, { seen, days: 30, reason: 'A survey is under way.' }),
  },
  { act: 'file', by: 'owner_representative', done: (verge, { id }) => files(verge, id) },
  { act: 'show_danger', by: 'owner_representative', done: (verge, { id }) => files(verge, id) },
  {
    act: 'pause',
    by: 'broker',
    done: (verge, now, pick) =>
      pick(2) === 0
        ? verge.services.pauses.askCorrection(verge.broker, now.id, { seen: now.state, reason: 'A day is wrong.' })
        : paused(verge, now, pick(2) === 0 ? 'advert' : 'court', verge.broker),
  },
  {
    act: 'pause',
    by: 'group_lead',
    done: (verge, now, pick) => (pick(2) === 0 ? resumed(verge, now) : paused(verge, now, 'wish', verge.lead)),
  },
  {
    act: 'pause',
    by: 'decision_officer',
    done: ({ services, decider }, { id, state: seen }) =>
      services.pauses.stop.ask(decider, id, { seen, code: 'danger', reason: 'A gas pipe lies open.' }),
  },
  {
    act: 'pause',
    by: 'monitoring_officer',
    async done({ services, monitor }, { id }) {
      await services.pauses.stop.confirm(monitor, id, { pause: await lastPause(services, id) });
    },
  },
  { act: 'accept', by: 'decision_officer', done: (verge, { id }) => decided(verge, id, 'yes') },
  { act: 'turn_back', by: 'decision_officer', done: (verge, { id }) => decided(verge, id, 'no') },
  { act: 'accept', by: 'monitoring_officer', done: (verge, { id }) => decided(verge, id, 'yes', verge.monitor) },
  {
    act: 'sign',
    by: 'decision_officer',
    done: ({ services, decider }, { id, state: seen }) =>
      services.decisions.signing.sign(decider, id, { ...A_SIGNING, seen }),
  },
  {
    act: 'call_in',
    by: 'ward_councillor',
    async done({ services, councillors }, { id, state: seen }) {
      for (const one of councillors)
        await services.decisions.callingIn.callIn(one, id, { seen, reason: 'The pavement is narrow.' });
    },
  },
  {
    act: 'uphold',
    by: 'hearing_chair',
    done: ({ services, chair }, { id, state: seen }) =>
      services.decisions.callingIn.hear(chair, id, { ...A_RECORD, seen, stands: 'yes' }),
  },
  {
    act: 'ask_review',
    by: 'group_lead',
    done: ({ services, lead }, { id, state: seen }) =>
      services.decisions.reviewing.askReview(lead, id, { seen, reason: 'The ground does not hold.' }),
  },
  {
    act: 'review_grants',
    by: 'review_panel',
    done: ({ services, reviewer }, { id, state: seen }) =>
      services.decisions.reviewing.review(reviewer, id, { ...A_RECORD, seen, grants: 'yes', reviewer: '' }),
  },
  {
    act: 'review_confirms',
    by: 'review_panel',
    done: ({ services, reviewer }, { id, state: seen }) =>
      services.decisions.reviewing.review(reviewer, id, { ...A_RECORD, seen, grants: 'no', reviewer: '' }),
  },
];
const DOERS = [...new Set(DEEDS.map(({ by }) => by))];

const paused = ({ services }: Verge, { id, state: seen }: Proposal, kind: 'wish' | 'advert' | 'court', who: Who) =>
  services.pauses.pause(who, id, kind, { seen, reason: 'There is a reason.' });
const lastPause = async ({ db }: Verge['services'], id: string): Promise<string> =>
  (await pausesOn(db).of(id)).at(-1)?.id ?? 'none';
/** The group answers, or says that the clock goes on, whichever it was. */
async function resumed({ services, lead }: Verge, { id, pausedBy }: Proposal): Promise<unknown> {
  const pause = await lastPause(services, id);
  return pausedBy === 'wish'
    ? services.pauses.lift(lead, id, { pause }, ['wish'])
    : services.pauses.answer(lead, id, { pause, answer: 'It is right now.' });
}

/** There may be no ground to decide on. */
async function decided(verge: Verge, id: string, holds: 'yes' | 'no', who?: Who): Promise<unknown> {
  if (!(await groundsOf(verge, id)).some(({ state }) => state === 'waiting'))
    throw new Problem(409, 'Nothing to decide', 'No ground waits.');
  return decides(verge, id, holds, who);
}

/** Numbers by chance that are the same each time (mulberry32). */
function chances(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

eachDatabase('Proposals for land, by chance', (open) => {
  let verge: Verge;
  before(async () => (verge = await aVerge(await open())));
  after(() => verge.services.stop());

  it('go only where the table leads, grant nothing before a pass or a yes, and end with any role silent', async function () {
    this.timeout(6_000_000);
    const seen = new Set<ProposalState>();
    for (let walk = 0; walk < WALKS; walk++) {
      const pick = chances(walk * 7919 + 1);
      const silent = DOERS[walk % (DOERS.length + 1)];
      const place = await anAsset(verge.services, verge.town, { name: `Verge ${walk}` });
      await timePasses(3);
      const today = verge.clock.now().toISOString().slice(0, 10);
      const id = await written(verge, { assetId: place.id, starts: daysAfter(today, 90), ends: daysAfter(today, 400) });
      let now = await stored(verge, id);
      for (let step = 0; step < STEPS && now.endedOn === null; step++) {
        await (pick(5) === 0 ? timePasses(pick(20)) : tried(now, silent, pick));
        const next = await stored(verge, id);
        await check(now, next);
        now = next;
        seen.add(next.state);
      }
      await timePasses(1_200);
      // A grant that the clock made late gives councillors their days.
      await timePasses(30);
      const over = await stored(verge, id);
      expect(isEnd(PROPOSAL_TABLE, over.state), `walk ${walk}, ${silent ?? 'nobody'} silent: ${over.state}`).to.equal(
        true,
      );
      expect([over.dueOn, over.endedOn === null]).to.deep.equal([null, false]);
      seen.add(over.state);
      await granted(over);
    }
    expect(seen.size, [...seen].join()).to.be.greaterThan(12);
    expect(verge.services.errors).to.deep.equal([]);
  });

  /** Somebody does something that is open to them, mostly; sometimes anything at all. */
  async function tried(now: Proposal, silent: Doer | undefined, pick: (below: number) => number): Promise<void> {
    const talking = DEEDS.filter(({ by }) => by !== silent);
    const mayPause = pick(3) === 0;
    const open = talking.filter(({ act, by }) =>
      act === 'pause'
        ? mayPause
        : act === 'score' ||
          act === 'sign' ||
          (act !== 'withdraw' && leadsTo(PROPOSAL_TABLE, now.state, act, by) !== null),
    );
    const from = pick(6) === 0 || open.length === 0 ? talking : open;
    const deed = found(from[pick(from.length)]);
    const done = await deed.done(verge, now, pick).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
        return false;
      },
    );
    const next = await stored(verge, now.id);
    if (!done && deed.act !== 'score')
      expect(next.state, `${deed.by} tried ${deed.act} in ${now.state}`).to.equal(now.state);
  }

  async function timePasses(days: number): Promise<void> {
    await onDay(verge, daysAfter(verge.clock.now().toISOString().slice(0, 10), days));
  }

  async function check(before: Proposal, now: Proposal): Promise<void> {
    expect(now.stateOn >= before.stateOn, `${before.stateOn} → ${now.stateOn}`).to.equal(true);
    if (before.state !== now.state) expect(reachable(before.state), before.state).to.include(now.state);
    const counting = await verge.services.proposals.steps.countingFor(verge.services.db, now);
    expect(dueOf(now, counting)?.due ?? null, `${now.state} since ${now.stateOn}`).to.equal(now.dueOn);
    const holding = await proposalsOn(verge.services.db).holding(now.assetId);
    expect(holding.map(({ id }) => id)).to.deep.equal(HELD_STATES.includes(now.state) ? [now.id] : []);
    const standing = (await pausesOn(verge.services.db).of(now.id)).filter((one) => one.begins && !one.endedOn);
    expect([now.pausedBy, now.pausedUntil]).to.deep.equal([standing[0]?.kind ?? null, standing[0]?.until ?? null]);
    expect(standing.length, 'one pause at a time').to.be.lessThan(2);
    for (const { kind } of standing) expect(PAUSE_TABLE[kind].states, kind).to.include(now.state);
    const place = await verge.services.register.record(verge.services.db, now.assetId);
    const held = HELD_STATES.includes(now.state) || now.state === 'granted_for_good';
    expect(place?.heldBy, now.state).to.equal(held ? now.number : null);
  }

  /** No yes without a pass of the test or the owner’s own word; no no without a ground or a test that was not passed. */
  async function granted({ state, grantKind, outcome, reasons, id }: Proposal): Promise<void> {
    if (state === 'granted_for_good' && grantKind === 'by_default') expect(outcome, id).to.equal('pass');
    if (state === 'granted_for_good') expect(grantKind).not.to.equal(null);
    if (state === 'refused_for_good') expect(reasons, id).not.to.equal('');
  }

  /** States that some act leads to, and the clock after it: it may take several steps at once. */
  function reachable(from: ProposalState): ProposalState[] {
    const movers: Mover[] = ['clock', 'group_lead', ...DOERS];
    const reached = new Set<ProposalState>([from]);
    for (const state of reached)
      for (const by of movers)
        for (const act of actsOf(PROPOSAL_TABLE, state, by)) {
          const to = leadsTo(PROPOSAL_TABLE, state, act, by);
          if (to && (by === 'clock' || state === from)) reached.add(to);
        }
    return [...reached];
  }
});
