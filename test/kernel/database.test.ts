import { expect } from 'chai';
import { openDatabase } from '../../src/kernel/database.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase('The database', (open) => {
  it('answers', async () => {
    const db = openDatabase(await open());
    expect(await db('areas').count({ n: '*' }).first()).to.deep.equal({ n: 0 });
    await db.destroy();
  });
});
