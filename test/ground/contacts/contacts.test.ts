import { expect } from 'chai';
import { contactSchema, NO_CONTACT, type Contact } from '../../../src/ground/contacts/contact-contract.ts';
import { missingOf, reachSentence, waysToReach } from '../../../src/ground/contacts/contact-words.ts';
import { aDesk, someoneWith, words, type Desk } from '../../front/desk/a-desk.ts';
import { aVisitor, type Visitor } from '../people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset } from '../../support/domain.ts';

const FILLED = {
  person: 'Priya Shah',
  telephone: '01632 960100',
  hours: 'Monday to Friday',
  counter: 'the Town Hall',
  email: 'places@council.example',
  paying: '',
};

describe('The words for how somebody is reached', () => {
  const cases: [string, Partial<Contact>, string | null][] = [
    ['nothing where nothing is known', {}, null],
    ['nothing for hours alone', { hours: 'Mondays', paying: 'Cash' }, null],
    ['a telephone with its hours', { telephone: '01632 960100', hours: 'Mondays' }, 'ring 01632 960100 (Mondays)'],
    ['a counter with its hours', { counter: 'the Town Hall', hours: 'Mondays' }, 'come to the Town Hall (Mondays)'],
    [
      'all three',
      { telephone: '01632 960100', email: 'a@b.example', counter: 'the Town Hall' },
      'ring 01632 960100, write to a@b.example or come to the Town Hall',
    ],
  ];
  for (const [what, contact, expected] of cases)
    it(`are ${what}`, () => expect(waysToReach({ ...NO_CONTACT, ...contact })).to.equal(expected));

  it('name who answers, and what is missing', () => {
    expect(reachSentence({ ...NO_CONTACT, telephone: '1', person: 'Priya Shah' })).to.equal(
      'Questions? Ring 1, and ask for Priya Shah.',
    );
    expect(missingOf('owner', { ...NO_CONTACT, telephone: '1' })).to.deep.equal(['how to pay']);
    expect(missingOf('area', NO_CONTACT)).to.have.length(5);
  });

  for (const [field, typed] of [
    ['telephone', 'ask at the desk'],
    ['telephone', '12'],
    ['email', 'places at council'],
    ['hours', 'x'.repeat(201)],
  ] as const)
    it(`do not take "${typed.slice(0, 20)}" as ${field}`, () =>
      expect(contactSchema.safeParse({ [field]: typed }).success).to.equal(false));
});

eachDatabase('Contacts', (open) => {
  let desk: Desk;
  let admin: Visitor;
  let ofOwner: Visitor;
  before(async () => {
    desk = await aDesk(await open());
    const { area, owner } = desk.town;
    admin = await someoneWith(desk.server, 'admin@example.org', [['area_administrator', 'area', area.id]]);
    ofOwner = await someoneWith(desk.server, 'owner@example.org', [['owner_representative', 'owner', owner.id]]);
  });
  after(() => desk.server.stop());

  const page = async (path: string, who: Visitor = aVisitor(desk.server.url)): Promise<string> =>
    (await words(await who.get(path))).replace(/<[^>]+>/g, '');
  const mailTo = async (to: string): Promise<string> => {
    await desk.server.inOneTransaction(({ trx }) =>
      desk.server.mails.write(trx, { to, kind: 'x', subject: 'x', paragraphs: ['x'], talk: 'Is that hard for you?' }),
    );
    return (await desk.server.mails.latest(1))[0]?.text ?? '';
  };

  it('are promised nowhere before they are filled in, and the desk says what is missing', async () => {
    expect(await page('/sign-in')).not.to.include('No e-mail?');
    expect(await page('/')).not.to.match(/Questions\?|Whom to ring/);
    expect(await mailTo('first@example.org')).not.to.match(/hard for you|Ring/);
    expect(await page('/contact')).to.include('Nobody has said yet');
    expect(await page('/desk?area=testborough', admin))
      .to.include('Of the area: who answers, telephone, hours, address, e-mail missing.')
      .and.to.include('1 owner has not said how they are reached or paid.');
  });

  it('stand on every page, in every mail and where people without e-mail look, once they are filled in', async () => {
    const { area } = desk.town;
    expect((await admin.post(`/desk/contacts/area/${area.id}`, FILLED)).status).to.equal(303);
    expect(await page('/desk/contacts?area=testborough', admin)).to.include('Saved: pages and mails now say');
    const sentence =
      'Ring 01632 960100 (Monday to Friday), write to places@council.example or come to the Town Hall, and ask for Priya Shah.';
    expect(await page('/')).to.include(`Questions? ${sentence}`);
    expect(await page('/sign-in')).to.include(`No e-mail? ${sentence}`);
    expect(await mailTo('second@example.org')).to.include(`Is that hard for you? ${sentence}`);
    expect(await page('/contact')).to.include('Priya Shah');
    const facts = await desk.server.db('facts').where({ kind: 'contact_changed' });
    expect(JSON.stringify(facts)).to.include('telephone').and.not.to.include('960100');
  });

  it('of an owner are written by its own people, and stand on the pages of its places', async () => {
    const { owner, area } = desk.town;
    expect(await page(`/owners/${owner.id}`, ofOwner)).to.include('still missing: telephone, how to pay');
    const back = await ofOwner.post(`/desk/contacts/owner/${owner.id}`, {
      ...FILLED,
      telephone: '01632 960200',
      paying: 'Cash at the desk',
    });
    expect([back.status, back.headers.get('location')]).to.deep.equal([303, `/owners/${owner.id}`]);
    const { id } = await anAsset(desk.server, desk.town, { kind: 'land', name: 'Verge' });
    expect(await page(`/assets/${id}`))
      .to.include('Whom to ask')
      .and.to.include('01632 960200')
      .and.to.include('01632 960100')
      .and.to.include('Cash at the desk');
    expect((await ofOwner.post(`/desk/contacts/area/${area.id}`, FILLED)).status).to.equal(404);
  });

  it('keep what was typed when something is wrong, and say what to do', async () => {
    const reply = await admin.post(`/desk/contacts/area/${desk.town.area.id}`, { ...FILLED, telephone: 'at the desk' });
    expect(reply.status).to.equal(400);
    expect(await reply.text())
      .to.include('Enter the telephone number in digits')
      .and.to.include('value="at the desk"');
    expect(await page('/contact')).to.include('01632 960100');
  });
});
