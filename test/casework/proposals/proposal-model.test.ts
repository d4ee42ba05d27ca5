import { expect } from 'chai';
import type { Proposal, ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import { dueOf } from '../../../src/casework/proposals/proposal-due-rules.ts';
import { pausesOn } from '../../../src/casework/pauses/pause-store.ts';
import { PAUSE_TABLE } from '../../../src/casework/pauses/pause-table.ts';
import { proposalsOn } from '../../../src/casework/proposals/proposal-store.ts';
import { HELD_STATES, PROPOSAL_TABLE } from '../../../src/casework/proposals/proposal-table.ts';
import { actsOf, after as leadsTo, isEnd } from '../../../src/ground/cases/transition-rules.ts';
import type { Mover } from '../../../src/ground/cases/transition-contract.ts';
import { daysAfter } from '../../../src/kernel/clock.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anAsset, found } from '../../support/domain.ts';
import { counted, onSheets, opened, type Closed } from '../petitions/a-petition.ts';
import { aPerson, aVerge, onDay, stored, written, type Verge } from './a-proposal.ts';
import { DEEDS, DOERS, type Doer } from './proposal-deeds.ts';

/** `MODEL_WALKS=2000 npx mocha test/casework/proposals/proposal-model.test.ts` walks more. */
const WALKS = Number(process.env['MODEL_WALKS'] ?? 14);
const STEPS = 26;
/** Each walk lets some years go by, and days end in 2199. */
const WALKS_OF_A_CENTURY = 30;
/** So often neighbours have signed. */
const PETITION_EVERY = 6;
const ENOUGH_SIGN = 100;
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

eachDatabase('Proposals for land and buildings, by chance', (open) => {
  let verge: Verge;
  before(begin);
  after(() => verge.services.stop());

  async function begin(): Promise<void> {
    verge = await aVerge(await open());
    // A building asks for three who answer for the group.
    await aPerson(verge.services, 'third@example.org', [['group_deputy', 'group', verge.groupId]]);
  }

  it('go only where the table leads, grant nothing before a pass or a yes, and end with any role silent', async function () {
    this.timeout(6_000_000);
    const seen = new Set<ProposalState>();
    for (let walk = 0; walk < WALKS; walk++) {
      if (walk > 0 && walk % WALKS_OF_A_CENTURY === 0) {
        await verge.services.stop();
        await begin();
      }
      const pick = chances(walk * 7919 + 1);
      const silent = DOERS[walk % (DOERS.length + 1)];
      const place = await aPlace(walk);
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

  /** A verge, a closed building, or one for which neighbours have signed. */
  async function aPlace(walk: number): Promise<Asset> {
    const kind = walk % 2 === 0 ? 'land' : 'building';
    const place = await anAsset(verge.services, verge.town, { name: `Place ${walk}`, kind, state: 'vacant' });
    if (walk % PETITION_EVERY === 1) {
      const closed: Closed = { ...verge, building: place.id, clerks: [verge.clerk, verge.chair, verge.clerk] };
      const id = await opened(closed);
      await onSheets(closed, id, ENOUGH_SIGN);
      await counted(closed, id);
    }
    return place;
  }

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

  /** No silent yes without a pass of the test, nor for a building without its neighbours, nor before it was heard; no no without a ground or a test that was not passed. */
  async function granted({ state, grantKind, outcome, silenceGrants, hearing, reasons, id }: Proposal): Promise<void> {
    if (state === 'granted_for_good' && grantKind === 'by_default') {
      expect([outcome, silenceGrants], id).to.deep.equal(['pass', true]);
      expect(hearing === 'needed', id).to.equal(false);
    }
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
