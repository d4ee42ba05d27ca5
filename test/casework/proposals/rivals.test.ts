import { expect } from 'chai';
import type { ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import { overlap, rivalAct, type Rival } from '../../../src/casework/proposals/rival-rules.ts';
import { eachDatabase } from '../../support/databases.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import {
  aGardenGroup,
  aVerge,
  CASE_A,
  mailsTo,
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

const GAP = { gap: 5 };
const aRival = (id: string, state: ProposalState, points: number | null = null): Rival => ({
  id,
  number: id,
  state,
  completeOn: '2027-03-01',
  outcome: points === null ? null : 'pass',
  benefit: points === null ? null : { points, possible: 200 },
});

describe('What becomes of several who ask for one place', () => {
  const act = (me: Rival, others: Rival[], late = false) => rivalAct(me, others, { ...GAP, late });
  const passed = (id: string, points: number, state: ProposalState = 'comparing') => aRival(id, state, points);

  it('is nothing before they are complete, until the comments of one have ended', () => {
    expect(act(aRival('b', 'received'), [aRival('a', 'commenting')])).to.equal(null);
    expect(act(aRival('b', 'received'), [aRival('a', 'assessing')])).to.equal('set_aside');
    expect(act(aRival('b', 'incomplete'), [aRival('a', 'granted_for_good')])).to.equal('set_aside');
    expect(act(aRival('b', 'commenting'), [aRival('a', 'assessing')])).to.equal(null);
  });
  it('waits where it is complete and its sign is not up by then, so that it holds nobody up', () => {
    expect(act(aRival('b', 'awaiting_sign'), [aRival('a', 'commenting')])).to.equal(null);
    expect(act(aRival('b', 'awaiting_sign'), [aRival('a', 'assessing')])).to.equal('set_aside');
  });
  it('goes by those alone that want some of the same days', () => {
    const days = (starts: string, ends: string, granted: string | null = null) => ({
      ...{ starts, ends, grantedFrom: granted && starts, grantedUntil: granted },
    });
    const summer = days('2027-05-01', '2027-08-31');
    for (const [other, does] of [
      [days('2027-08-31', '2027-12-31'), true],
      [days('2027-09-01', '2027-12-31'), false],
      [days('2027-01-01', '2027-04-30'), false],
      [days('2027-01-01', '2028-12-31'), true],
      [days('2027-01-01', '2028-12-31', '2027-04-30'), false],
    ] as const)
      expect([overlap(summer, other), overlap(other, summer)], JSON.stringify(other)).to.deep.equal([does, does]);
  });
  it('waits for everybody who was in time, then goes by benefit', () => {
    expect(act(passed('a', 160), [aRival('b', 'assessing')])).to.equal(null);
    expect(act(passed('a', 160), [passed('b', 150)])).to.equal('stand_first');
    expect(act(passed('b', 150), [passed('a', 160)])).to.equal('set_second');
    expect(act(passed('a', 160), [passed('b', 151)])).to.equal('too_close');
    expect(act(passed('b', 151), [passed('a', 160), passed('c', 100)])).to.equal('too_close');
    expect(act(passed('c', 100), [passed('a', 160), passed('b', 151)])).to.equal('set_second');
    expect(act(passed('a', 160), [])).to.equal('stand_first');
    expect(act(passed('a', 160), [aRival('b', 'assessing')], true), 'its time is up').to.equal('stand_first');
  });
  it('leaves close ones time to share, then to the panel, then to the clock', () => {
    expect(act(passed('a', 160, 'sharing'), [passed('b', 155, 'sharing')])).to.equal(null);
    expect(act(passed('a', 160, 'sharing'), [passed('b', 155, 'sharing')], true)).to.equal('to_chair');
    expect(act(passed('a', 160, 'sharing'), [passed('b', 155, 'choosing')], true)).to.equal('to_chair');
    expect(act(passed('a', 160, 'choosing'), [passed('b', 155, 'choosing')])).to.equal(null);
    expect(act(passed('a', 160, 'choosing'), [passed('b', 155, 'choosing')], true)).to.equal('stand_first');
    expect(act(passed('b', 155, 'choosing'), [passed('a', 160, 'window')])).to.equal('set_second');
    expect(act(passed('a', 160, 'sharing'), [])).to.equal('stand_first');
  });
  it('frees the best that waits when the first falls, and ends the others when it stands', () => {
    const [second, third] = [passed('b', 150, 'waiting'), passed('c', 140, 'waiting')];
    const late = aRival('d', 'waiting');
    expect(act(second, [third, late, aRival('a', 'granted')])).to.equal(null);
    expect(act(second, [third, late])).to.equal('go_on_passed');
    expect(act(third, [second, late])).to.equal(null);
    expect(act(late, [second])).to.equal(null);
    expect(act(late, [])).to.equal('go_on');
    expect(act(second, [aRival('a', 'granted_for_good')])).to.equal('beaten');
    expect(act(late, [aRival('a', 'granted_for_good')])).to.equal('place_gone');
  });
});

eachDatabase('Two groups that ask for one verge', (open) => {
  let verge: Verge;
  let shed: Awaited<ReturnType<typeof aGardenGroup>>;
  let first: string;
  let second: string;
  beforeEach(async () => {
    verge = await aVerge(await open());
    shed = await aGardenGroup(verge.services, verge.town, 'Men’s Shed');
    first = await commentedFor(verge.lead, verge.groupId);
    second = await commentedFor(shed.lead, shed.groupId);
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const state = async (id: string): Promise<ProposalState> => (await stored(verge, id)).state;
  const states = async () => [await state(first), await state(second)];
  async function held(): Promise<{ by: string | null; state: string }> {
    const { held_by: by, state: now } = await verge.services.db('assets').where({ id: verge.verge.id }).first();
    return { by, state: now };
  }

  async function commentedFor(lead: Verge['lead'], groupId: string): Promise<string> {
    const id = await written(verge, { lead, groupId });
    await sent(verge, id, lead);
    await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    await signGoesUp({ ...verge, lead }, id);
    return id;
  }
  async function result(id: string, marks = CASE_A): Promise<void> {
    await scored(verge, id, marks);
    await resultPublished(verge, id);
  }
  const commentsEnd = async () => onDay(verge, nextDay((await stored(verge, first)).commentsUntil ?? ''));
  const WEAKER = 'NEED2 BEN2 INC2 SUP4 USE3 DEL4 FIN4 GOV4 ENV4 EXIT4';

  it('are compared when both have passed; the second waits, and moves up when the first is taken back', async () => {
    await commentsEnd();
    await result(first);
    expect(await states()).to.deep.equal(['comparing', 'assessing']);
    await result(second, WEAKER);
    expect(await states()).to.deep.equal(['window', 'waiting']);
    expect(await mailsTo(verge, shed.lead.email ?? '')).to.include('proposal_stands_second_group');
    expect(await mailsTo(verge, verge.owner.email ?? '')).to.include('proposal_stands_first_owner');
    expect((await held()).by).to.equal((await stored(verge, first)).number);
    await verge.services.proposals.own.withdraw(verge.lead, first, { seen: 'window', reason: '' });
    expect(await states()).to.deep.equal(['withdrawn', 'window']);
    const { dueOn, number } = await stored(verge, second);
    expect((await held()).by).to.equal(number);
    await onDay(verge, nextDay(dueOn ?? ''));
    expect(await state(second)).to.equal('granted');
  });

  it('end with R7 for the second when the first is granted for good, and the owner may not grant both', async () => {
    await commentsEnd();
    await result(second, WEAKER);
    await verge.services.decisions.owner.agree(verge.owner, first, { seen: 'assessing' });
    expect(await states()).to.deep.equal(['granted', 'waiting']);
    const both = verge.services.decisions.owner.agree(verge.owner, second, { seen: 'waiting' });
    expect((await refusalOf(both)).status).to.equal(409);
    await onDay(verge, nextDay((await stored(verge, first)).dueOn ?? ''));
    expect(await states()).to.deep.equal(['granted_for_good', 'refused']);
    expect((await stored(verge, second)).reasons)
      .to.include('R7')
      .and.to.include('greater benefit');
  });

  it('may share when they are close, then the panel has time, then the greater benefit goes first', async () => {
    await commentsEnd();
    await result(first);
    await result(second, CASE_A.replace('USE4', 'USE3'));
    expect(await states()).to.deep.equal(['sharing', 'sharing']);
    await onDay(verge, nextDay((await stored(verge, first)).dueOn ?? ''));
    expect(await states()).to.deep.equal(['choosing', 'choosing']);
    await onDay(verge, nextDay((await stored(verge, first)).dueOn ?? ''));
    expect(await states()).to.deep.equal(['window', 'waiting']);
  });

  it('that want other days each have their own time and their own yes, and the place is held until the last is over', async () => {
    const orchard = await aGardenGroup(verge.services, verge.town, 'Orchard');
    await commentsEnd();
    const later = await written(verge, { ...orchard, starts: '2028-06-01', ends: '2028-12-31' });
    await sent(verge, later, orchard.lead);
    await verge.services.proposals.checking.complete(verge.broker, later, { seen: 'received' });
    expect(await state(later)).to.equal('awaiting_sign');
    await signGoesUp({ ...verge, lead: orchard.lead }, later);
    await result(first);
    await result(second, WEAKER);
    await onDay(verge, nextDay((await stored(verge, later)).commentsUntil ?? ''));
    await result(later, WEAKER);
    expect([...(await states()), await state(later)]).to.deep.equal(['granted', 'waiting', 'window']);
    await verge.services.decisions.owner.agree(verge.owner, later, { seen: 'window' });
    expect(await state(later)).to.equal('granted');
    await onDay(verge, '2027-05-03');
    expect([...(await states()), await state(later)]).to.deep.equal([
      'granted_for_good',
      'refused',
      'granted_for_good',
    ]);
    expect((await held()).by).to.equal((await stored(verge, first)).number);
  });

  it('do not wait for one that is complete and never puts up its sign', async () => {
    const orchard = await aGardenGroup(verge.services, verge.town, 'Orchard');
    const third = await written(verge, orchard);
    await onDay(verge, '2027-03-19');
    await sent(verge, third, orchard.lead);
    await verge.services.proposals.checking.complete(verge.broker, third, { seen: 'received' });
    await commentsEnd();
    expect(await state(third)).to.equal('waiting');
    await result(first);
    await result(second, WEAKER);
    expect(await states()).to.deep.equal(['window', 'waiting']);
  });

  it('keep a pause that stands when one comes among others, and none begins there', async () => {
    await commentsEnd();
    const { pauses } = verge.services;
    await pauses.pause(verge.broker, first, 'court', { seen: 'assessing', reason: 'An order of the county court.' });
    await result(first);
    const { pausedBy, pausedUntil, state: now } = await stored(verge, first);
    expect([now, pausedBy, pausedUntil]).to.deep.equal(['comparing', 'court', '2027-04-22']);
    await result(second);
    expect((await stored(verge, first)).pausedBy).to.equal('court');
    expect(await states()).to.deep.equal(['sharing', 'sharing']);
    const begun = pauses.pause(shed.lead, second, 'wish', { seen: 'sharing', reason: 'We are away.' });
    expect((await refusalOf(begun)).status).to.equal(409);
  });

  it('let a third one that was not complete in time wait, and begin anew when both are gone', async () => {
    const orchard = await aGardenGroup(verge.services, verge.town, 'Orchard');
    const third = await written(verge, { lead: orchard.lead, groupId: orchard.groupId });
    await onDay(verge, '2027-03-15');
    await sent(verge, third, orchard.lead);
    await commentsEnd();
    expect(await state(third)).to.equal('waiting');
    const fourth = await written(verge, { lead: orchard.lead, groupId: shed.groupId }).catch(() => null);
    if (fourth) expect((await refusalOf(sent(verge, fourth, shed.lead))).status).to.equal(409);
    await verge.services.proposals.own.withdraw(verge.lead, first, { seen: 'assessing', reason: '' });
    expect(await state(third)).to.equal('waiting');
    await verge.services.proposals.own.withdraw(shed.lead, second, { seen: 'assessing', reason: '' });
    expect(await state(third)).to.equal('received');
    expect((await held()).by).to.equal(null);
    expect((await held()).state).to.equal('vacant');
  });
});
