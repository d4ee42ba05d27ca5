import { expect } from 'chai';
import { openDatabase, type Database } from '../../src/kernel/database.ts';
import type { FactKind, NewFact } from '../../src/kernel/fact.ts';
import { unitsOfWork, type InOneTransaction } from '../../src/kernel/facts.ts';
import { newId } from '../../src/kernel/ids.ts';
import { nothingFollows, together, type Reaction, type ReactionTable } from '../../src/kernel/reactions.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase('What follows from a fact', (open) => {
  let db: Database;
  let listened: string[][];

  beforeEach(async () => {
    db = openDatabase(await open());
    listened = [];
  });
  afterEach(() => db.destroy());

  const units = (table: ReactionTable): InOneTransaction =>
    unitsOfWork({
      db,
      clock: () => new Date('2027-03-03T09:00:00Z'),
      newId,
      reactions: (kind) => table[kind] ?? [],
      listeners: [(facts) => void listened.push(facts.map(({ kind }) => kind))],
      onError: (error) => {
        throw error;
      },
    });
  const kinds = async (): Promise<string[]> => db('facts').orderBy('seq').pluck('kind');
  const counts: Reaction = async ({ trx }) => void (await trx('register_revision').increment('value', 1));
  const records =
    (kind: FactKind): Reaction =>
    ({ record }) =>
      Promise.resolve(record(aFact(kind)));

  it('happens in its transaction, and what it records leads on in the order of recording', async () => {
    await units({
      group_created: [records('group_changed'), counts],
      group_changed: [records('letter_printed')],
      letter_printed: [counts],
    })(async ({ record }) => record(aFact('group_created'), aFact('letter_printed')));
    const all = ['group_created', 'letter_printed', 'group_changed', 'letter_printed'];
    expect([await kinds(), listened]).to.deep.equal([all, [all]]);
    expect(Number((await db('register_revision').first('value')).value)).to.equal(3);
  });

  it('takes the act with it when it fails', async () => {
    const failed = await units({ group_created: [counts, () => Promise.reject(new Error('no ink'))] })(
      async ({ record }) => record(aFact('group_created')),
    ).catch((error: unknown) => String(error));
    expect([failed, await kinds(), listened]).to.deep.equal(['Error: no ink', [], []]);
    expect(Number((await db('register_revision').first('value')).value)).to.equal(0);
  });

  it('ends when it goes round', async () => {
    const failed = await units({
      group_created: [records('group_changed')],
      group_changed: [records('group_created')],
    })(async ({ record }) => record(aFact('group_created'))).catch((error: unknown) => String(error));
    expect(failed).to.match(/Facts go round: group_(created|changed) follows from itself/);
    expect(await kinds()).to.deep.equal([]);
  });

  it('is put together from what several features do, in their order', () => {
    const [one, two] = [records('letter_printed'), counts];
    const all = together({ group_created: [one] }, nothingFollows('group_changed'), { group_created: [two] });
    expect(all).to.deep.equal({ group_created: [one, two], group_changed: [] });
  });
});

const aFact = (kind: FactKind): NewFact => ({ kind, subjectKind: 'group', subjectId: 'group-1', actor: 'ann' });
