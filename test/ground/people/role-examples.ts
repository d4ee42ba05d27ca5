import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import type { ActName, Role, Scope, Thing, Who } from '../../../src/ground/people/role-contract.ts';
import { aStoredRequest } from '../../rooms/requests/a-request.ts';
import { anAsk } from '../../casework/enquiries/an-enquiry.ts';
import { aWish, placed } from '../../rooms/bookings/a-room.ts';
import { anArea, anAsset, anOwner, aTown, found, type Town } from '../../support/domain.ts';
import type { TestServices } from '../../support/server.ts';
import { aSpace } from '../../support/spaces.ts';

/** One thing of each kind, and for each a second one that belongs elsewhere. */
export type World = {
  town: Town;
  asset: Asset;
  groupId: string;
  documentId: string;
  letterId: string;
  invitationId: string;
  photoId: string;
  importId: string;
  roomListId: string;
  someoneId: string;
  needId: string;
  rightId: string;
  spaceId: string;
  bookingId: string;
  /** A request for a room that its owner has been asked for, and that room of it. */
  requestId: string;
  /** A group's place on a waiting list. */
  waitingId: string;
  optionId: string;
  /** A date of a booking. */
  dateId: string;
  /** A benefit test of the group that waits to be scored, and evidence in it. */
  testId: string;
  evidenceId: string;
  /** A benefit test of the group for a case, as a draft. */
  caseTestId: string;
  /** A question whose a place is, that somebody asked. */
  enquiryId: string;
  /** A proposal of the group for the place, that has been sent. */
  proposalId: string;
  /** A petition of the group for a building, whose wording waits to be checked. */
  petitionId: string;
  buildingId: string;
  /** An interest of somebody in the owner’s place, and a time to see it. */
  interestId: string;
  viewingId: string;
  /** A comment on it, that everybody reads. */
  commentId: string;
  /** Where a right does not reach: another area, owner, place, group. */
  elsewhere: Record<Scope, string>;
};
/** What an act is done to, and how an address names it. */
export type Example = {
  thing: Thing;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON where what it is done to stands in what is sent. */ body?: Record<string, string>;
};

/**
 * For each act of the table of who may do what: a thing it can be done to. `thing` is written down here by hand, not asked of the
 * endpoint, so that an endpoint that asks about the wrong thing is found out.
 * A new act needs a line here. An endpoint with a parameter that its act's example lacks needs one there, or one in `SPECIAL`.
 */
