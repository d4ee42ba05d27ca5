import { CASEWORK_ACTS } from './casework-act-contract.ts';
import {
  GROUP_PEOPLE,
  OFFICERS,
  OWNERS_PEOPLE,
  REGISTER_KEEPERS,
  REGISTER_KEEPERS_AND_VIEWERS,
  SCORERS,
} from './role-set-contract.ts';

/** What a right is held on. */
export const SCOPES = ['area', 'owner', 'asset', 'space', 'group'] as const;
export type Scope = (typeof SCOPES)[number];
export const SCOPE_WORDS: Record<Scope, string> = {
  area: 'an area',
  owner: 'all places of an owner',
  asset: 'one place',
  space: 'one room',
  group: 'a group',
};

/** Every role, where it is held, and what it is called. Roles are held on things, never on the whole installation. */
export const ROLES = {
  area_administrator: {
    on: ['area'],
    words: 'Area administrator',
    meaning: 'looks after an area: its people, their rights, and everything brokers do',
  },
  broker: { on: ['area'], words: 'Asset broker', meaning: 'matches groups and places, and keeps the register' },
  democratic_services: { on: ['area'], words: 'Democratic services', meaning: 'checks petitions and runs hearings' },
  decision_officer: {
    on: ['area'],
    words: 'Decision officer',
    meaning: 'signs decisions, never on a case of their own',
  },
  monitoring_officer: {
    on: ['area'],
    words: 'Monitoring officer',
    meaning: 'answers when others were silent too long, and sees that the rules are kept',
  },
  scorer: { on: ['area'], words: 'Scorer', meaning: 'scores the community benefit test' },
  hearing_chair: { on: ['area'], words: 'Hearing chair', meaning: 'chairs public hearings' },
  panel_member: { on: ['area'], words: 'Panel member', meaning: 'sits on hearing panels' },
  review_panel: { on: ['area'], words: 'Review panel', meaning: 'looks again at decisions that somebody disputes' },
  ward_councillor: { on: ['area'], words: 'Ward councillor', meaning: 'speaks for a ward' },
  owner_representative: {
    on: ['owner', 'asset'],
    words: 'Owner representative',
    meaning: 'answers for an owner, or for one place',
  },
  caretaker: { on: ['asset', 'space'], words: 'Caretaker', meaning: 'opens and closes a place' },
  viewer: {
    on: ['area', 'owner', 'asset', 'space'],
    words: 'Viewer',
    meaning: 'sees what officers see, and changes nothing',
  },
  group_lead: { on: ['group'], words: 'Group lead', meaning: 'speaks and signs for a group' },
  group_deputy: { on: ['group'], words: 'Group deputy', meaning: 'stands in for the lead' },
  group_member: { on: ['group'], words: 'Group member', meaning: 'sees what the group does here' },
} as const satisfies Record<string, { on: readonly Scope[]; words: string; meaning: string }>;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Officers' roles: an area may ask those who hold one to add a passkey. */
export const STAFF_ROLES: readonly Role[] = [
  'area_administrator',
  'broker',
  'democratic_services',
  'decision_officer',
  'monitoring_officer',
  'scorer',
  'hearing_chair',
  'review_panel',
];

export type Right = { id: string; role: Role; scope: Scope; scopeId: string; endsOn: string | null };
/** Somebody who is signed in. */
export type Who = {
  personId: string;
  name: string;
  email: string | null;
  rights: readonly Right[];
  provedAt: string;
  withPasskey: boolean;
  /** Officers' rights that count only once a passkey has been used. */
  heldBack?: readonly Right[];
};
/** What an act is done to, with everything it belongs to. `personId` is whose own it is. */
export type Thing = Partial<Record<`${Scope}Id`, string | null>> & { personId?: string | null };

type Act = {
  /** Roles that may; `anyone` needs no sign-in, `signed_in` any account, `self` the person it belongs to. */
  who: readonly (Role | 'anyone' | 'signed_in' | 'self')[];
  /** Roles that, held on the same thing, forbid it: nobody decides on their own. */
  never?: readonly Role[];
  words: string;
};

/**
 * Who may do what: the one table. The code asks it, a test goes through it role by role over HTTP, and the page
 * "Who may do what" shows it. An endpoint without an act of this table does not start.
 */
