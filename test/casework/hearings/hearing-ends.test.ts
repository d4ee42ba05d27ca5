import { expect } from 'chai';
import { hearingReactions } from '../../../src/casework/hearings/hearing-reactions.ts';
import { partOf } from '../../../src/casework/minutes/minutes-part-rules.ts';
import { ACT_FACTS } from '../../../src/casework/proposals/proposal-facts.ts';
import { HEARING } from '../../../src/casework/proposals/proposal-hearing-table.ts';
import type { Right, Who } from '../../../src/ground/people/role-contract.ts';

describe('A hearing that is called', () => {
  it('is off, or not held, after every act that ends its case before: none leaves it behind', () => {
    const goesOn = ['hearing_called', 'hearing_due', 'hearing_held'];
    const ends = Object.entries(HEARING.hearing_called.acts).filter(([, { to }]) => !goesOn.includes(to));
    expect(ends.map(([act]) => act)).to.include.members(['agree', 'withdraw', 'to_papers']);
    const known = Object.keys(hearingReactions({ clock: () => new Date() }));
    for (const [act] of ends) expect(known, act).to.include(ACT_FACTS[act as keyof typeof ACT_FACTS]);
  });
});

describe('Whoever corrects minutes', () => {
  const thing = { areaId: 'area', groupId: 'group', ownerId: 'owner', assetId: 'asset' };
  const who = (...rights: Partial<Right>[]): Who => ({
    ...{ personId: '1', name: '', email: null, provedAt: '', withPasskey: false },
    rights: rights as Right[],
  });
  it('is told as what they took part, of this case and not of another', () => {
    expect(partOf(who({ role: 'group_lead', scopeId: 'group' }), thing)).to.equal('group');
    expect(partOf(who({ role: 'owner_representative', scopeId: 'owner' }), thing)).to.equal('owner');
    expect(partOf(who({ role: 'owner_representative', scopeId: 'asset' }), thing)).to.equal('owner');
    const elsewhere = who(
      { role: 'owner_representative', scopeId: 'other' },
      { role: 'panel_member', scopeId: 'area' },
    );
    expect(partOf(elsewhere, thing)).to.equal('officer');
  });
});
