import { expect } from 'chai';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  alreadyKnown,
  openDatabase,
  takeTurnOf,
  together,
  type Database,
  type Db,
} from '../../../src/kernel/database.ts';
import { eachDatabase, type Engine } from '../../support/databases.ts';

const anArea = (slug: string, name = slug): Record<string, string> => ({
  id: slug,
  slug,
  name,
  time_zone: 'Europe/London',
  holidays: 'england-and-wales',
  bbox: '[0,0,1,1]',
  boundary: '{}',
});
const aPostcode = { area_id: 'a', postcode: 'ZZ1 1AA', district: 'ZZ1', lon: 0.1 + 0.2, lat: 51.123456789012345 };

eachDatabase('What a transaction has looked up', (open, engine: Engine) => {
  let db: Database;
  let other: Database;
  let sent: string[];
  const note = (told: unknown): void => void sent.push((told as { sql: string }).sql);
  beforeEach(async () => {
    const url = await open();
    [db, other] = [openDatabase(url), openDatabase(url)];
    await db('areas').insert([anArea('a'), anArea('b')]);
    await db('postcodes').insert(aPostcode);
    sent = [];
    subscribe('meantime:statement', note);
  });
  afterEach(async () => {
    unsubscribe('meantime:statement', note);
    await Promise.all([db.destroy(), other.destroy()]);
  });
  const names = (on: Db): Promise<string[]> => on('areas').orderBy('id').pluck('name');
  const looks = (): number => sent.filter((sql) => sql.startsWith('select')).length;

  it('it knows, and gives it out as copies', async () => {
    await db.transaction(async (trx) => {
      const [first] = await trx('areas').where({ id: 'a' });
      first.name = 'changed by whoever got it';
      expect((await trx('areas').where({ id: 'a' }))[0].name).to.equal('a');
      expect(await trx('areas').where({ id: 'nobody' })).to.deep.equal([]);
    });
    expect(looks()).to.equal(2);
    await names(db);
    await names(db);
    expect(looks(), 'outside a transaction everything is asked').to.equal(4);
  });

  it('it asks for again when it has written there, and only then', async () => {
    await db.transaction(async (trx) => {
      await names(trx);
      const postcodes = () => trx('postcodes').pluck('postcode');
      await postcodes();
      await trx('areas').where({ id: 'a' }).update({ name: 'A' });
      expect(await names(trx)).to.deep.equal(['A', 'b']);
      await postcodes();
      expect(looks()).to.equal(3);
      await trx('postcodes').delete();
      expect(await postcodes()).to.deep.equal([]);
      await trx('areas').insert(anArea('c'));
      expect(await names(trx)).to.deep.equal(['A', 'b', 'c']);
    });
  });

  it('it asks for again when what it has written stands in text of its own, or took other rows with it', async () => {
    await db('contacts').insert({
      subject_id: 'a',
      subject_kind: 'area',
      area_id: 'a',
      changed_at: '',
      changed_by: '',
    });
    await db.transaction(async (trx) => {
      const served = () =>
        trx('areas').whereRaw('exists (select 1 from postcodes where area_id = areas.id)').pluck('id');
      const contacts = () => trx('contacts').pluck('subject_id');
      expect([await served(), await contacts()]).to.deep.equal([['a'], ['a']]);
      await trx('postcodes').update({ area_id: 'b' });
      expect(await served()).to.deep.equal(['b']);
      await trx('areas').where({ id: 'a' }).delete();
      expect(await contacts()).to.deep.equal([]);
    });
  });

  it('it asks for again when a part of it was undone', async () => {
    await db.transaction(async (trx) => {
      await trx
        .transaction(async (inner) => {
          await inner('areas').where({ id: 'a' }).update({ name: 'A' });
          expect(await names(inner)).to.deep.equal(['A', 'b']);
          throw new Error('undone');
        })
        .catch(() => undefined);
      expect(await names(trx)).to.deep.equal(['a', 'b']);
      await trx.transaction(async (inner) => void (await inner('areas').where({ id: 'b' }).update({ name: 'B' })));
      expect(await names(trx)).to.deep.equal(['a', 'B']);
    });
  });

  if (engine === 'PostgreSQL')
    it('it asks for again when it has waited for others', async () => {
      await db.transaction(async (trx) => {
        await names(trx);
        await other('areas').where({ id: 'a' }).update({ name: 'by another' });
        expect(await names(trx)).to.deep.equal(['a', 'b']);
        await takeTurnOf(trx, 'something');
        expect(await names(trx)).to.deep.equal(['by another', 'b']);
        await other('areas').where({ id: 'b' }).update({ name: 'by another too' });
        await trx('areas').where({ id: 'b' }).forUpdate();
        expect(await names(trx)).to.deep.equal(['by another', 'by another too']);
      });
    });

  it('it does not carry into the next transaction', async () => {
    await db.transaction(names);
    await other('areas').where({ id: 'a' }).update({ name: 'by another' });
    expect(await db.transaction(names)).to.deep.equal(['by another', 'b']);
  });

  it('it asks for at one moment as one statement, and gets what each would get alone', async () => {
    const looked = (on: Db) =>
      together(on, () => [
        names(on),
        on('postcodes').where({ area_id: 'a' }).first(),
        on('areas').whereIn('id', ['b', 'a']).orderBy('id', 'desc').select('id', 'bbox'),
        on('areas')
          .where({ id: 'nobody' })
          .first('id')
          .then((row: object | undefined) => row ?? null),
        on('areas').join('postcodes', 'postcodes.area_id', 'areas.id').select('areas.name', { where: 'lat' }),
      ]);
    const alone = await looked(db);
    expect(alone[1]).to.deep.include(aPostcode);
    // The first time a process asks for something it finds out what comes back.
    await db.transaction(looked);
    sent = [];
    await db.transaction(async (trx) => {
      expect(await looked(trx)).to.deep.equal(alone);
      expect(looks()).to.equal(1);
      await looked(trx);
      expect(looks()).to.equal(1);
    });
  });

  it('fails for each that is asked for at one moment when one of them is wrong', async () => {
    const wrong = db.transaction((trx) => together(trx, () => [names(trx), trx('areas').select('no_such_column')]));
    expect(await wrong.catch((error: Error) => error.message)).to.match(/no_such_column/);
  });

  it('it need not ask for what it has written itself and says so', async () => {
    await db.transaction(async (trx) => {
      const look = () => trx('areas').where({ id: 'c' });
      await trx('areas').insert(anArea('c'));
      await alreadyKnown(trx, look(), [anArea('c', 'as it was written')]);
      expect((await look())[0].name).to.equal('as it was written');
      expect(looks()).to.equal(0);
      await trx('areas').where({ id: 'a' }).update({ name: 'A' });
      expect((await look())[0].name).to.equal('c');
    });
  });
});