export const ACTS = {
  'register.read': { who: ['anyone'], words: 'Read the public register' },
  'session.sign_in': { who: ['anyone'], words: 'Sign in' },
  'session.own': { who: ['signed_in'], words: 'See and end one’s own sessions, and change one’s own account' },
  'desk.open': {
    who: [
      ...OFFICERS,
      'democratic_services',
      'decision_officer',
      'monitoring_officer',
      'scorer',
      'hearing_chair',
      'panel_member',
      'review_panel',
      'ward_councillor',
      'viewer',
    ],
    words: 'Open an area’s desk',
  },
  'owner.open': { who: REGISTER_KEEPERS_AND_VIEWERS, words: 'Open an owner’s home: all its places and their states' },
  'asset.read': { who: [...REGISTER_KEEPERS, 'caretaker', 'viewer'], words: 'See an asset’s true record' },
  'asset.edit': { who: REGISTER_KEEPERS, words: 'Edit an asset, its outline and its photos' },
  'asset.release': { who: OFFICERS, words: 'Release an empty building to the public, or hide it again' },
  'space.edit': {
    who: REGISTER_KEEPERS,
    words: 'Edit a place’s rooms and spaces: facts, opening hours, prices, parts and its own terms',
  },
  'contact.keep': {
    who: REGISTER_KEEPERS,
    words: 'Say how an area or an owner is reached and paid: telephone, address, hours',
  },
  'area.calendar': { who: OFFICERS, words: 'Keep an area’s school terms and days off' },
  'asset.import': { who: REGISTER_KEEPERS, words: 'Import an owner’s list' },
  'people.read': { who: [...OFFICERS], words: 'See who has which rights' },
  'people.grant': { who: ['area_administrator'], words: 'Give rights, invite people and end rights' },
  'group.create': { who: ['signed_in'], words: 'Create a group' },
  'group.read': { who: [...GROUP_PEOPLE, ...OFFICERS], words: 'See a group’s own page' },
  'group.edit': { who: ['group_lead', 'group_deputy'], words: 'Change a group’s details and upload its documents' },
  'group.invite': {
    who: ['group_lead', 'group_deputy'],
    words: 'Invite people into a group, and end their part in it',
  },
  'group.hand_over': { who: ['group_lead'], words: 'Hand over the lead of a group' },
  'group.close': { who: ['group_lead'], words: 'Close a group for good' },
  'group.read_document': { who: ['group_lead', 'group_deputy', ...OFFICERS], words: 'Read a group’s documents' },
  'group.check_document': { who: OFFICERS, never: GROUP_PEOPLE, words: 'Check a group’s document' },
  'group.assist': {
    who: OFFICERS,
    never: GROUP_PEOPLE,
    words: 'Register a group for somebody who rang, wrote or came in',
  },
  'booking.check': { who: ['anyone'], words: 'See which dates of a room are free' },
  'booking.request': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Book a room for a group, or ask for it',
  },
  'booking.read': { who: [...GROUP_PEOPLE, ...REGISTER_KEEPERS], words: 'See a booking: its dates, price and history' },
  'booking.change': { who: ['group_lead', 'group_deputy', ...OFFICERS], words: 'Change or cancel a group’s booking' },
  'booking.take_back': {
    who: REGISTER_KEEPERS,
    never: GROUP_PEOPLE,
    words: 'Take dates of a booking back for the owner, with notice and a reason',
  },
  'booking.answer': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Answer for a group about its booking: another date, what was kept of a deposit, how it went, notice',
  },
  'booking.see_to': {
    who: REGISTER_KEEPERS,
    never: GROUP_PEOPLE,
    words: 'See to the start and the end of a booking: induction, notice, giving back money',
  },
  'owner.statement': { who: REGISTER_KEEPERS, words: 'Take an owner’s statement of money for its rooms' },
  'group.statement': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Take a group’s statement of money for rooms',
  },
  'need.save': { who: ['signed_in'], words: 'Be told when a room opens that one looks for' },
  'need.keep_for': {
    who: OFFICERS,
    words: 'Keep for a group without e-mail what room it looks for, and note that it was told',
  },
  'need.own': { who: ['self'], words: 'End what one has asked to be told of' },
  'room.begin': { who: ['signed_in'], words: 'Begin to ask for a room' },
  'room.ask': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Ask for a room for a group, change the request and take it back',
  },
  'room.read': {
    who: [...GROUP_PEOPLE, 'owner_representative', ...OFFICERS],
    words: 'See a group’s request for a room',
  },
  'room.sign': { who: ['group_lead', ...OFFICERS], words: 'Take a room that is offered to a group, and sign for it' },
  'room.answer': {
    who: ['owner_representative', ...OFFICERS],
    never: GROUP_PEOPLE,
    words: 'Answer for the owner whether a group gets a room',
  },
  'room.answer_by_link': { who: ['anyone'], words: 'Answer for the owner with the link from a mail' },
  'room.take_deposit': {
    who: ['owner_representative', ...OFFICERS],
    never: GROUP_PEOPLE,
    words: 'Write down money for a booking: paid, waived, in parts',
  },
  'room.close': { who: OFFICERS, never: GROUP_PEOPLE, words: 'Close a request for which there is no room' },
  'room.list': { who: OFFICERS, words: 'See an area’s requests for rooms by what is due' },
  'room.list_owned': { who: ['owner_representative', ...OFFICERS], words: 'See which requests wait for an owner' },
  'news.stop': { who: ['anyone'], words: 'Stop news, with the link from a mail' },
  'group.list': { who: OFFICERS, words: 'See an area’s groups and what waits for a check' },
  'group.see_invitation': { who: ['anyone'], words: 'See the invitation behind a link in a mail' },
  'group.join': { who: ['signed_in'], words: 'Accept an invitation into a group' },
  'group.take_over': { who: ['group_deputy', 'group_member'], words: 'Accept the lead of a group, or say no' },
  'group.leave': { who: GROUP_PEOPLE, words: 'Leave a group' },
  'calendar.link': { who: ['signed_in'], words: 'Make and end one’s own secret calendar addresses' },
  'calendar.read': { who: ['anyone'], words: 'Read a calendar with its secret address' },
  'group.see_dates': { who: GROUP_PEOPLE, words: 'See a group’s dates in a calendar' },
  'space.see_dates': {
    who: [...REGISTER_KEEPERS_AND_VIEWERS, 'caretaker'],
    words: 'See who uses a building or a room, and when',
  },
  'space.check_in': {
    who: [...REGISTER_KEEPERS, 'caretaker'],
    words: 'Say who came to a booked date, and take that back',
  },
  'arrival.read': { who: [...REGISTER_KEEPERS, 'caretaker'], words: 'Read how to get into a building: keys and alarm' },
  'arrival.write': { who: REGISTER_KEEPERS, words: 'Write down how to get into a building' },
  'closure.manage': { who: REGISTER_KEEPERS, words: 'Close a building or a room for some days, and open it again' },
  'keepers.grant': { who: REGISTER_KEEPERS, words: 'Give and end the rights of caretakers and viewers of a place' },
  'group.call': { who: OFFICERS, words: 'See which groups did not come, and note that somebody rang them' },
  'money.list': {
    who: OFFICERS,
    words: 'See which groups of an area owe money for rooms, and note that somebody rang them about it',
  },
  'compact.read': { who: OFFICERS, words: 'See which owners have joined the compact, and by which decision' },
  'compact.record': {
    who: ['area_administrator'],
    words: 'Record that an owner joins the compact, and adopt terms for rooms and cases',
  },
  'letter.print': { who: OFFICERS, words: 'Print letters to people without an e-mail address' },
  'mail.undelivered': { who: OFFICERS, words: 'See which mails to people of an area did not arrive' },
  'test.answer': { who: ['group_lead', 'group_deputy'], words: 'Answer the questions of the benefit test for a group' },
  'test.list': { who: [...SCORERS, ...OFFICERS], words: 'See which benefit tests wait in an area' },
  'test.read': {
    who: [...SCORERS, ...OFFICERS],
    never: GROUP_PEOPLE,
    words: 'Read a benefit test that is open to one, and how it is scored',
  },
  'test.score': {
    who: SCORERS,
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Score a benefit test that is open to one: panel and chair only where scorers were silent',
  },
  'test.settle': {
    who: SCORERS,
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Settle questions on which two scorers differ',
  },
  'test.check_gates': {
    who: OFFICERS,
    never: GROUP_PEOPLE,
    words: 'Check the gates of a benefit test and publish its result',
  },
  ...CASEWORK_ACTS,
  'outbox.read': { who: ['anyone'], words: 'See what the demonstration would have sent' },
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

/** What pages ask about whoever sent a request. The wiring hands it over, so that no feature needs another. */
export type Access = {
  /** @throws Problem 401 when nobody is signed in */
  signedIn(req: { who: Who | null }): Who;
  may(who: Who | null, act: ActName, thing: Thing): boolean;
  /** Ids of the things of one kind on which somebody may do an act by a right of their own. */
  scopes(who: Who, act: ActName, scope: Scope): string[];
};
