import { expect } from 'chai';
import type { GroupDocument } from '../../../src/groups/groups/document-contract.ts';
import { documentRemindersOn } from '../../../src/groups/groups/document-reminder-store.ts';
import { documentsOn } from '../../../src/groups/groups/document-store.ts';
import { waitingDocumentsOn } from '../../../src/groups/groups/waiting-document-store.ts';
import type { Group } from '../../../src/groups/groups/group-contract.ts';
import { groupsOn } from '../../../src/groups/groups/group-store.ts';
import { lettersOn } from '../../../src/groups/groups/letter-store.ts';
import { handoversOn } from '../../../src/groups/groups/membership-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { NOW, someServices, type TestServices } from '../../support/server.ts';

const IN_USE = new Date(NOW);

eachDatabase('What is kept of groups', (open) => {
  let services: TestServices;
  let town: Town;
  let personId: string;

  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
    personId = (
      await services.inOneTransaction((unit) => services.people.personWith(unit, 'gita@example.org', 'Gita', 'test'))
    ).id;
  });
  after(() => services.stop());

  const aStoredGroup = async (more: Partial<Group> = {}): Promise<Group> => {
    const group: Group = {
      id: services.newId(),
      areaId: town.area.id,
      name: 'Growers',
      publicName: null,
      legalForm: 'constituted',
      size: 'over_100',
      purpose: 'We “grow” & show.',
      audience: 'Anybody',
      telephone: null,
      channel: 'paper',
      receivedOn: '2027-03-01',
      readBack: 'letter',
      registeredBy: personId,
      submission: services.newId(),
      createdAt: NOW,
      closedAt: null,
      ...more,
    };
    await groupsOn(services.db).add(group);
    return group;
  };
  const aDocument = (groupId: string, more: Partial<GroupDocument> = {}): GroupDocument => ({
    id: services.newId(),
    groupId,
    kind: 'insurance',
    fileName: services.newId(),
    mediaType: 'application/pdf',
    bytes: 1,
    sha256: '0'.repeat(64),
    expiresOn: '2027-12-31',
    receivedOn: '2027-03-01',
    uploadedBy: personId,
    uploadedAt: NOW,
    state: 'waiting',
    checkedBy: null,
    checkedAt: null,
    reason: null,
    supersededAt: null,
    ...more,
  });
  const refused = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => false,
      () => true,
    );

  it('comes back as it went in', async () => {
    const group = await aStoredGroup({ publicName: 'Tuesday friends', telephone: '01632 960 001' });
    expect(await groupsOn(services.db).byId(group.id)).to.deep.equal(group);
    const document = aDocument(group.id, {
      state: 'not_accepted',
      reason: 'Torn',
      checkedBy: personId,
      checkedAt: NOW,
    });
    await documentsOn(services.db).add(document);
    expect(await documentsOn(services.db).of(group.id)).to.deep.equal([document]);
    expect(await documentsOn(services.db).byId(document.id, services.newId()), 'by way of another group').to.equal(
      undefined,
    );
  });

  it('is one group a form, one lead a group, one open hand-over, and one waiting paper of a kind', async () => {
    const group = await aStoredGroup();
    expect(await groupsOn(services.db).add({ ...group, id: services.newId() })).to.equal(false);
    const right = (id: string) => ({
      id,
      person_id: personId,
      role: 'group_lead',
      scope_kind: 'group',
      scope_id: group.id,
      granted_at: NOW,
      granted_by: personId,
    });
    await services.db('rights').insert(right(services.newId()));
    expect(await refused(services.db('rights').insert(right(services.newId())))).to.equal(true);
    const handover = (id: string) => ({
      id,
      groupId: group.id,
      fromPerson: personId,
      toPerson: personId,
      createdAt: NOW,
    });
    const first = handover(services.newId());
    await handoversOn(services.db).add(first);
    expect(await refused(handoversOn(services.db).add(handover(services.newId())))).to.equal(true);
    expect([
      await handoversOn(services.db).end(first.id, 'declined', IN_USE),
      await handoversOn(services.db).end(first.id, 'accepted', IN_USE),
    ]).to.deep.equal([true, false]);
    await handoversOn(services.db).add(handover(services.newId()));
    await documentsOn(services.db).add(aDocument(group.id));
    expect(await refused(documentsOn(services.db).add(aDocument(group.id)))).to.equal(true);
  });

  it('lists what waits page by page, the oldest first, each once, whatever came in on the same day', async () => {
    const { area } = await aTown(services, { slug: 'lists', name: 'Lists', southWestCorner: { lon: -3, lat: 54 } });
    const documents = documentsOn(services.db);
    for (let count = 0; count < 25; count++) {
      const group = await aStoredGroup({ areaId: area.id, name: `Group ${count}` });
      await documents.add(
        aDocument(group.id, {
          receivedOn: `2027-02-0${((count * 7) % 4) + 1}`,
          kind: count % 5 === 0 ? 'rules' : 'insurance',
        }),
      );
    }
    const seen: { id: string; receivedOn: string }[] = [];
    for (let after: { on: string; id: string } | null = null; ;) {
      const page = await waitingDocumentsOn(services.db).waiting({ areaId: area.id, kind: undefined, after, limit: 4 });
      seen.push(...page);
      const last = page.at(-1);
      if (!last) break;
      after = { on: last.receivedOn, id: last.id };
    }
    expect(new Set(seen.map(({ id }) => id)).size).to.equal(25);
    expect(seen).to.have.lengthOf(25);
    expect(seen.map(({ receivedOn }) => receivedOn)).to.deep.equal(seen.map(({ receivedOn }) => receivedOn).toSorted());
    expect(
      await waitingDocumentsOn(services.db).waiting({ areaId: area.id, kind: 'rules', after: null, limit: 50 }),
    ).to.have.lengthOf(5);
    expect(await waitingDocumentsOn(services.db).countWaiting(area.id)).to.equal(25);
  });

  it('finds groups by a part of their name, with signs that databases read otherwise', async () => {
    const { area } = await aTown(services, { slug: 'names', name: 'Names', southWestCorner: { lon: -3, lat: 55 } });
    for (const name of ['100% Growers', 'A_B', 'AxB', 'Hi! there', 'Café “Élan”', 'growers too'])
      await aStoredGroup({ areaId: area.id, name });
    const called = async (words: string): Promise<string[]> =>
      (await groupsOn(services.db).inArea(area.id, words, null, 50)).map(({ name }) => name);
    expect(await called('100%')).to.deep.equal(['100% Growers']);
    expect(await called('a_b')).to.deep.equal(['A_B']);
    expect(await called('hi!')).to.deep.equal(['Hi! there']);
    expect(await called('GROWERS')).to.have.members(['100% Growers', 'growers too']);
    expect(await called("'; drop table groups; --")).to.deep.equal([]);
    const [first] = await groupsOn(services.db).inArea(area.id, '', null, 1);
    expect(
      await groupsOn(services.db).inArea(area.id, '', { name: first?.name ?? '', id: first?.id ?? '' }, 50),
    ).to.have.lengthOf(5);
  });

  it('marks a reminder and a letter once, whoever else does at the same moment', async () => {
    const group = await aStoredGroup();
    const document = aDocument(group.id);
    await documentsOn(services.db).add(document);
    const marks = await Promise.all(
      [1, 2, 3].map(() => documentRemindersOn(services.db).markReminded(document.id, '7_days', IN_USE)),
    );
    expect(marks.filter(Boolean)).to.have.lengthOf(1);
    const letter = {
      id: services.newId(),
      areaId: town.area.id,
      groupId: group.id,
      personId,
      kind: 'x',
      subject: 'Dear',
      text: 'One\n\nTwo',
      createdAt: NOW,
      printedAt: null,
      printedBy: null,
      onceKey: null,
    };
    await lettersOn(services.db).add(letter);
    const printed = await Promise.all(
      [1, 2, 3].map(() => lettersOn(services.db).markPrinted(letter.id, personId, IN_USE)),
    );
    expect(printed.filter(Boolean)).to.have.lengthOf(1);
  });
});
