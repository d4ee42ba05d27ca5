import { expect } from 'chai';
import { dayOf, timeOf } from '../../src/kernel/day-contract.ts';
import { productSources } from '../support/architecture.ts';

describe('The day of an instant', () => {
  const cases: [instant: string, zone: string | undefined, day: string, time: string][] = [
    ['2027-06-30T23:30:00.000Z', undefined, '2027-07-01', '00:30'],
    ['2027-06-30T23:30:00.000Z', 'UTC', '2027-06-30', '23:30'],
    ['2027-06-30T12:30:00.000Z', 'Pacific/Auckland', '2027-07-01', '00:30'],
    ['2027-01-01T00:30:00.000Z', 'America/Chicago', '2026-12-31', '18:30'],
    ['2027-12-31T23:30:00.000Z', 'Europe/London', '2027-12-31', '23:30'],
  ];
  for (const [instant, zone, day, time] of cases)
    it(`${instant} in ${zone ?? 'the zone of the house'} is ${day}, ${time}`, () => {
      expect([dayOf(instant, zone), timeOf(instant, zone)]).to.deep.equal([day, time]);
    });

  it('leaves a day and a year as they are', () => {
    expect([dayOf('2027-06-30'), dayOf('2027')]).to.deep.equal(['2027-06-30', '2027']);
  });

  it('is cut off no instant’s text anywhere', () => {
    const cut = /(?<!toISOString\(\)|digest\('base64url'\))\??\.slice\(0, 10\)/;
    const found = [...productSources()].filter(([, source]) => cut.test(source)).map(([path]) => path);
    expect(found).to.deep.equal([]);
  });
});
