import { expect } from 'chai';
import type { DocumentKind, DocumentState } from '../../../src/groups/groups/document-contract.ts';
import { daysLater, mayEnd, missingIn } from '../../../src/groups/groups/group-rules.ts';
import type { GroupRole } from '../../../src/groups/groups/group-contract.ts';
import { reminderDue } from '../../../src/groups/groups/reminder-rules.ts';
import { assistedMistakes } from '../../../src/groups/groups/group-registering-service.ts';

const TODAY = '2027-03-03';
type Paper = {
  id: string;
  kind: DocumentKind;
  state: DocumentState;
  expiresOn: string | null;
  supersededAt: string | null;
  receivedOn: string;
};
const paper = (more: Partial<Paper> = {}): Paper => ({
  id: 'd1',
  kind: 'insurance',
  state: 'accepted',
  expiresOn: '2027-12-31',
  supersededAt: null,
  receivedOn: '2026-01-01',
  ...more,
});

describe('What is missing in a group', () => {
  const lead = { role: 'group_lead' as const };
  const deputy = { role: 'group_deputy' as const };
  const cases: [title: string, state: Partial<Parameters<typeof missingIn>[0]>, missing: string[]][] = [
    ['a deputy, in a new group; papers are not missing', { people: [lead] }, ['deputy']],
    ['nothing, with lead and deputy', {}, []],
    ['an answer, when a deputy is invited', { people: [lead], invited: [deputy] }, ['deputy_invited']],
    [
      'a deputy still, when only a member is invited',
      { people: [lead], invited: [{ role: 'group_member' }] },
      ['deputy'],
    ],
    ['an answer, while the lead is handed over', { handover: {} }, ['handover']],
    [
      'nothing, while a paper in force is good for more than 30 days',
      { documents: [paper({ expiresOn: '2027-04-03' })] },
      [],
    ],
    [
      'a new paper soon, from 30 days before its end',
      { documents: [paper({ expiresOn: '2027-04-02' })] },
      ['document_expiring'],
    ],
    ['a new paper soon, on its last day', { documents: [paper({ expiresOn: TODAY })] }, ['document_expiring']],
    ['a new paper, on the day after', { documents: [paper({ expiresOn: '2027-03-02' })] }, ['document_expired']],
    [
      'only the broker’s check, when a new version waits',
      { documents: [paper({ expiresOn: '2027-03-02' }), paper({ id: 'd2', state: 'waiting' })] },
      ['document_waiting'],
    ],
    [
      'another paper, when one was not accepted',
      { documents: [paper({ state: 'not_accepted' })] },
      ['document_refused'],
    ],
    [
      'both, when the one in force ends as well',
      { documents: [paper({ expiresOn: TODAY }), paper({ id: 'd2', state: 'not_accepted' })] },
      ['document_refused', 'document_expiring'],
    ],
    [
      'nothing on account of versions that are replaced',
      { documents: [paper({ expiresOn: '2027-01-01', supersededAt: '2027-01-02' })] },
      [],
    ],
    ['nothing for a paper without an end', { documents: [paper({ kind: 'rules', expiresOn: null })] }, []],
  ];
  for (const [title, state, missing] of cases) {
    it(title, () => {
      expect(
        missingIn({ people: [lead, deputy], invited: [], handover: null, documents: [], today: TODAY, ...state }).map(
          ({ what }) => what,
        ),
      ).to.deep.equal(missing);
    });
  }
});

