import { expect } from 'chai';
import type { Proposal, ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import { isTaken, overlap } from '../../../src/casework/proposals/rival-rules.ts';
import { HELD_STATES, PROPOSAL_TABLE } from '../../../src/casework/proposals/proposal-table.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { randomFrom } from '../../../bench/support/random.ts';
import { eachDatabase } from '../../support/databases.ts';
import {
  aGardenGroup,
  aVerge,
  CASE_A,
  nextDay,
  onDay,
  resultPublished,
  scored,
  sent,
  signGoesUp,
  stored,
  written,
  type Verge,
} from './a-proposal.ts';

const WALKS = Number(process.env['MODEL_WALKS'] ?? 2);
const STEPS = 14;
/** Two overlap, two do not, and one overlaps with all. */
const DAYS = [
  { starts: '2027-06-01', ends: '2028-04-30' },
  { starts: '2028-04-30', ends: '2028-12-31' },
  { starts: '2028-05-01', ends: '2029-03-31' },
  { starts: '2027-06-01', ends: '2029-03-31' },
];
const MARKS = [
  CASE_A,
  CASE_A.replace('USE4', 'USE3'),
  'NEED2 BEN2 INC2 SUP4 USE3 DEL4 FIN4 GOV4 ENV4 EXIT4',
  'NEED1 BEN1 INC1 SUP1 USE1 DEL1 FIN1 GOV1 ENV1 EXIT1',
];
/** What is held or granted: the register says so. */
const HOLDS: readonly ProposalState[] = [...HELD_STATES, 'granted_for_good'];

eachDatabase('Three groups that ask for one verge, at random', (open) => {
  it(`never have it two at a time, and all come to an end (${WALKS} walks)`, async () => {
    for (let walk = 1; walk <= WALKS; walk++) await oneWalk(await open(), walk);
  });
});

async function oneWalk(url: string, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const verge = await aVerge(url);
  const groups = [
    { groupId: verge.groupId, lead: verge.lead },
    await aGardenGroup(verge.services, verge.town, 'Men’s Shed'),
    await aGardenGroup(verge.services, verge.town, 'Orchard'),
  ];
  const asked: { id: string; lead: Verge['lead'] }[] = [];
  for (const { groupId, lead } of groups)
    asked.push({ id: await written(verge, { groupId, lead, ...random.one(DAYS) }), lead });
  for (let step = 0; step < STEPS; step++) {
    const { id, lead } = random.one(asked);
    await oneAct(verge, id, lead, random.next(), random.one(MARKS)).catch(onlyRefusals);
    await invariants(verge, asked, `walk ${seed}, step ${step}`);
  }
  for (let days = 0; days < 60; days++) {
    const due = (await all(verge, asked)).flatMap(({ dueOn }) => dueOn ?? []).toSorted();
    if (due[0] === undefined) break;
    await onDay(verge, nextDay(due[0]));
    await invariants(verge, asked, `walk ${seed}, when nobody acts any more`);
  }
  for (const { state } of await all(verge, asked)) expect(PROPOSAL_TABLE[state].limit, state).to.equal(null);
  expect(verge.services.errors).to.deep.equal([]);
  await verge.services.stop();
}

/** Something that might be done with it as it stands, or a day that passes. */
async function oneAct(verge: Verge, id: string, lead: Verge['lead'], chance: number, marks: string): Promise<void> {
  const { proposals, decisions, rivals } = verge.services;
  const { state, dueOn } = await stored(verge, id);
  if (chance < 0.1) return void (await proposals.own.withdraw(lead, id, { seen: state, reason: '' }));
  if (chance < 0.15) return void (await decisions.owner.agree(verge.owner, id, { seen: state }));
  if (state === 'draft') return void (await sent(verge, id, lead));
  if (state === 'received' && chance < 0.7)
    return void (await proposals.checking.complete(verge.broker, id, { seen: state }));
  if (state === 'awaiting_sign') return signGoesUp({ ...verge, lead }, id);
  if (state === 'assessing' && chance < 0.8) {
    await scored(verge, id, marks);
    return resultPublished(verge, id);
  }
  if (state === 'choosing' && chance < 0.6)
    return void (await rivals.choose(verge.chair, id, {
      seen: state,
      reasons: 'It reaches more people who miss out.',
    }));
  if (dueOn !== null) await onDay(verge, nextDay(dueOn));
}

async function invariants(verge: Verge, asked: readonly { id: string }[], when: string): Promise<void> {
  const now = await all(verge, asked);
  const taken = now.filter(isTaken);
  for (const one of taken)
    expect(
      taken.filter((other) => overlap(one, other)),
      `${when}: two have the place for one day`,
    ).to.have.length(1);
  const holding = now.filter(({ state }) => HOLDS.includes(state)).map(({ number }) => number);
  const { held_by: heldBy, state } = await verge.services.db('assets').where({ id: verge.verge.id }).first();
  if (holding.length === 0) expect({ heldBy, state }, when).to.deep.equal({ heldBy: null, state: 'vacant' });
  else {
    expect(holding, when).to.include(heldBy);
    expect(state, when).to.equal('asked_for');
  }
}

const all = (verge: Verge, asked: readonly { id: string }[]): Promise<Proposal[]> =>
  Promise.all(asked.map(({ id }) => stored(verge, id)));

function onlyRefusals(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
