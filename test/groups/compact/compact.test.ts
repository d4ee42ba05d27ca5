import { expect } from 'chai';
import { DEFAULT_ROOM_TERMS } from '../../../src/groups/compact/compact-contract.ts';
import { aDesk, someoneWith, words, type Desk } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { anOwner } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { TODAY } from '../../support/server.ts';

eachDatabase('The compact', (open) => {
  let desk: Desk;
  let admin: Visitor;
  before(async () => {
    desk = await aDesk(await open());
    admin = await someoneWith(desk.server, 'admin@example.org', [['area_administrator', 'area', desk.town.area.id]]);
  });
  after(() => desk.server.stop());

  const join = (owner: string, fields: Record<string, string> = {}): Promise<Response> =>
    admin.post('/desk/compact?area=testborough', {
      owner,
      minute_ref: 'Cabinet, 3 March 2026, minute 41',
      officer: 'Head of Property',
      from: '2027-01-01',
      until: '',
      ...fields,
    });
  const inForce = async (owner: string, day: string): Promise<boolean> =>
    (await desk.server.compact.inForce([owner], day)).has(owner);

  it('is joined by a recorded decision, from a day on, and everybody can read it', async () => {
    const { owner } = desk.town;
    expect((await join(owner.id)).status).to.equal(303);
    expect([
      await inForce(owner.id, '2026-12-31'),
      await inForce(owner.id, '2027-01-01'),
      await inForce(owner.id, '2031-01-01'),
    ]).to.deep.equal([false, true, true]);
    const page = await words(await fetch(`${desk.server.url}/compact`));
    expect(page)
      .to.include('Testborough Council')
      .and.to.include('minute 41')
      .and.to.include('The owner answers within 5 working days.');
    const [fact] = await desk.server.db('facts').where({ kind: 'compact_joined' });
    expect(fact.public_text).to.equal('Testborough Council joined the compact: Cabinet, 3 March 2026, minute 41.');
  });

  it('is joined once at a time, also by two who record at once', async () => {
    const owner = await anOwner(desk.server, desk.town.area, 'Harbour Homes');
    const replies = await Promise.all(Array.from({ length: 4 }, () => join(owner.id)));
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([303, 409, 409, 409]);
    const page = await join(owner.id);
    expect(await words(page)).to.include('Harbour Homes has joined for some of these days already.');
  });

  it('ends with a reason after today, and can be joined again later', async () => {
    const owner = await anOwner(desk.server, desk.town.area, 'Dale School');
    await join(owner.id);
    const id = (await desk.server.compact.inForce([owner.id], TODAY)).get(owner.id)?.id ?? '';
    expect((await admin.post(`/desk/compact/${id}/end?area=testborough`, { reason: '' })).status).to.equal(400);
    expect(
      (await admin.post(`/desk/compact/${id}/end?area=testborough`, { reason: 'The governors decided so.' })).status,
    ).to.equal(303);
    expect([await inForce(owner.id, TODAY), await inForce(owner.id, '2027-03-04')]).to.deep.equal([true, false]);
    expect((await admin.post(`/desk/compact/${id}/end?area=testborough`, { reason: 'Again.' })).status).to.equal(409);
    expect((await join(owner.id, { from: '2027-04-01' })).status).to.equal(303);
  });

  it('is not recorded from what is wrong, and nothing typed is lost', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ minute_ref: '' }, 'Say where the decision is recorded'],
      [{ officer: '' }, 'Name the officer'],
      [{ from: '2027-02-30' }, 'There is no such date'],
      [{ until: '2026-01-01' }, 'Give a last day that is not before the first'],
      [{ owner: 'nobody' }, 'Choose an owner of this area'],
      [{ minute_ref: 'x'.repeat(201) }, 'Shorten the reference'],
    ];
    for (const [fields, says] of wrong) {
      const reply = await join(desk.town.owner.id, { officer: 'Keeper of Keys', ...fields });
      const text = await reply.text();
      expect([fields, reply.status]).to.deep.equal([fields, 400]);
      expect(text)
        .to.include(says)
        .and.to.include(fields['officer'] ?? 'Keeper of Keys');
    }
  });

  it('has terms for rooms that an area adopts from a day on, and keeps the earlier ones for their days', async () => {
    const { id } = desk.town.area;
    const { most_deposit_pence: _, ...others } = DEFAULT_ROOM_TERMS;
    const fields = {
      ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
      most_deposit: '£50.00',
    };
    expect(await words(await admin.get('/desk/compact/terms?area=testborough'))).to.match(
      /Highest deposit, in pounds[\s\S]*name="most_deposit" type="text" value="50"/,
    );
    expect(
      (
        await admin.post('/desk/compact/terms?area=testborough', {
          ...fields,
          owner_answers_wd: '8',
          minute_ref: 'Minute 50',
          from: '2027-04-01',
        })
      ).status,
    ).to.equal(303);
    expect((await desk.server.compact.termsOn(id, '2027-03-31')).terms).to.deep.equal(DEFAULT_ROOM_TERMS);
    expect(await desk.server.compact.termsOn(id, '2027-04-01')).to.deep.equal({
      terms: { ...DEFAULT_ROOM_TERMS, owner_answers_wd: 8 },
      from: '2027-04-01',
      minuteRef: 'Minute 50',
    });
    for (const typed of ['5,000', '20.5', 'fifty', '-1', '1e3', '', '10001']) {
      const reply = await admin.post('/desk/compact/terms?area=testborough', {
        ...fields,
        most_deposit: typed,
        minute_ref: 'Minute 51',
        from: '2027-04-01',
      });
      expect(reply.status, typed).to.equal(400);
      expect(await words(reply)).to.include('Give the highest deposit');
    }
    const refused = await admin.post('/desk/compact/terms?area=testborough', {
      ...fields,
      most_options: '0',
      owner_answers_wd: 'soon',
      minute_ref: 'Minute 51',
      from: '2027-04-01',
    });
    expect(refused.status).to.equal(400);
    expect(await words(refused))
      .to.include('Give the most rooms in one request as 1 or more.')
      .and.to.include('Give the owner’s time to answer as a whole number of days.');
  });

  it('is read by brokers, recorded by administrators only', async () => {
    expect(await words(await desk.broker.get('/desk/compact?area=testborough')))
      .to.include('Owners who have joined')
      .and.not.to.include('Record that an owner joins');
    expect((await desk.broker.post('/desk/compact?area=testborough', {})).status).to.equal(404);
  });
});