export const EXAMPLES: Record<ActName, (world: World) => Example> = {
  'register.read': ({ asset, spaceId }) => ({
    thing: {},
    params: { id: asset.id, space: spaceId, slug: 'testborough', collectionId: 'places', featureId: asset.id },
  }),
  'session.sign_in': () => ({ thing: {}, params: { token: 'x'.repeat(43) } }),
  'session.own': ({ someoneId }) => ({ thing: {}, params: { id: someoneId } }),
  'need.save': () => ({ thing: {} }),
  'need.own': ({ needId, someoneId }) => ({ thing: { personId: someoneId }, params: { id: needId } }),
  'news.stop': () => ({ thing: {}, params: { token: 'x'.repeat(43) } }),
  'outbox.read': ({ someoneId }) => ({ thing: {}, params: { id: someoneId } }),
  'desk.open': inArea,
  'owner.open': ({ town }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id },
    params: { id: town.owner.id },
  }),
  'asset.read': anyAsset,
  'asset.edit': anyAsset,
  'asset.release': anyAsset,
  'space.edit': ({ town, asset, spaceId, photoId }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id, spaceId },
    params: { asset: asset.id, space: spaceId, photoId, width: '480' },
  }),
  'area.calendar': inArea,
  'asset.import': ({ town, importId, roomListId }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id },
    params: { id: importId, owner: town.owner.id, list: roomListId },
    query: { area: town.area.slug, owner: town.owner.id },
  }),
  'people.read': inArea,
  'people.grant': inArea,
  'mail.undelivered': inArea,
  'room.begin': ({ spaceId }) => ({ thing: {}, params: { space: spaceId } }),
  'room.ask': aRequest,
  'room.read': aRequest,
  'room.sign': aRequest,
  'room.answer': aRequest,
  'room.answer_by_link': () => ({ thing: {}, params: { token: 'x'.repeat(43) } }),
  'room.take_deposit': aRequest,
  'room.close': aRequest,
  'room.list': inArea,
  'room.list_owned': ({ town }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id },
    params: { id: town.owner.id },
  }),
  'booking.check': () => ({ thing: {} }),
  'booking.request': aBooking,
  'booking.read': aBooking,
  'booking.change': aBooking,
  'booking.take_back': aBooking,
  'booking.answer': aBooking,
  'booking.see_to': aBooking,
  'owner.statement': ({ town }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id },
    params: { id: town.owner.id },
  }),
  'group.statement': aGroup,
  'group.list': inArea,
  'group.create': () => ({ thing: {} }),
  'group.see_invitation': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'group.join': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'group.read': aGroup,
  'group.edit': aGroup,
  'group.invite': aGroup,
  'group.hand_over': aGroup,
  'group.take_over': aGroup,
  'group.leave': aGroup,
  'group.close': aGroup,
  'group.read_document': aGroup,
  'group.check_document': aGroup,
  'group.assist': aGroup,
  'test.answer': aGroup,
  'test.list': inArea,
  'test.read': aTest,
  'test.score': aTest,
  'test.settle': aTest,
  'test.check_gates': aTest,
  'calendar.link': ({ someoneId }) => ({ thing: {}, params: { id: someoneId } }),
  'calendar.read': () => ({ thing: {}, params: { file: `${'x'.repeat(43)}.ics` } }),
  'group.see_dates': aGroup,
  'space.see_dates': anyAsset,
  'space.check_in': anyDate,
  'arrival.read': anyAsset,
  'arrival.write': anyAsset,
  'closure.manage': aRunBuilding,
  'keepers.grant': aRunBuilding,
  'group.call': inArea,
  'money.list': inArea,
  'need.keep_for': (world) => ({ ...inArea(world), params: { id: world.needId } }),
  'contact.keep': ({ town }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id },
    params: { kind: 'owner', id: town.owner.id },
    query: { area: town.area.slug },
  }),
  'compact.read': inArea,
  'compact.record': inArea,
  'enquiry.ask': ({ enquiryId }) => ({ thing: {}, params: { id: enquiryId } }),
  'enquiry.own': anEnquiry,
  'enquiry.read': anEnquiry,
  'enquiry.look': anEnquiry,
  'enquiry.disprove': anEnquiry,
  'enquiry.list': inArea,
  'enquiry.assist': inArea,
  'interest.register': ({ asset }) => ({ thing: {}, query: { asset: asset.id } }),
  'interest.assist': (world) => ({ ...inArea(world), query: { area: world.town.area.slug, asset: world.asset.id } }),
  'interest.own': anInterest,
  'interest.read': anInterest,
  'interest.answer': anInterest,
  'interest.list': inArea,
  'viewing.offer': aViewing,
  'viewing.open': aViewing,
  'proposal.begin': () => ({ thing: {} }),
  'proposal.own': aProposal,
  'proposal.check': aProposal,
  'proposal.list': inArea,
  'pause.ask': aProposal,
  'pause.own': aProposal,
  'pause.court': aProposal,
  'pause.stop': aProposal,
  'proposal.follow': ({ proposalId }) => ({ thing: {}, params: { id: proposalId, key: 'x'.repeat(43) } }),
  'partner.see': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'partner.answer': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'partner.assist': aProposal,
  'partner.leave': ({ proposalId, groupId }) => ({ thing: { groupId }, params: { id: proposalId, group: groupId } }),
  'hearing.ask': aProposal,
  'hearing.call': aProposal,
  'hearing.conclude': aProposal,
  'hearing.speak': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'hearing.speak_for': aProposal,
  'minutes.write': aProposal,
  'minutes.correct': aProposal,
  'speaker.by_link': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'rival.choose': aProposal,
  'petition.begin': () => ({ thing: {} }),
  'petition.own': aPetition,
  'petition.check': aPetition,
  'petition.sign': ({ petitionId }) => ({ thing: {}, params: { id: petitionId } }),
  'petition.by_link': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'petition.enter': aPetition,
  'petition.count': aPetition,
  'petition.sponsor': aPetition,
  'petition.list': inArea,
  'comment.make': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'comment.by_link': () => ({ thing: {}, params: { key: 'x'.repeat(43) } }),
  'comment.reply': aProposal,
  'comment.assist': aProposal,
  'comment.read': aProposal,
  'comment.look': (world) => ({ ...aProposal(world), params: { id: world.commentId } }),
  'comment.answer': aProposal,
  'comment.list': inArea,
  'decision.agree': aProposal,
  'decision.file': aProposal,
  'decision.extend': aProposal,
  'decision.read': aProposal,
  'decision.decide': aProposal,
  'decision.call_in': aProposal,
  'decision.hear': aProposal,
  'decision.ask_review': aProposal,
  'decision.review': aProposal,
  'letter.print': ({ town, letterId }) => ({
    thing: { areaId: town.area.id },
    params: { id: letterId },
    query: { area: town.area.slug },
  }),
};

