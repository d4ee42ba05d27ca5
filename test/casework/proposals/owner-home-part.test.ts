import { expect } from 'chai';
import { ownerProposalsPart } from '../../../client/casework/proposals/proposal-places-view.ts';
import type { ProposalLine } from '../../../src/casework/proposals/proposal-page-contract.ts';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import { htmlOf } from '../../../src/kernel/html-text.ts';

describe('Proposals on an owner’s home', () => {
  const line = (id: string, turn: Party) =>
    ({
      id,
      place: id,
      group: 'Growers',
      number: id,
      standing: { stage: '', steps: [{ kind: 'x', turn, next: 'go on', by: null }] },
    }) as unknown as ProposalLine;

  it('have first what waits for the owner', () => {
    const part = ownerProposalsPart([line('scored', 'scorers'), line('mine', 'owner')]);
    expect(htmlOf(part as Parameters<typeof htmlOf>[0])).to.match(/mine.*scored/s);
  });
});
