import { expect } from 'chai';
import type { DeskAsked, DeskShow } from '../../../src/casework/proposals/desk-list-contract.ts';
import { deskDays, filterFor } from '../../../src/casework/proposals/desk-list-rules.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset } from '../../support/domain.ts';
import { aGardenGroup, aVerge, onDay, sent, stored, written, type Verge } from './a-proposal.ts';

describe('What the desk looks for', () => {
  // Good Friday 2027 is 26 March.
  const days = deskDays('2027-03-22', new Set(['2027-03-26', '2027-03-29']));
  const states = (show: DeskShow, turn: DeskAsked['turn'] = null) => filterFor({ show, turn }, days).names;

  it('counts ten working days until silence, without bank holidays', () =>
    expect(days).to.deep.equal({
      today: '2027-03-22',
      silenceBy: '2027-04-07',
      since15: '2027-03-07',
      since30: '2027-02-20',
    }));
  it('waits for a broker once both have scored it, whoever was to score it', () => {
    expect(states('all', 'broker')).to.include('stand').and.not.to.include('differ');
    expect(states('all', 'scorers')).to.include('differ').and.not.to.include('stand');
  });
  it('is late where another role has it because one did not act', () =>
    expect(states('late')).to.deep.equal(['reserve', 'panel', 'on_papers', 'filed_late', 'external_review']));
  it('is of a turn only what waits for it', () => {
    expect(states('late', 'panel')).to.include('panel').and.not.to.include('reserve');
    expect(states('silence', 'broker')).to.deep.equal([]);
    expect(states('all')).not.to.include('draft').and.not.to.include('granted_for_good');
  });
});

eachDatabase('The desk’s list of proposals', (open) => {
  let verge: Verge;
  const PLACES = 43;
  const ALL: DeskAsked = { turn: null, show: 'all', sort: 'due' };
  before(async () => {
    verge = await aVerge(await open());
    const { services, town } = verge;
    for (let at = 0; at < PLACES; at += 5) {
      const group = await aGardenGroup(services, town, `Gardeners ${at}`);
      for (let nth = at; nth < Math.min(PLACES, at + 5); nth++) {
        const place = await anAsset(services, town, { name: `Verge ${nth}` });
        await sent(verge, await written(verge, { ...group, assetId: place.id }), group.lead);
      }
    }
  });
  after(() => verge.services.stop());
  const { page, counts } = {
    page: (asked: Partial<DeskAsked>, after: readonly [string, string] | null = null) =>
      verge.services.proposals.desk.page(verge.town.area, { ...ALL, ...asked }, after),
    counts: () => verge.services.proposals.desk.counts(verge.town.area),
  };

  it('is forty a page, each once', async () => {
    const first = await page({});
    expect(first.lines).to.have.length(40);
    const rest = await page({}, first.next);
    expect(rest.next).to.equal(null);
    expect(new Set([...first.lines, ...rest.lines].map(({ id }) => id)).size).to.equal(PLACES);
  });

  it('knows what is due today and what a group has had for long', async () => {
    expect((await counts()).shows).to.deep.equal({
      all: PLACES,
      today: 0,
      late: 0,
      silence: 0,
      group_15: 0,
      group_30: 0,
    });
    // Ten working days after 1 March nobody has looked: on the last of them all are due.
    await onDay(verge, '2027-03-15');
    expect((await counts()).shows.today).to.equal(PLACES);
    expect((await page({ show: 'today', turn: 'broker' })).lines).to.have.length(40);
    // Deemed complete, the groups have twenty working days for the sign.
    await onDay(verge, '2027-04-01');
    expect(await counts()).to.deep.include({ byTurn: [{ turn: 'group', count: PLACES }] });
    expect((await counts()).shows).to.include({ group_15: PLACES, group_30: 0, today: 0 });
    expect((await page({ show: 'group_15', sort: 'longest' })).lines[0]?.state).to.equal('awaiting_sign');
  });

  it('counts how long a group has been waited for since its clock stands still, not since its state began', async () => {
    const { services, broker, lead } = verge;
    const one = (await page({ turn: 'group' })).lines[0]?.id ?? '';
    const theirs = await stored(verge, one);
    const by = theirs.groupId === verge.groupId ? lead : { ...broker };
    await services.pauses.pause(by, one, 'wish', { seen: 'awaiting_sign', reason: 'We are away.' });
    expect((await counts()).shows).to.include({ group_15: PLACES - 1, group_30: 0 });
    await onDay(verge, '2027-04-20');
    expect((await counts()).shows.group_15).to.equal(1);
    expect((await page({ show: 'group_15' })).lines.map(({ id }) => id)).to.deep.equal([one]);
  });
});