describe('A reminder', () => {
  const cases: [title: string, of: Partial<Paper>, others: Partial<Paper>[], sent: string[], stage: string | null][] = [
    ['is not due 31 days before', { expiresOn: '2027-04-03' }, [], [], null],
    ['is due 30 days before', { expiresOn: '2027-04-02' }, [], [], '30_days'],
    ['goes out once', { expiresOn: '2027-04-02' }, [], ['30_days'], null],
    ['is due late when nothing ran on the day', { expiresOn: '2027-03-20' }, [], [], '30_days'],
    ['is due again 7 days before', { expiresOn: '2027-03-10' }, [], ['30_days'], '7_days'],
    ['of 7 days stands in for one of 30 that was missed', { expiresOn: '2027-03-09' }, [], [], '7_days'],
    ['is not due again on the last day', { expiresOn: TODAY }, [], ['30_days', '7_days'], null],
    ['is due on the day after', { expiresOn: '2027-03-02' }, [], ['30_days', '7_days'], 'expired'],
    ['is not due when all went out', { expiresOn: '2027-01-02' }, [], ['30_days', '7_days', 'expired'], null],
    [
      'is not due for a paper that came in with less than 30 days left',
      { expiresOn: '2027-03-20', receivedOn: TODAY },
      [],
      [],
      null,
    ],
    ['is due 7 days before even then', { expiresOn: '2027-03-10', receivedOn: '2027-03-01' }, [], [], '7_days'],
    ['is not due for a paper without an end', { expiresOn: null }, [], [], null],
    ['is not due for one that was not accepted', { expiresOn: TODAY, state: 'not_accepted' }, [], [], null],
    [
      'is not due when a longer one waits',
      { expiresOn: TODAY },
      [{ id: 'd2', state: 'waiting', expiresOn: '2028-03-03' }],
      [],
      null,
    ],
    [
      'is due when what waits ends earlier',
      { expiresOn: '2027-03-10' },
      [{ id: 'd2', state: 'waiting', expiresOn: '2027-03-09' }],
      [],
      '7_days',
    ],
    [
      'is due when the longer one was not accepted',
      { expiresOn: TODAY },
      [{ id: 'd2', state: 'not_accepted', expiresOn: '2028-03-03' }],
      [],
      '7_days',
    ],
    [
      'is due whatever lasts longer of another kind',
      { expiresOn: TODAY },
      [{ id: 'd2', kind: 'rules', expiresOn: null }],
      [],
      '7_days',
    ],
    [
      'of two papers that end on one day is for the newer',
      { expiresOn: TODAY },
      [{ id: 'd2', state: 'waiting', expiresOn: TODAY }],
      [],
      null,
    ],
  ];
  for (const [title, of, others, sent, stage] of cases) {
    it(title, () => expect(reminderDue(paper(of), [paper(of), ...others.map(paper)], sent, TODAY)).to.equal(stage));
  }
});

describe('Ending somebody’s part', () => {
  const may: [actor: GroupRole, other: GroupRole, expected: boolean][] = [
    ['group_lead', 'group_deputy', true],
    ['group_lead', 'group_member', true],
    ['group_deputy', 'group_member', true],
    ['group_deputy', 'group_lead', false],
    ['group_deputy', 'group_deputy', false],
    ['group_member', 'group_member', false],
    ['group_member', 'group_lead', false],
  ];
  for (const [actor, other, expected] of may) {
    it(`is ${expected ? '' : 'not '}for a ${actor} to do to a ${other}`, () =>
      expect(mayEnd({ role: actor, personId: '1' }, { role: other, personId: '2' })).to.equal(expected));
  }
  it('is not for anybody to do to themselves: they leave', () =>
    expect(mayEnd({ role: 'group_lead', personId: '1' }, { role: 'group_lead', personId: '1' })).to.equal(false));
});

describe('A group registered for somebody', () => {
  const form = {
    received_on: TODAY,
    person_telephone: '01632 960 123',
    person_address: '3 High Street',
    read_back: 'aloud' as const,
  };
  const cases: [title: string, more: Partial<Parameters<typeof assistedMistakes>[0]>, fields: string[]][] = [
    ['may have come in today', {}, []],
    ['may have come in long ago', { received_on: '2026-12-01' }, []],
    ['cannot have come in tomorrow', { received_on: '2027-03-04' }, ['received_on']],
    ['needs a telephone number or an address', { person_telephone: null, person_address: null }, ['person_telephone']],
    ['may have a telephone number alone', { person_address: null }, []],
    ['may have an address alone', { person_telephone: null }, []],
    ['needs an address when the copy goes by post', { person_address: null, read_back: 'letter' }, ['person_address']],
  ];
  for (const [title, more, fields] of cases) {
    it(title, () =>
      expect(assistedMistakes({ ...form, ...more }, TODAY).map(({ field }) => field)).to.deep.equal(fields),
    );
  }
});

describe('Days', () => {
  it('go on over the ends of months, years and summer time', () => {
    expect([
      daysLater('2027-02-28', 1),
      daysLater('2028-02-28', 1),
      daysLater('2027-12-31', 1),
      daysLater('2027-03-27', 2),
      daysLater('2027-03-03', -3),
    ]).to.deep.equal(['2027-03-01', '2028-02-29', '2028-01-01', '2027-03-29', '2027-02-28']);
  });
});