/** Endpoints whose thing is another than their act's usual one, by method and path. */
export const SPECIAL: Record<string, (world: World) => Example> = {
  'GET /desk/contacts': inArea,
  ...ofEachCaseTest('/case-tests/:id'),
  ...ofEachCaseTest('/desk/case-tests/:id'),
  'GET /case-tests/:id/evidence/:evidence/file': aCaseTest,
  // Registering a group for somebody is done in an area: there is no group yet.
  'GET /desk/groups/new': inArea,
  'POST /desk/groups': inArea,
  // Searching true records goes through a whole area: who may see one place of it may not.
  'GET /desk/search': inArea,
  'GET /desk/unchecked': inArea,
  // A time is offered on the page of an interest.
  'POST /interests/:id/times': anInterest,
  'GET /enquiries/:id': ({ enquiryId }) => ({ thing: {}, params: { id: enquiryId } }),
  'GET /api/enquiries/:id': ({ enquiryId }) => ({ thing: {}, params: { id: enquiryId } }),
  'GET /proposals/:id': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /p/:number': () => ({ thing: {}, params: { number: 'TB-4K7TC' } }),
  'GET /api/proposals/:id': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /proposals/:id/photos/:photoId/:width.webp': ({ proposalId, photoId }) => ({
    thing: {},
    params: { id: proposalId, photoId, width: '480' },
  }),
  'GET /proposals/:id/comments': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /proposals/:id/comments/new': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /api/proposals/:id/comments': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /proposals/:id/sign': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /proposals/:id/sign.pdf': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /proposals/:id/feed.atom': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /petitions/:id': ({ petitionId }) => ({ thing: {}, params: { id: petitionId } }),
  'GET /api/petitions/:id': ({ petitionId }) => ({ thing: {}, params: { id: petitionId } }),
  'GET /petitions/:id/sheet': ({ petitionId }) => ({ thing: {}, params: { id: petitionId } }),
  'GET /petitions/:id/sheet.pdf': ({ petitionId }) => ({ thing: {}, params: { id: petitionId } }),
  'GET /proposals.atom': ({ town }) => ({ thing: {}, query: { area: town.area.slug } }),
  'GET /proposals/:id/decision': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  'GET /api/proposals/:id/decision': ({ proposalId }) => ({ thing: {}, params: { id: proposalId } }),
  // Nothing was granted by silence: no code leads anywhere.
  'GET /certificates/:code': aCode,
  'GET /certificates/:code/certificate.pdf': aCode,
  'GET /api/certificates/:code': aCode,
  'GET /proposals/:id/grounds/:ground/paper': (world) => ({
    ...aProposal(world),
    params: { id: world.proposalId, ground: world.photoId },
  }),
  // A request begins with a group and a room: there is none yet.
  'GET /groups/:id/ask': ({ town, groupId, spaceId }) => ({
    thing: { areaId: town.area.id, groupId },
    params: { id: groupId },
    query: { space: spaceId },
  }),
  'POST /groups/:id/requests': ({ town, groupId, spaceId }) => ({
    thing: { areaId: town.area.id, groupId },
    params: { id: groupId },
    query: { space: spaceId },
  }),
  // Somebody waits for a room: the place belongs to a group.
  'GET /waiting/:id': aPlaceInLine,
  'POST /waiting/:id/leave': aPlaceInLine,
  // Without a building it shows all that somebody looks after.
  'GET /tonight': ({ town, asset }) => ({
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id },
    query: { building: asset.id },
  }),
};

function inArea({ town, someoneId, rightId, groupId }: World): Example {
  return {
    thing: { areaId: town.area.id },
    params: {
      slug: town.area.slug,
      area: town.area.slug,
      person: someoneId,
      id: rightId,
      right: rightId,
      group: groupId,
    },
    query: { area: town.area.slug },
  };
}

