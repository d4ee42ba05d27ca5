import { expect } from 'chai';
import { up, down } from '../../../db/migrations/0030-owner-names.ts';
import { importOptionsSchema } from '../../../src/register/imports/import-contract.ts';
import { areasOn } from '../../../src/ground/areas/area-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';
import type { ImportReport } from '../../../src/register/imports/import-report-contract.ts';

eachDatabase('An owner whose name has letters beyond ASCII', (open) => {
  let services: TestServices;
  let town: Town;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
  });
  after(() => services.stop());

  const importing = (owner: string): Promise<ImportReport> =>
    services.imports.importFile({
      path: aFile('list.csv', 'Reference,Name,Asset type\nA1,Depot,Land\nA2,Yard,Land\n'),
      options: importOptionsSchema.parse({ area: town.area.slug, owner, apply: true, accept: ['no_place'] }),
    });
  const names: [first: string, again: string][] = [
    ['Cyngor Ŵyr', 'CYNGOR ŴYR'],
    ['École & Örtchen', 'école & ÖRTCHEN'],
    ['Городской совет', 'ГОРОДСКОЙ СОВЕТ'],
    ['Δήμος Αθηναίων', 'ΔΉΜΟΣ ΑΘΗΝΑΊΩΝ'],
    ['Straßenamt  Nord', 'STRASSENAMT NORD'],
    ['Cafe\u0301 Trust', 'CAFÉ Trust'],
  ];
  for (const [first, again] of names) {
    it(`is found again: ${first} is ${again}`, async () => {
      expect((await importing(first)).counts).to.deep.include({ added: 2 });
      const second = await importing(again);
      expect(second.counts).to.deep.include({ added: 0, unchanged: 2 });
      expect((await importing(first)).counts).to.deep.include({ added: 0, unchanged: 2 });
    });
  }

  it('is found by what was stored before; of two that were made the older is taken, and neither goes', async () => {
    const { db } = services;
    await importing('Ŷsgol Ltd');
    const older = found(await areasOn(db).ownerNamed(town.area.id, 'ŷsgol ltd'));
    await importing('Ŷsgol Ltd II');
    await db('owners').where({ name: 'Ŷsgol Ltd II' }).update({ name: 'ŶSGOL LTD' });
    const before = (await db('owners').select('id')).length;
    await down(db);
    await up(db);
    expect((await areasOn(db).ownerNamed(town.area.id, 'Ŷsgol ltd'))?.id).to.equal(older.id);
    expect((await db('owners').select('id')).length).to.equal(before);
    expect((await importing('ŷsgol ltd')).counts).to.deep.include({ added: 0, unchanged: 2 });
  });

  it('has wards beside it that are found alike', async () => {
    const [ward] = await services.areas.wards(town.area.id);
    await services
      .db('wards')
      .where({ id: found(ward).id })
      .update({ name: 'Ŵyr Ward' });
    expect((await services.areas.findPlace('ŴYR WARD', town.area.slug))?.kind).to.equal('ward');
  });
});
