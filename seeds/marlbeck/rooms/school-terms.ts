import type { Term } from '../../../src/rooms/spaces/space-contract.ts';

/** Terms of Marlbeck’s schools, each cut in two by its half-term week. Invented like the borough. */
export const marlbeckTerms: Term[] = [
  { name: 'Autumn 2026, first half', from: '2026-09-02', to: '2026-10-23' },
  { name: 'Autumn 2026, second half', from: '2026-11-02', to: '2026-12-18' },
  { name: 'Spring 2027, first half', from: '2027-01-04', to: '2027-02-12' },
  { name: 'Spring 2027, second half', from: '2027-02-22', to: '2027-03-25' },
  { name: 'Summer 2027, first half', from: '2027-04-12', to: '2027-05-28' },
  { name: 'Summer 2027, second half', from: '2027-06-07', to: '2027-07-21' },
  { name: 'Autumn 2027, first half', from: '2027-09-02', to: '2027-10-22' },
  { name: 'Autumn 2027, second half', from: '2027-11-01', to: '2027-12-17' },
  { name: 'Spring 2028, first half', from: '2028-01-04', to: '2028-02-11' },
  { name: 'Spring 2028, second half', from: '2028-02-21', to: '2028-03-31' },
  { name: 'Summer 2028, first half', from: '2028-04-18', to: '2028-05-26' },
  { name: 'Summer 2028, second half', from: '2028-06-05', to: '2028-07-21' },
];