/** A question that somebody asked, whose place counts as the owner’s. */
function anEnquiry({ town, enquiryId, someoneId, photoId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, personId: someoneId },
    params: { id: enquiryId, photoId, width: '480' },
  };
}

/** An interest of somebody in the owner’s place. */
function anInterest({ town, asset, interestId, someoneId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id, personId: someoneId },
    params: { id: interestId },
  };
}

function aViewing({ town, asset, viewingId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id },
    params: { id: viewingId },
  };
}

function aCode(): Example {
  return { thing: {}, params: { code: '222222222222' } };
}

/** A proposal of the group for the owner’s place. */
function aProposal({ town, groupId, asset, proposalId, commentId, photoId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, groupId, assetId: asset.id },
    params: { id: proposalId, comment: commentId, partner: photoId, photoId, width: '480', part: 'insurance' },
  };
}

/** A petition of the group for a building of the owner. */
function aPetition({ town, groupId, buildingId, petitionId, photoId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, groupId, assetId: buildingId },
    params: { id: petitionId, sheet: photoId, strike: photoId, signature: photoId },
  };
}

function anyAsset({ town, asset, photoId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id },
    params: { id: asset.id, photoId, width: '800' },
  };
}

function aRunBuilding({ rightId, someoneId, ...world }: World): Example {
  const { thing, params } = anyAsset({ rightId, someoneId, ...world });
  return { thing, params: { ...params, right: rightId, closure: someoneId } };
}

function anyDate({ town, asset, spaceId, dateId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id, spaceId },
    params: { date: dateId },
  };
}

function aGroup({ town, groupId, documentId, invitationId, someoneId, evidenceId }: World): Example {
  return {
    thing: { areaId: town.area.id, groupId },
    params: { id: groupId, document: documentId, invitation: invitationId, person: someoneId, evidence: evidenceId },
    query: { area: town.area.slug },
  };
}

function aBooking({ town, asset, spaceId, groupId, bookingId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id, spaceId, groupId },
    params: { id: bookingId, date: '2027-03-09', offer: bookingId, deduction: bookingId },
    query: { what: 'one', which: 'one', date: '2027-03-09' },
    body: { space_id: spaceId, group_id: groupId },
  };
}

function aPlaceInLine({ town, groupId, waitingId }: World): Example {
  return { thing: { areaId: town.area.id, groupId }, params: { id: waitingId } };
}

function aRequest({ town, asset, spaceId, groupId, requestId, optionId }: World): Example {
  return {
    thing: { areaId: town.area.id, ownerId: town.owner.id, assetId: asset.id, spaceId, groupId },
    params: { id: requestId, option: optionId },
  };
}

function aTest({ town, groupId, testId, evidenceId }: World): Example {
  return { thing: { areaId: town.area.id, groupId }, params: { id: testId, evidence: evidenceId } };
}

function aCaseTest({ town, groupId, caseTestId, evidenceId }: World): Example {
  return {
    thing: { areaId: town.area.id, groupId },
    params: { id: caseTestId, question: 'NEED', evidence: evidenceId },
  };
}

/** The pages on which a case’s questions are answered, by the group or by an officer. */
function ofEachCaseTest(root: string): typeof SPECIAL {
  const names = [
    `GET ${root}`,
    `GET ${root}/:question`,
    `POST ${root}/:question`,
    `GET ${root}/evidence/new`,
    `POST ${root}/evidence`,
    `POST ${root}/evidence/:evidence/remove`,
  ];
  return Object.fromEntries(names.map((name) => [name, aCaseTest]));
}

