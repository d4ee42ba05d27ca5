import { expect } from 'chai';
import { importOptionsSchema } from '../../../src/register/imports/import-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, inTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';
import { asked } from './a-list.ts';
import type { ImportReport } from '../../../src/register/imports/import-report-contract.ts';

const { lon, lat } = inTown(0.3, 0.3);

eachDatabase('Words of a list that nobody knows', (open) => {
  let services: TestServices;
  let town: Town;
  let owners = 0;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
  });
  after(() => services.stop());

  /** Imports for an owner; `shown` are the public's copies afterwards, by their names. */
  const importing = async (
    owner: string,
    header: string,
    rows: string[],
    more: Record<string, unknown> = {},
  ): Promise<ImportReport> =>
    services.imports.importFile({
      path: aFile('list.csv', `${[header, ...rows].join('\n')}\n`),
      options: importOptionsSchema.parse({ area: town.area.slug, owner, apply: true, ...more }),
    });
  const shown = async (): Promise<string> => JSON.stringify(await services.db('public_assets').select('document'));
  const anOwner = (): string => `Owner ${++owners}`;

  describe('about who owns a place', () => {
    const HEAD = 'SITE REF,SITE NAME,Longitude,Latitude,OWNERSHIP STATUS';
    const site = (code: string, status: string): string => `${code},Mill ${code} of ${owners},${lon},${lat},${status}`;
    const named = async (): Promise<string[]> =>
      [...(await shown()).matchAll(/Mill (\w+) of (\d+)/g)]
        .filter(([, , of]) => Number(of) === owners)
        .map(([, code = '']) => code);
    const codes = async (): Promise<string[]> => [...new Set(await named())].toSorted();

    it('are believed in every kind of list: what is not public is never listed', async () => {
      const owner = anOwner();
      const report = await importing(
        owner,
        HEAD,
        [
          site('A1', 'Not owned by a public authority'),
          site('A2', 'Owned by a public authority'),
          site('A3', 'PRIVATELY OWNED'),
          site('A4', 'Not in public ownership'),
          site('A5', 'Private - housing company'),
          site('A6', 'unknown'),
          site('A7', ''),
          site('A8', 'Mixed ownership'),
        ],
        { set: { kind: 'land' }, accept: ['unknown_owner'] },
      );
      expect([report.file.format, report.applied, report.counts.skipped]).to.deep.equal(['csv', true, 6]);
      expect(await codes()).to.deep.equal(['A2', 'A8']);
    });

    it('are asked about, each with its rows, and nothing is stored meanwhile', async () => {
      const owner = anOwner();
      const rows = ['Privately held', 'Council owned', 'NHS', 'Owned by a public authority – sold 2020', 'NHS'];
      const report = await importing(
        owner,
        HEAD,
        rows.map((status, at) => site(`B${at}`, status)),
        { set: { kind: 'land' } },
      );
      expect(report.applied).to.equal(false);
      const [question] = report.questions;
      expect(question?.code).to.equal('unknown_owner');
      expect(question?.message)
        .to.include('“NHS” (2)')
        .and.include('“Council owned” (1)')
        .and.include('“Privately held” (1)')
        .and.include('“Owned by a public authority – sold 2020” (1)')
        .and.include('not listed');
      expect(report.values.map(({ text, rows: often }) => [text, often])).to.deep.include(['NHS', 2]);
      expect(await codes()).to.deep.equal([]);
    });

    it('are left out where nobody explains them, and listed where somebody did, this year and the next', async () => {
      const owner = anOwner();
      const rows = [site('C1', 'Council owned'), site('C2', 'Third party'), site('C3', 'Owned by a public authority')];
      await importing(owner, HEAD, rows, { set: { kind: 'land' }, accept: ['unknown_owner'] });
      expect(await codes()).to.deep.equal(['C3']);
      const values = { ownership_status: { 'council owned': 'public', 'third party': 'private' } };
      expect((await importing(owner, HEAD, rows, { set: { kind: 'land' }, values })).applied).to.equal(true);
      expect(await codes()).to.deep.equal(['C1', 'C3']);
      const again = await importing(owner, HEAD, rows);
      expect([again.applied, again.counts.unchanged, again.questions]).to.deep.equal([true, 2, []]);
    });

    it('are asked about where every cell is empty', async () => {
      anOwner();
      expect(
        asked(await importing(`Owner ${owners}`, HEAD, [site('D1', ''), site('D2', '')], { set: { kind: 'land' } })),
      ).to.deep.equal(['unknown_owner']);
    });
  });

  describe('about whether a building is empty', () => {
    const HEAD = 'Reference,Name,Asset type,Street,Postcode,Longitude,Latitude,State';
    const house = (state: string): string =>
      `H${owners},Lily House ${owners},Building,${owners} Secret Street,ZZ1 1AA,${lon},${lat},${state}`;
    const isShown = async (): Promise<boolean> => (await shown()).includes(`Lily House ${owners}`);

    const empty = [
      'Vacant - awaiting sale',
      'Long-term VOID',
      'Empty (boarded up)',
      'Boarded up',
      'Disused',
      'Derelict',
      'Closed 2021',
      'Surplus',
      'Not in use',
      'no longer occupied',
      'Unoccupied',
      'Currently vacant',
      'Out of use',
      'In use (vacant from June)',
      'Mothballed',
    ];
    for (const state of empty) {
      it(`count as empty when they are “${state}”`, async () => {
        const report = await importing(anOwner(), HEAD, [house(state)]);
        expect([report.applied, report.counts.added, await isShown()]).to.deep.equal([true, 1, false]);
        expect(await shown()).not.to.include(`${owners} Secret Street`);
      });
    }

    for (const state of ['Pending', 'Awaiting decision', 'Not vacant', 'Yes', 'Vaccant']) {
      it(`are asked about when they are “${state}”, with what follows; without an answer the building is hidden`, async () => {
        const owner = anOwner();
        const open = await importing(owner, HEAD, [house(state)]);
        expect([open.applied, asked(open)]).to.deep.equal([false, ['unknown_state']]);
        expect(open.questions[0]?.message).to.include(`“${state}” (1)`).and.include('kept from the public');
        expect((await importing(owner, HEAD, [house(state)], { accept: ['unknown_state'] })).applied).to.equal(true);
        expect(await isShown()).to.equal(false);
        await importing(owner, HEAD, [house(state)], { values: { state: { [state.toLowerCase()]: 'in_use' } } });
        expect(await isShown()).to.equal(true);
      });
    }

    it('may stand in the tenure, its note, the purpose or the kind', async () => {
      const LGA =
        'AssetCode,PropertyName,StreetName,PostCode,GeoX,GeoY,TenureType,TenureDetail,OtherDetail,HoldingType,Purpose';
      const cells = [
        'Freehold,Vacant - awaiting sale,,Buildings,',
        'Freehold,Other,Void since 2019,Buildings,',
        'Freehold,Other,,Buildings,Empty shop',
        'Freehold,Owner occupied | Boarded up,,Buildings,',
        'Freehold - vacant,Other,,Buildings,',
        'Freehold,Other,,Vacant building,',
      ];
      for (const rest of cells) {
        const report = await importing(
          anOwner(),
          LGA,
          [`T${owners},Lily House ${owners},Secret Street,ZZ1 1AA,${lon},${lat},${rest}`],
          { accept: ['unknown_kind'] },
        );
        expect([rest, report.applied, await isShown()]).to.deep.equal([rest, true, false]);
      }
    });

    it('answer the question that the header asks, when they are yes and no', async () => {
      for (const [header, word, visible] of [
        ['Vacant', 'Yes', false],
        ['Vacant', 'No', true],
        ['Occupied', 'No', false],
        ['Occupied', 'Yes', true],
      ] as const) {
        await importing(anOwner(), HEAD.replace('State', header), [house(word)], { map: { [header]: ['state'] } });
        expect([header, word, await isShown()]).to.deep.equal([header, word, visible]);
      }
    });

    it('leave land where it is, and a state that the register knows', async () => {
      const owner = anOwner();
      await importing(owner, HEAD, [house('In use')]);
      expect((await importing(owner, HEAD, [house('Pending')])).counts.unchanged).to.equal(1);
      expect(await isShown()).to.equal(true);
      const land = await importing(anOwner(), HEAD, [house('Pending').replace('Building', 'Land')]);
      expect([land.applied, await isShown(), land.values.length]).to.deep.equal([true, true, 1]);
    });
  });

  it('about land and buildings, when they are the rule, are asked about: every place would become a building', async () => {
    const HEAD = 'AssetCode,PropertyName,GeoX,GeoY,TenureType,HoldingType';
    const rows = ['Playing fields', 'Leisure', 'Leisure'].map(
      (kind, at) => `K${at},Green ${at},${lon},${lat},Freehold,${kind}`,
    );
    const owner = anOwner();
    const open = await importing(owner, HEAD, rows);
    expect(asked(open)).to.deep.equal(['unknown_kind']);
    expect(open.questions[0]?.message).to.include('“Leisure” (2)').and.include('counts as a building');
    await importing(owner, HEAD, rows, {
      values: { holding: { 'playing fields': 'land', leisure: 'land_and_buildings' } },
    });
    expect(await services.db('assets').where('name', 'like', 'Green %').orderBy('code').pluck('kind')).to.deep.equal([
      'land',
      'building',
      'building',
    ]);
  });
});
