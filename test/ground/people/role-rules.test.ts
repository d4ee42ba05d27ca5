import { expect } from 'chai';
import type { ActName, Right, Role, Scope, Thing, Who } from '../../../src/ground/people/role-contract.ts';
import { may } from '../../../src/ground/people/role-rules.ts';

const TODAY = '2027-03-03';
const GROUP: Thing = { areaId: 'north', groupId: 'gardeners' };
const ASSET: Thing = { areaId: 'north', ownerId: 'council', assetId: 'yard' };
const ROOM: Thing = { ...ASSET, spaceId: 'loft' };
type Held = [role: Role, scope: Scope, scopeId: string, endsOn?: string];

/** Written by hand, apart from the code: what the table must come to in the cases that matter. */
const CASES: [title: string, rights: Held[] | null, act: ActName, thing: Thing, may: boolean][] = [
  ['nobody reads the public register', null, 'register.read', {}, true],
  ['nobody makes no group', null, 'group.create', {}, false],
  ['anybody who is signed in makes a group', [], 'group.create', {}, true],
  ['a broker edits a place of the area', [['broker', 'area', 'north']], 'asset.edit', ASSET, true],
  ['a broker of another area does not', [['broker', 'area', 'south']], 'asset.edit', ASSET, false],
  [
    'a right whose id happens to be that of another kind of thing does not count',
    [['broker', 'area', 'yard']],
    'asset.edit',
    ASSET,
    false,
  ],
  ['a thing without an area is in nobody’s', [['broker', 'area', 'north']], 'asset.edit', { assetId: 'yard' }, false],
  [
    'an owner’s representative edits the owner’s places',
    [['owner_representative', 'owner', 'council']],
    'asset.edit',
    ASSET,
    true,
  ],
  ['one for a single place edits that one', [['owner_representative', 'asset', 'yard']], 'asset.edit', ASSET, true],
  ['and no other', [['owner_representative', 'asset', 'hall']], 'asset.edit', ASSET, false],
  [
    'an owner’s representative keeps the rooms of the owner’s places',
    [['owner_representative', 'owner', 'council']],
    'space.edit',
    ROOM,
    true,
  ],
  ['one for a single place keeps its rooms', [['owner_representative', 'asset', 'yard']], 'space.edit', ROOM, true],
  [
    'a caretaker opens a room, and changes nothing about it',
    [['caretaker', 'space', 'loft']],
    'space.edit',
    ROOM,
    false,
  ],
  [
    'an owner’s representative does not keep the area’s calendar',
    [['owner_representative', 'owner', 'council']],
    'area.calendar',
    { areaId: 'north' },
    false,
  ],
  ['a broker does', [['broker', 'area', 'north']], 'area.calendar', { areaId: 'north' }, true],
  [
    'an owner’s representative releases nothing',
    [['owner_representative', 'owner', 'council']],
    'asset.release',
    ASSET,
    false,
  ],
  ['a viewer sees, and changes nothing', [['viewer', 'area', 'north']], 'asset.edit', ASSET, false],
  ['a right holds on its last day', [['broker', 'area', 'north', '2027-03-03']], 'asset.edit', ASSET, true],
  ['and not on the day after', [['broker', 'area', 'north', '2027-03-02']], 'asset.edit', ASSET, false],
  ['only an administrator gives rights', [['broker', 'area', 'north']], 'people.grant', { areaId: 'north' }, false],
  [
    'an administrator gives rights',
    [['area_administrator', 'area', 'north']],
    'people.grant',
    { areaId: 'north' },
    true,
  ],
  ['a broker checks a group’s paper', [['broker', 'area', 'north']], 'group.check_document', GROUP, true],
  [
    'but not that of a group one is in',
    [
      ['broker', 'area', 'north'],
      ['group_member', 'group', 'gardeners'],
    ],
    'group.check_document',
    GROUP,
    false,
  ],
  [
    'nor as its lead and administrator at once',
    [
      ['area_administrator', 'area', 'north'],
      ['group_lead', 'group', 'gardeners'],
    ],
    'group.check_document',
    GROUP,
    false,
  ],
  [
    'being in another group forbids nothing',
    [
      ['broker', 'area', 'north'],
      ['group_lead', 'group', 'bakers'],
    ],
    'group.check_document',
    GROUP,
    true,
  ],
  [
    'a part in the group that has ended forbids nothing',
    [
      ['broker', 'area', 'north'],
      ['group_lead', 'group', 'gardeners', '2027-03-01'],
    ],
    'group.check_document',
    GROUP,
    true,
  ],
  [
    'nobody registers their own group as an officer',
    [
      ['broker', 'area', 'north'],
      ['group_deputy', 'group', 'gardeners'],
    ],
    'group.assist',
    GROUP,
    false,
  ],
  ['a member reads no papers', [['group_member', 'group', 'gardeners']], 'group.read_document', GROUP, false],
  ['a deputy does', [['group_deputy', 'group', 'gardeners']], 'group.read_document', GROUP, true],
  ['of the own group', [['group_deputy', 'group', 'bakers']], 'group.read_document', GROUP, false],
  [
    'a broker sees which mails did not arrive',
    [['broker', 'area', 'north']],
    'mail.undelivered',
    { areaId: 'north' },
    true,
  ],
  ['not those of another area', [['broker', 'area', 'south']], 'mail.undelivered', { areaId: 'north' }, false],
  ['a viewer sees none', [['viewer', 'area', 'north']], 'mail.undelivered', { areaId: 'north' }, false],
  ['the lead closes the group', [['group_lead', 'group', 'gardeners']], 'group.close', GROUP, true],
  ['a deputy does not', [['group_deputy', 'group', 'gardeners']], 'group.close', GROUP, false],
  ['only the lead hands over the lead', [['group_deputy', 'group', 'gardeners']], 'group.hand_over', GROUP, false],
];

describe('Who may do what', () => {
  for (const [title, rights, act, thing, expected] of CASES) {
    it(`${title} (${act})`, () => expect(may(rights && whoHolds(rights), act, thing, TODAY)).to.equal(expected));
  }
});

function whoHolds(rights: Held[]): Who {
  const held = rights.map(([role, scope, scopeId, endsOn = null]): Right => ({ id: '', role, scope, scopeId, endsOn }));
  return { personId: 'ann', name: 'Ann', email: null, rights: held, provedAt: '', withPasskey: false };
}
