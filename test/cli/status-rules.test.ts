import { expect } from 'chai';
import { statusLines, type Status } from '../../src/cli/status-rules.ts';

const NOW = '2027-03-03T09:00:00.000Z';
const minutesAgo = (minutes: number): string => new Date(new Date(NOW).getTime() - minutes * 60_000).toISOString();
const ran = (done: number, failed: number | null = null): Status['runs'] =>
  new Map([['sending mail', { doneAt: minutesAgo(done), failedAt: failed === null ? null : minutesAgo(failed) }]]);
const WELL: Status = {
  now: new Date(NOW),
  missing: [],
  mails: { waiting: 0, oldestAt: null, failed: 0 },
  sends: true,
  jobs: [{ name: 'sending mail', everyMs: 2_000 }],
  runs: ran(1),
  noPdf: null,
};

const CASES: [title: string, given: Partial<Status>, looks: RegExp | null][] = [
  ['nothing where all is well', {}, null],
  ['a database that is older than the program', { missing: ['0042-x'] }, /older than this version: 0042-x/],
  ['nothing of mail that waits a while', { mails: { waiting: 3, oldestAt: minutesAgo(29), failed: 1 } }, null],
  [
    'mail that waits for long',
    { mails: { waiting: 3, oldestAt: minutesAgo(31), failed: 0 } },
    /waits to go out: 3, the oldest/,
  ],
  [
    'mail that waits where there is no mail server',
    { mails: { waiting: 1, oldestAt: minutesAgo(31), failed: 0 }, sends: false },
    /There is no SMTP_URL/,
  ],
  ['a job that never ran', { runs: new Map() }, /sending mail: has never run/],
  ['a job that has not run for long', { runs: ran(16) }, /sending mail: last ran at 2027-03-03T08:44/],
  ['a job that failed since it last ran', { runs: ran(3, 1) }, /failed at 2027-03-03T08:59.*log/],
  ['nothing of a job that has run since it failed', { runs: ran(1, 3) }, null],
  [
    'nothing of a job that runs each hour',
    { jobs: [{ name: 'sending mail', everyMs: 3_600_000 }], runs: ran(70) },
    null,
  ],
  ['a machine that can make no papers', { noPdf: 'There is no library.' }, /No paper .* There is no library/],
];

describe('The status of a site asks an administrator to look at', () => {
  for (const [title, given, looks] of CASES)
    it(title, () => {
      const lines = statusLines({ ...WELL, ...given }).filter(({ look }) => look);
      expect(lines.map(({ says }) => says).join('\n')).to.match(looks ?? /^$/);
    });
});