/** Makes one thing of each kind. Nobody has any right on them. */
export async function aWorld(services: TestServices): Promise<World> {
  const { db, inOneTransaction, people, groups, newId } = services;
  const town = await aTown(services);
  const asset = await anAsset(services, town);
  const otherArea = await anArea(services, {
    slug: 'farborough',
    name: 'Farborough',
    southWestCorner: { lon: -1.5, lat: 53.1 },
  });
  const otherOwner = await anOwner(services, town.area, 'Another owner');
  const someone = await inOneTransaction((unit) => people.personWith(unit, 'someone@example.org', 'Someone', 'test'));
  const who: Who = {
    personId: someone.id,
    name: someone.name,
    email: someone.email,
    rights: [],
    provedAt: '',
    withPasskey: false,
  };
  const details = {
    name: 'Gardeners',
    public_name: null,
    legal_form: 'unconstituted',
    size: 'under_10',
    purpose: 'Gardens',
    audience: 'All',
    telephone: null,
    area: town.area.slug,
    adult: 'yes',
    agrees: 'yes',
  } as const;
  const group = await groups.create(who, details);
  const otherGroup = await groups.create(who, { ...details, name: 'Others' });
  // Each role is held in turn by the one person who goes through the table; a group has but one lead.
  await db('rights').update({ ended_at: '2027-03-01T00:00:00.000Z' });
  const [documentId, letterId, invitationId] = [newId(), newId(), newId()];
  await db('group_documents').insert({
    id: documentId,
    group_id: group.id,
    kind: 'insurance',
    file_name: 'none.pdf',
    media_type: 'application/pdf',
    bytes: 1,
    sha256: '0'.repeat(64),
    expires_on: null,
    received_on: '2027-03-01',
    uploaded_by: someone.id,
    uploaded_at: '2027-03-01T00:00:00.000Z',
    state: 'waiting',
    checked_by: null,
    checked_at: null,
    reason: null,
    superseded_at: null,
  });
  await db('letters').insert({
    id: letterId,
    area_id: town.area.id,
    group_id: group.id,
    person_id: someone.id,
    kind: 'x',
    subject: 'x',
    text: 'x',
    created_at: '2027-03-01T00:00:00.000Z',
    printed_at: null,
    printed_by: null,
  });
  const [importId, needId] = [newId(), newId()];
  await db('saved_needs').insert({
    id: needId,
    person_id: someone.id,
    area_id: town.area.id,
    wish: 'day=tue&start=18%3A00&hours=2',
    lon: null,
    lat: null,
    coarse: '{}',
    created_at: '2027-03-01T00:00:00.000Z',
    ends_on: '2027-09-01',
    checked_at: '2027-03-01T00:00:00.000Z',
    told_at: null,
    known: '[]',
    submission: newId(),
  });
  await db('import_screens').insert({
    id: importId,
    area_id: town.area.id,
    owner_id: town.owner.id,
    owner_name: town.owner.name,
    person_id: someone.id,
    file_name: 'list.csv',
    file_bytes: 1,
    state: 'checked',
    run: null,
    report: null,
    problem: null,
    preview: JSON.stringify({
      format: 'csv',
      encoding: 'utf-8',
      sha256: '',
      hasHeader: true,
      columns: [],
      rows: [],
      remembered: { map: {}, set: {}, crs: null, dates: null },
    }),
    options: JSON.stringify({
      map: {},
      set: {},
      crs: null,
      dates: null,
      area: town.area.slug,
      owner: town.owner.name,
      format: null,
      list: null,
      accept: [],
      apply: false,
    }),
    created_at: '2027-03-01T00:00:00.000Z',
    changed_at: '2027-03-01T00:00:00.000Z',
  });
  const [testId, evidenceId] = [newId(), newId()];
  const { id: criteriaId } = await inOneTransaction(({ trx }) =>
    services.benefitTests.criteria.pinned(trx, town.area.id, '2027-03-01'),
  );
  await db('benefit_tests').insert({
    id: testId,
    area_id: town.area.id,
    group_id: group.id,
    path: 'room',
    state: 'scoring',
    criteria_id: criteriaId,
    answers: JSON.stringify({ criteria: {}, gates: {}, news: '' }),
    channel: 'online',
    received_on: '2027-03-01',
    complete_on: '2027-03-01',
    created_at: '2027-03-01T00:00:00.000Z',
    changed_at: '2027-03-01T00:00:00.000Z',
    version: 1,
  });
  const caseTestId = await inOneTransaction((unit) =>
    services.caseTests.begin(unit, {
      areaId: town.area.id,
      groupId: group.id,
      path: 'land',
      subject: { kind: 'proposal', id: newId() },
      actor: someone.id,
    }),
  );
  const roomListId = newId();
  await db('room_imports').insert({
    id: roomListId,
    area_id: town.area.id,
    owner_id: town.owner.id,
    owner_name: town.owner.name,
    person_id: someone.id,
    file_name: 'rooms.csv',
    content: JSON.stringify({ name: 'rooms.csv', header: ['Venue', 'Room'], count: 0, examples: [] }),
    options: JSON.stringify({ columns: {}, room: '', open: '' }),
    state: 'mapping',
    report: null,
    changed_at: '2027-03-01T00:00:00.000Z',
  });
  const { id: rightId } = await db('rights').first('id');
  const spaceId = (await aSpace(services, asset)).id;
  const { booking, occurrences } = await placed(
    services,
    { personId: someone.id, brought: null },
    aWish(spaceId, group.id),
  );
  await inOneTransaction((unit) => services.bookings.steps.confirmIn(unit, booking.id, 'confirmed'));
  const request = await aStoredRequest(services, {
    areaId: town.area.id,
    groupId: group.id,
    personId: someone.id,
    spaceId,
    assetId: asset.id,
    ownerId: town.owner.id,
  });
  const asks = { personId: someone.id, name: '', email: null, rights: [], provedAt: '', withPasskey: false };
  const { enquiry } = await services.enquiries.asking.ask(asks, anAsk({ asset: (await anAsset(services, town)).id }));
  const enquiryId = enquiry.id;
  await db('enquiries').where({ id: enquiryId }).update({ owner_id: town.owner.id });
  await db('enquiry_followers').insert({ enquiry_id: enquiryId, person_id: someone.id, since: enquiry.askedAt });
  const proposal = await services.proposals.writing.begin(asks, { asset: asset.id, group: group.id });
  const sentOn = {
    state: 'received',
    received_on: '2027-03-01',
    owner_id: town.owner.id,
    draft_key: null,
  };
  await db('proposals').where({ id: proposal.id }).update(sentOn);
  const building = await anAsset(services, town, { kind: 'building' });
  const petition = await services.petitions.own.begin(asks, {
    asset: building.id,
    group: group.id,
    wording: 'Let the neighbours use this building for a year.',
    days: undefined,
    submission: undefined,
  });
  const interest = await services.interests.registering.register(asks, {
    asset: asset.id,
    idea: 'A repair café.',
    group_name: '',
  });
  const viewingId = newId();
  await db('viewings').insert({
    id: viewingId,
    area_id: town.area.id,
    asset_id: asset.id,
    day: '2027-03-20',
    begins: '10:00',
    ends: '11:00',
    places: 4,
    meeting: 'The green door',
    key_note: 'With the caretaker',
    state: 'offered',
    reason: '',
    version: 0,
    submission: newId(),
    created_at: '2027-03-01T00:00:00.000Z',
  });
  const commentId = newId();
  await db('comments').insert({
    id: commentId,
    proposal_id: proposal.id,
    area_id: town.area.id,
    stance: 'for',
    state: 'public',
    original: 'Yes.',
    shown: 'Yes.',
    name: 'Someone',
    address: 'Mill Lane',
    key_hash: '0'.repeat(64),
    channel: 'online',
    received_on: '2027-03-01',
    late: false,
    cut_because: '',
    rejected_because: '',
    reply: '',
    submission: newId(),
    created_at: '2027-03-01T00:00:00.000Z',
  });
  const waitingId = newId();
  await db('waiting_places').insert({
    id: waitingId,
    area_id: town.area.id,
    space_id: spaceId,
    group_id: group.id,
    state: 'waiting',
    wish: JSON.stringify({ recurrence: { kind: 'once', date: '2027-03-30' }, from: '18:00', to: '20:00' }),
    first_on: '2027-03-30',
    last_on: '2027-03-30',
    joined_at: '2027-03-01T00:00:00.000Z',
    created_by: someone.id,
    channel: 'online',
    received_on: '2027-03-01',
    submission: newId(),
  });
  return {
    ...request,
    enquiryId,
    proposalId: proposal.id,
    interestId: interest.id,
    viewingId,
    commentId,
    petitionId: petition.id,
    buildingId: building.id,
    waitingId,
    testId,
    evidenceId,
    caseTestId,
    town,
    asset,
    groupId: group.id,
    documentId,
    letterId,
    invitationId,
    photoId: newId(),
    importId,
    roomListId,
    someoneId: someone.id,
    needId,
    rightId,
    spaceId,
    bookingId: booking.id,
    dateId: found(occurrences[0]).id,
    elsewhere: {
      area: otherArea.id,
      owner: otherOwner.id,
      asset: (await anAsset(services, town)).id,
      space: newId(),
      group: otherGroup.id,
    },
  };
}

/** The id in a thing that a right of this kind would be held on. */
export const scopeIdIn = (thing: Thing, scope: Scope): string | null => thing[`${scope}Id`] ?? null;

export type Held = { role: Role; scope: Scope; scopeId: string; endsOn: string | null; ended: boolean };
