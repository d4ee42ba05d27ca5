import type { CertificateFacts } from '../../../src/casework/papers/certificate-contract.ts';
import type { SignFacts } from '../../../src/casework/papers/sign-contract.ts';

export const GROUP = 'Łódź 🌱 Gŵyl';
export const CONTACT = {
  person: 'Priya Shah',
  telephone: '01632 960 100',
  hours: 'Monday to Friday, 9:00 to 17:00',
  counter: 'Town Hall, 1 Market Place\nTestborough TB1 1AA',
  email: 'places@testborough.example',
  paying: null,
};
export const SIGN: SignFacts = {
  number: 'TB-4K7TC',
  areaName: 'Testborough',
  placeName: 'The verge in Mill Lane',
  whereWords: 'Beside the bus stop, opposite number 12',
  ward: 'Old Town',
  groupName: GROUP,
  intent:
    'We want to grow vegetables here, with beds that people in wheelchairs can reach, and hold a small fair in May.',
  from: '2027-04-01',
  until: '2028-10-31',
  stage: 'asking',
  commentUntil: null,
  owner: 'Testborough Council',
  caseUrl: 'https://meantime.example.org/cases/TB-4K7TC',
  contact: CONTACT,
  map: null,
  madeOn: '2027-03-03',
};
export const CERTIFICATE: CertificateFacts = {
  number: 'TB-4K7TC',
  checkCode: '7QK4-M2XT',
  checkUrl: 'https://meantime.example.org/check/7QK4-M2XT',
  areaName: 'Testborough',
  placeName: 'The old library, Station Road',
  owner: 'Testborough Council',
  groupName: GROUP,
  use: 'A repair café on Thursdays to Saturdays',
  from: '2027-04-01',
  until: '2028-10-31',
  completeOn: '2026-09-01',
  resultOn: '2026-11-03',
  outcomePoints: 181,
  outcomePossible: 250,
  percentWords: '72.4',
  passMark: 65,
  criteriaVersion: '3',
  pauses: [],
  warnings: [
    { on: '2026-11-20', days: 10, to: 'Head of Property', taken: true },
    { on: '2026-11-27', days: 5, to: 'Head of Property', taken: false },
    { on: '2026-12-03', days: 1, to: 'The monitoring officer', taken: null },
  ],
  grounds: [
    {
      ground: 'R4: needed for its own services',
      filedOn: '2026-11-30',
      why: 'The minute that R4 asks for was not there.',
    },
  ],
  conditions: ['Public liability cover of £5 million.', 'Handed back as recorded at the start.'],
  dueOn: '2026-12-04',
  madeAt: '2026-12-05T00:00:04Z',
  timeZone: 'Europe/London',
  finalOn: '2026-12-09',
};
