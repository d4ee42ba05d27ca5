import { expect } from 'chai';
import { openDatabase, type Database } from '../../src/kernel/database.ts';
import type { Fact, NewFact } from '../../src/kernel/fact.ts';
import { verifyFacts } from '../../src/kernel/fact-chain.ts';
import { publicHistory, unitsOfWork, type FactListener, type InOneTransaction } from '../../src/kernel/facts.ts';
import { newId } from '../../src/kernel/ids.ts';
import { eachDatabase } from '../support/databases.ts';

const NOW = new Date('2027-03-03T09:00:00Z');

eachDatabase('A unit of work', (open) => {
  let db: Database;
  let other: Database;
  let told: Fact[][];
  let troubles: unknown[];

  // Facts are never removed, so each test has a database of its own.
  beforeEach(async () => {
    const url = await open();
    [db, other] = [openDatabase(url), openDatabase(url)];
    [told, troubles] = [[], []];
  });
  afterEach(() => Promise.all([db.destroy(), other.destroy()]));

  const units = (...listeners: FactListener[]): InOneTransaction => {
    let id = 0;
    return unitsOfWork({
      db,
      clock: () => NOW,
      newId: () => `id-${++id}`,
      reactions: () => [],
      listeners: [(facts) => void told.push(facts), ...listeners],
      onError: (error) => void troubles.push(error),
    });
  };

  it('stores its facts together with its work', async () => {
    const result = await units()(async ({ trx, record }) => {
      await trx('register_revision').where({ id: 1 }).update({ value: 7 });
      record(aFact({ reason: 'because', before: { name: 'Old' }, after: ['new'], publicText: 'It has a new name.' }));
      return 'done';
    });
    expect(result).to.equal('done');
    expect(await db('register_revision').first('value')).to.deep.equal({ value: 7 });
    expect(await db('facts').first()).to.deep.include({
      at: '2027-03-03T09:00:00.000Z',
      kind: 'space_changed',
      area_id: 'area-1',
      subject_kind: 'room',
      subject_id: 'room-1',
      actor: 'ann',
      reason: 'because',
      before: '{"name":"Old"}',
      after: '["new"]',
      public_text: 'It has a new name.',
    });
  });

  it('leaves neither work nor facts behind when it throws, and tells nobody', async () => {
    await db('register_revision').where({ id: 1 }).update({ value: 1 });
    const failed = await units()(async ({ trx, record }) => {
      await trx('register_revision').where({ id: 1 }).update({ value: 99 });
      record(aFact());
      throw new Error('no room');
    }).catch((error: unknown) => String(error));
    expect(failed).to.equal('Error: no room');
    expect(await db('register_revision').first('value')).to.deep.equal({ value: 1 });
    expect(await db('facts').select()).to.deep.equal([]);
    expect(told).to.deep.equal([]);
  });

  it('leaves no work behind when its facts cannot be stored', async () => {
    await db('register_revision').where({ id: 1 }).update({ value: 1 });
    const inOneTransaction = unitsOfWork({
      db,
      clock: () => NOW,
      newId: () => 'the same',
      reactions: () => [],
      listeners: [],
      onError: () => undefined,
    });
    const failed = await inOneTransaction(async ({ trx, record }) => {
      await trx('register_revision').where({ id: 1 }).update({ value: 99 });
      record(aFact(), aFact());
    }).then(
      () => 'stored',
      () => 'failed',
    );
    expect(failed).to.equal('failed');
    expect(await db('register_revision').first('value')).to.deep.equal({ value: 1 });
  });

  it('tells its listeners after the commit, when everybody can see what happened', async () => {
    const seen: number[] = [];
    const look: FactListener = async () => void seen.push((await other('facts').select()).length);
    await units(look)(async ({ record }) => record(aFact(), aFact({ subjectId: 'room-2' })));
    expect(seen).to.deep.equal([2]);
    expect(told).to.have.lengthOf(1);
    expect(told[0]?.map(({ subjectId, at }) => [subjectId, at])).to.deep.equal([
      ['room-1', '2027-03-03T09:00:00.000Z'],
      ['room-2', '2027-03-03T09:00:00.000Z'],
    ]);
  });

  it('tells nobody when nothing happened', async () => {
    await units()(() => Promise.resolve());
    expect(told).to.deep.equal([]);
  });

  it('goes on to the next listener when one fails, and reports the failure', async () => {
    let reached = false;
    const fails: FactListener = () => {
      throw new Error('no mail today');
    };
    await units(fails, () => void (reached = true))(async ({ record }) => record(aFact()));
    expect(reached).to.equal(true);
    expect(troubles.map(String)).to.deep.equal(['Error: no mail today']);
    expect(await db('facts').select()).to.have.lengthOf(1);
  });

  it('stores facts for good: nobody changes or removes one', async () => {
    await units()(async ({ record }) => record(aFact()));
    for (const change of [db('facts').update({ actor: 'bob' }), db('facts').delete()]) {
      expect(
        await change.then(
          () => 'done',
          () => 'refused',
        ),
      ).to.equal('refused');
    }
    expect((await db('facts').first()).actor).to.equal('ann');
  });

  it('keeps the chain of facts whole while many write at once', async () => {
    const clients = [db, other].map((client) =>
      unitsOfWork({
        db: client,
        clock: () => NOW,
        newId,
        reactions: () => [],
        listeners: [],
        onError: (error) => void troubles.push(error),
      }),
    );
    const write = (inOneTransaction: InOneTransaction) =>
      Array.from({ length: 10 }, () => inOneTransaction(async ({ record }) => record(aFact(), aFact())));
    await Promise.all(clients.flatMap(write));
    expect(await verifyFacts(db)).to.deep.equal({ checked: 40, brokenAt: null });
  });

  it('finds the chain whole though facts keep coming while it looks', async () => {
    const inOneTransaction = unitsOfWork({
      db: other,
      clock: () => NOW,
      newId,
      reactions: () => [],
      listeners: [],
      onError: (error) => void troubles.push(error),
    });
    let writing = true;
    const writes = (async () => {
      while (writing) await inOneTransaction(async ({ record }) => record(aFact()));
    })();
    const found = [];
    for (let look = 0; look < 20; look++) found.push((await verifyFacts(db)).brokenAt);
    writing = false;
    await writes;
    expect(new Set(found)).to.deep.equal(new Set([null]));
  });

  it('shows the public only what has public words, newest first, of one subject', async () => {
    await units()(async ({ record }) =>
      record(
        aFact({ at: '2027-01-01T00:00:00.000Z', publicText: 'First.' }),
        aFact({ at: '2027-02-01T00:00:00.000Z', publicText: 'Second.' }),
        aFact({ at: '2027-03-01T00:00:00.000Z', publicText: null, reason: 'A private reason.' }),
        aFact({ at: '2027-03-02T00:00:00.000Z', publicText: 'Elsewhere.', subjectId: 'room-2' }),
      ),
    );
    expect((await publicHistory(db, 'room', 'room-1')).map(({ text }) => text)).to.deep.equal(['Second.', 'First.']);
    expect(await publicHistory(db, 'room', 'room-1', 1)).to.have.lengthOf(1);
  });
});

function aFact(more: Partial<NewFact> = {}): NewFact {
  return { kind: 'space_changed', areaId: 'area-1', subjectKind: 'room', subjectId: 'room-1', actor: 'ann', ...more };
}
