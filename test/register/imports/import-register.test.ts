import { expect } from 'chai';
import { importOptionsSchema } from '../../../src/register/imports/import-contract.ts';
import { importsOn } from '../../../src/register/imports/import-store.ts';
import { importService } from '../../../src/register/imports/import-service.ts';
import { importDeps } from '../../../src/register/imports/import-register-wiring.ts';
import { areasOn } from '../../../src/ground/areas/area-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, inTown, writing, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';
import type { ImportReport } from '../../../src/register/imports/import-report-contract.ts';

const HEADER = 'AssetCode,PropertyName,PostCode,GeoX,GeoY,TenureType,TenureDetail,HoldingType';
const { lon, lat } = inTown(0.3, 0.3);
const list = (...rows: string[]): string => aFile('list.csv', [HEADER, ...rows, ''].join('\n'));
const DEPOT = `D1,Depot,ZZ1 1AA,${lon},${lat},Freehold,Vacant,Buildings`;
const GREEN = `G1,Green,ZZ1 1AA,${lon},${lat},Freehold,Other,Land`;
const UNPLACED = 'U1,Yard,ZZ1 2AA,,,Freehold,Other,Land';

eachDatabase('A list brought into the register', (open) => {
  let services: TestServices;
  let town: Town;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
  });
  after(() => services.stop());

  const importing = (path: string, owner: string, more: Record<string, unknown> = {}): Promise<ImportReport> =>
    services.imports.importFile({ path, options: importOptionsSchema.parse({ area: town.area.slug, owner, ...more }) });
  const codes = async (ownerName: string): Promise<string[]> => {
    const owner = await areasOn(services.db).ownerNamed(town.area.id, ownerName);
    return owner
      ? await services.db('assets').where({ owner_id: owner.id }).whereNull('retired_on').orderBy('code').pluck('code')
      : [];
  };

  it('leaves no trace of a dry run, not even its owner', async () => {
    const report = await importing(list(DEPOT), 'New Owner');
    expect([report.applied, report.counts.added]).to.deep.equal([false, 1]);
    expect(await areasOn(services.db).ownerNamed(town.area.id, 'New Owner')).to.equal(undefined);
  });

  it('is there whole, recorded, and the same file again changes nothing', async () => {
    const path = list(DEPOT, GREEN, UNPLACED);
    const first = await importing(path, 'Harbour Homes', { apply: true });
    expect([first.applied, await codes('Harbour Homes')]).to.deep.equal([true, ['D1', 'G1', 'U1']]);
    const owner = found(await areasOn(services.db).ownerNamed(town.area.id, 'Harbour Homes'));
    expect(await importsOn(services.db, owner.id).report(first.id)).to.deep.equal(JSON.parse(JSON.stringify(first)));
    expect((await importsOn(services.db, owner.id).recent()).map(({ id }) => id)).to.deep.equal([first.id]);
    expect((await importing(path, 'harbour homes', { apply: true })).counts).to.deep.include({
      unchanged: 3,
      changed: 0,
      added: 0,
      gone: 0,
    });
  });

  it('leaves a place alone that was found to be another owner’s, and says so', async () => {
    const path = list(
      'M1,Moved green,ZZ1 1AA,,,Freehold,Other,Land',
      'M2,Green that stays,ZZ1 1AA,,,Freehold,Other,Land',
    );
    await importing(path, 'Mill Trust', { apply: true });
    const owner = found(await areasOn(services.db).ownerNamed(town.area.id, 'Mill Trust'));
    const [id = '']: string[] = await services.db('assets').where({ owner_id: owner.id, code: 'M1' }).pluck('id');
    await writing(services, town.area, async (register) =>
      register.owned(found(await register.lock(id)), {
        owner: town.owner,
        ownership: 'confirmed',
        source: 'Found out by a test',
      }),
    );
    const again = await importing(path, 'Mill Trust', { apply: true });
    expect(again.counts).to.deep.include({ added: 0, gone: 0, unchanged: 1, skipped: 1 });
    expect(again.issues.map(({ kind }) => kind)).to.include('found_elsewhere');
    expect(await services.db('assets').where({ code: 'M1' }).pluck('owner_id')).to.deep.equal([town.owner.id]);
  });

  it('next year retires what has gone and brings back what returns', async () => {
    expect((await importing(list(DEPOT, UNPLACED), 'Harbour Homes', { apply: true })).counts).to.deep.include({
      gone: 1,
      unchanged: 2,
    });
    expect(await codes('Harbour Homes')).to.deep.equal(['D1', 'U1']);
    expect((await importing(list(DEPOT, GREEN, UNPLACED), 'Harbour Homes', { apply: true })).counts).to.deep.include({
      changed: 1,
      unchanged: 2,
    });
    expect(await codes('Harbour Homes')).to.deep.equal(['D1', 'G1', 'U1']);
  });

  it('remembers what was decided, for the next file of the list', async () => {
    const path = aFile('plain.csv', `Kennung,Was,Date\n1,Depot,02/03/2024\n2,Hall,04/05/2024\n`);
    const told = {
      map: { Kennung: ['code'], Was: ['name'], Date: ['effective_on'] },
      set: { kind: 'land' },
      dates: 'dmy',
      list: 'plain',
      accept: ['no_place'],
    };
    expect((await importing(path, 'Plain Council', { ...told, apply: true })).applied).to.equal(true);
    expect(await importing(path, 'Plain Council', { list: 'plain', apply: true }))
      .to.deep.include({ applied: true, questions: [] })
      .and.to.have.nested.property('counts.unchanged', 2);
  });

  it('is not there at all when the last step fails', async () => {
    const deps = importDeps({ ...services, areas: services.areas });
    const failing = importService({
      ...deps,
      inOneTransaction: (scope, work) =>
        deps.inOneTransaction(scope, (target, store) =>
          work(target, { ...store, record: () => Promise.reject(new Error('disk full')) }),
        ),
    });
    const options = importOptionsSchema.parse({ area: town.area.slug, owner: 'Unlucky Trust', apply: true });
    const facts = async (): Promise<number> => (await services.db('facts').select('id')).length;
    const before = await facts();
    expect(
      await failing.importFile({ path: list(DEPOT, GREEN), options }).catch((error: Error) => error.message),
    ).to.equal('disk full');
    expect(await areasOn(services.db).ownerNamed(town.area.id, 'Unlucky Trust')).to.equal(undefined);
    expect(await facts()).to.equal(before);
  });
});
