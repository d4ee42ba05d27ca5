import { expect } from 'chai';
import { numberFor, tailOf, tailsIn } from '../../../src/ground/cases/case-number-rules.ts';
import { caseNumbersOn } from '../../../src/ground/cases/case-number-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';

/** Characters one after the other, as if by chance. */
const from = (values: readonly number[]) => {
  let at = 0;
  return () => values[at++ % values.length] ?? 0;
};
const numbers = Array.from({ length: 40 }, (_, seed) =>
  numberFor('marlbeck', 0, from([seed, seed * 7, seed * 5 + 3, seed * 11 + 1].map((value) => value % 23))),
);

describe('A case number', () => {
  it('begins with two letters of the area', () => {
    const prefixes = ['marlbeck', 'salford-north', 'trafford', 'ely', 'oo', 'x', '99'].map(
      (slug) => numberFor(slug, 0, () => 0).split('-')[0],
    );
    expect(prefixes).to.deep.equal(['MB', 'SN', 'TF', 'EL', 'OO', 'XX', 'XX']);
  });

  it('is heard in any case, with spaces and hyphens anywhere, with the area or without, and with what looks alike', () => {
    expect(tailsIn('MB-4Q7T')).to.deep.equal([]);
    const number = numberFor('marlbeck', 0, from([4, 16, 3, 21]));
    const tail = tailOf(number);
    for (const said of [
      number,
      number.toLowerCase(),
      ` ${number.replace('-', ' ')} `,
      tail,
      [...tail].join(' '),
      number.replace('-', '–'),
    ])
      expect(tailsIn(said), said).to.include(tail);
    const alike = numberFor('marlbeck', 0, from([16, 3, 5, 0]));
    expect(alike).to.match(/^MB-Q682.$/);
    expect(tailsIn(alike.replace('Q682', 'OGBZ'))).to.include(tailOf(alike));
  });

  it('notices each single wrong character, and any two that changed places', () => {
    for (const number of numbers) {
      const tail = [...tailOf(number)];
      for (let at = 0; at < tail.length; at++) {
        for (const other of '2346789CDFHJKMNPQRTVWXY')
          if (other !== tail[at])
            expect(tailsIn(tail.with(at, other).join('')), `${number} ${at} ${other}`).to.deep.equal([]);
        const next = tail[at + 1];
        if (next !== undefined && next !== tail[at])
          expect(
            tailsIn(
              tail
                .with(at, next)
                .with(at + 1, tail[at] ?? '')
                .join(''),
            ),
          ).to.deep.equal([]);
      }
    }
  });

  it('is nothing where it cannot be one', () => {
    for (const said of ['', '-', 'Group room', 'SH-10', 'MB-4K', '🙂', 'MB-4K7TC4K7TC', '%', "'"])
      expect(tailsIn(said), said).to.deep.equal([]);
  });
});

eachDatabase('Numbers of cases', (open) => {
  let services: TestServices;
  let other: TestServices;
  let town: Town;
  before(async () => {
    const url = await open();
    [services, other] = [await someServices(url), await someServices(url)];
    town = await aTown(services);
  });
  after(async () => {
    await services.stop();
    await other.stop();
  });

  it('are given once, whichever of two servers gives them out, and however few are left', async () => {
    const few = (): number => Math.floor(Math.random() * 2);
    const give = ({ inOneTransaction, newId }: TestServices) =>
      inOneTransaction(({ trx }) => caseNumbersOn(trx, few).give(town.area, { kind: 'test', id: newId() }));
    const given = await Promise.all(Array.from({ length: 40 }, (_, index) => give(index % 2 === 0 ? services : other)));
    expect(new Set(given.map(tailOf)).size).to.equal(40);
    const found = await caseNumbersOn(services.db).find(given.map(tailOf));
    expect(found.map(({ number }) => number).toSorted()).to.deep.equal(given.toSorted());
  });

  it('go with the transaction that gives them', async () => {
    let lost = '';
    await services
      .inOneTransaction(async ({ trx }) => {
        lost = await caseNumbersOn(trx).give(town.area, { kind: 'test', id: services.newId() });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await caseNumbersOn(services.db).find([tailOf(lost)])).to.deep.equal([]);
  });
});
