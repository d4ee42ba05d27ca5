import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { NOW, someServices, TODAY, type TestServices } from '../../support/server.ts';
import { aWorld, type World } from './role-examples.ts';

/**
 * What each table holds about people, and what becomes of it when an account is deleted: `goes` with it; `number` stays as a number that
 * leads to nobody; `name` stays for a while, because accounts or contracts rest on it, and /privacy says so.
 * A new table belongs here, if only to say that it holds nothing.
 */
const TABLES: Record<string, Record<string, 'goes' | 'number' | 'name'>> = {
  people: { email: 'goes', telephone: 'goes', postal_address: 'goes' },
  sessions: { person_id: 'goes' },
  passkeys: { person_id: 'goes' },
  sign_in_codes: { email: 'goes', person_id: 'goes' },
  rights: { person_id: 'number', granted_by: 'number' },
  invitations: { email: 'goes', invited_by: 'number' },
  mails: { to: 'goes' },
  news_addresses: { email: 'goes' },
  letters: { person_id: 'number', printed_by: 'number' },
  facts: { actor: 'number', on_behalf_of: 'number', before: 'number', after: 'number' },
  fact_chain: {},
  groups: { telephone: 'goes', registered_by: 'number' },
  group_documents: { uploaded_by: 'number', checked_by: 'number' },
  document_reminders: {},
  handovers: { from_person: 'number', to_person: 'number' },
  benefit_tests: { entered_by: 'number', on_behalf_of: 'number' },
  assessments: { scorer_id: 'number' },
  score_drafts: { scorer_id: 'goes' },
  moderations: { by: 'number' },
  gate_answers: { by: 'number' },
  test_evidence: { added_by: 'number' },
  passport_reminders: {},
  criteria_sets: { adopted_by: 'name' },
  saved_needs: { person_id: 'goes', kept_by: 'number' },
  calendar_links: { person_id: 'goes' },
  request_links: { person_id: 'goes' },
  bookings: { created_by: 'number' },
  room_agreements: { signed_by: 'number', lines: 'name' },
  inductions: { signed_by: 'name', shown_by: 'name' },
  held_dates: {},
  facts_followed: {},
  occurrences: {},
  closures: { created_by: 'number' },
  claims: {},
  date_offers: {},
  booking_ledger: { taken_by: 'name', witness: 'name', recorded_by: 'number' },
  deposit_deductions: { created_by: 'number' },
  deposit_returns: {},
  booking_evaluations: {},
  room_requests: { created_by: 'number' },
  room_options: { answered_by: 'number' },
  request_turns: {},
  case_numbers: {},
  waiting_places: { created_by: 'number' },
  arrival_notes: { changed_by: 'number' },
  no_show_calls: { called_by: 'number' },
  open_money: {},
  money_reminders: {},
  money_calls: { called_by: 'number' },
  // Of an office, written down to be published; nothing of the account of whoever writes it.
  contacts: { changed_by: 'number', telephone: 'name', email: 'name' },
  compact_adoptions: { officer: 'name', recorded_by: 'number' },
  room_terms: { recorded_by: 'number' },
  case_terms: { recorded_by: 'number' },
  enquiries: { asker_id: 'goes', entered_by: 'number', acknowledged_by: 'number', officer_id: 'number' },
  enquiry_sources: { checked_by: 'number' },
  enquiry_followers: { person_id: 'goes' },
  enquiry_photos: {},
  proposals: { begun_by: 'goes', entered_by: 'number', on_behalf_of: 'goes', officer_id: 'number' },
  proposal_photos: {},
  proposal_partners: { email: 'goes', asked_by: 'goes', answered_by: 'goes', entered_by: 'number' },
  proposal_pauses: { asked_by: 'number', confirmed_by: 'number', ended_by: 'number' },
  comments: { person_id: 'goes', email: 'goes', entered_by: 'number' },
  comment_answers: { given_by: 'number' },
  comment_answer_versions: { given_by: 'number' },
  comment_versions: {},
  proposal_followers: { person_id: 'goes', email: 'goes' },
  proposal_grounds: { filed_by: 'number', decided_by: 'number' },
  proposal_decisions: { signed_by: 'number' },
  proposal_corrections: { corrected_by: 'number' },
  proposal_call_ins: { councillor_id: 'number' },
  proposal_reviews: { asked_by: 'number' },
  // Who it was and what they wrote go; that somebody was interested stays.
  interests: { person_id: 'goes', entered_by: 'number' },
  viewings: {},
  viewing_places: {},
  budget_lines: {},
  // Words of a group about how it would run a building; its form asks for no names.
  building_plans: {},
  proposal_warnings: {},
  proposal_warning_mails: { person_id: 'number' },
  proposal_certificates: {},
  petitions: { begun_by: 'goes' },
  petition_wards: {},
  petition_signatures: { email: 'goes', email_key: 'goes', entered_by: 'number' },
  petition_counts: {},
  petition_sheets: { typed_by: 'number', second_by: 'number', third_by: 'number' },
  petition_lines: {},
  petition_strikes: { struck_by: 'number', changed_by: 'number' },
  hearings: {},
  hearing_ways: {},
  hearing_speakers: { person_id: 'goes', email: 'goes', entered_by: 'number' },
  hearing_floors: {},
  hearing_minutes: { drafted_by: 'number' },
  minute_corrections: { person_id: 'goes' },
  import_screens: { person_id: 'number' },
  room_imports: { person_id: 'goes' },
  imports: {},
  import_mappings: {},
  space_imports: {},
  areas: {},
  area_days_off: {},
  bank_holidays: {},
  terms: {},
  wards: {},
  postcodes: {},
  owners: {},
  assets: {},
  public_assets: {},
  desk_assets: {},
  asset_photos: {},
  register_revision: {},
  spaces: {},
  space_leaves: {},
  space_windows: {},
  space_tariffs: {},
  space_photos: {},
  rate_limits: { key: 'number' },
  leases: {},
  jobs: {},
};
/** Columns whose names say that somebody is in them; `improve_by` and `again_by` are days, `tell_by` a way, `held_by` a case, `paused_by` a reason. */
const ABOUT_SOMEBODY =
  /(?<!improve|tell|again|held|paused)_by$|^by$|person|actor|behalf|scorer|e_?mail|telephone|postal_addr|witness|officer|^to$/;
/** Of the database's own. */
const NOT_OURS = /^(knex_|sqlite_|.*_text(_|$))/;

const DORA = {
  name: 'Dora Delgado',
  email: 'dora.delgado@example.org',
  telephone: '01632 960777',
  postal_address: '7 Delgado Lane',
};
/** Filled by themselves, or guarded against every change. */
const NOT_BY_HAND = new Set(['people', 'facts', 'booking_ledger', 'rate_limits']);
const isId = (column: string): boolean =>
  !['email', 'telephone', 'postal_address', 'to', 'officer', 'witness', 'taken_by', 'adopted_by'].includes(column);

eachDatabase('What is kept about people', (open, engine) => {
  let services: TestServices;
  let world: World;
  let dora: string;
  before(async () => {
    services = await someServices(await open());
    world = await aWorld(services);
    dora = world.someoneId;
    await services.db('people').where({ id: dora }).update(DORA);
    await fill();
  });
  after(async () => {
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  const who = () => ({
    personId: dora,
    name: DORA.name,
    email: DORA.email,
    rights: [],
    provedAt: NOW,
    withPasskey: false,
  });
  const tablesNow = async (): Promise<string[]> => {
    const rows: { name: string }[] =
      engine === 'SQLite'
        ? await services.db('sqlite_master').where({ type: 'table' }).select('name')
        : await services.db('pg_tables').where({ schemaname: 'public' }).select({ name: 'tablename' });
    return rows
      .map(({ name }) => name)
      .filter((name) => !NOT_OURS.test(name))
      .toSorted();
  };
  /** Where a text stands in the whole database, as "table.column". */
  const places = async (text: string): Promise<string[]> => {
    const found = new Set<string>();
    for (const table of Object.keys(TABLES)) {
      for (const row of await services.db(table))
        for (const [column, cell] of Object.entries(row))
          if (String(cell).includes(text)) found.add(`${table}.${column}`);
    }
    return [...found].toSorted();
  };
  const listed = (what: 'goes' | 'number' | 'name'): string[] =>
    Object.entries(TABLES).flatMap(([table, columns]) =>
      Object.entries(columns)
        .filter(([, becomes]) => becomes === what)
        .map(([column]) => `${table}.${column}`),
    );

  /** One row at least wherever something of a person can stand, and Dora in all of them. */
  async function fill(): Promise<void> {
    const { db, newId } = services;
    const { town, groupId, bookingId, spaceId, asset, optionId, testId } = world;
    const at = NOW;
    await db('sessions').insert({
      id_hash: 's',
      public_id: 's',
      person_id: dora,
      data: '{}',
      device: '',
      started_at: at,
      seen_at: at,
      expires_at: at,
    });
    await db('passkeys').insert({
      id: newId(),
      person_id: dora,
      credential_id: 'c',
      public_key: 'k',
      counter: 0,
      transports: '[]',
      name: 'Telephone',
      created_at: at,
    });
    await db('sign_in_codes').insert({
      id: newId(),
      purpose: 'sign_in',
      email: DORA.email,
      person_id: dora,
      code_hash: '',
      link_hash: 'l',
      tries: 0,
      created_at: at,
      expires_at: at,
    });
    await db('mails').insert({
      id: newId(),
      to: DORA.email,
      kind: 'x',
      subject: `Dear ${DORA.name}`,
      text: DORA.name,
      html: DORA.name,
      state: 'sent',
      tries: 0,
      created_at: at,
      due_at: at,
    });
    await db('invitations').insert({
      id: newId(),
      token_hash: 't',
      email: DORA.email,
      role: 'group_member',
      scope_kind: 'group',
      scope_id: groupId,
      invited_by: dora,
      created_at: at,
      expires_at: at,
    });
    await db('news_addresses').insert({ token_hash: 'n', email: DORA.email, topic: 'needs' });
    await db('calendar_links').insert({
      id: newId(),
      person_id: dora,
      kind: 'group',
      thing_id: groupId,
      token_hash: 'c',
      created_at: at,
    });
    await db('request_links').insert({ token_hash: 'r', option_id: optionId, person_id: dora, expires_at: at });
    await db('score_drafts').insert({ test_id: testId, scorer_id: dora, content: '{}', changed_at: at });
    await db('comments').update({ email: DORA.email, name: DORA.name, address: DORA.postal_address });
    await db('hearing_speakers').insert({
      id: newId(),
      proposal_id: world.proposalId,
      area_id: town.area.id,
      side: 'for',
      manner: 'in_room',
      state: 'registered',
      name: DORA.name,
      email: DORA.email,
      person_id: dora,
      key_hash: 's',
      channel: 'phone',
      entered_by: dora,
      statement: '',
      needs: DORA.name,
      submission: newId(),
      created_at: at,
    });
    await db('petitions').update({ opened_on: TODAY, begun_by: dora });
    await db('petition_signatures').insert({
      id: services.newId(),
      petition_id: world.petitionId,
      area_id: town.area.id,
      name: DORA.name,
      name_key: DORA.name.toLowerCase(),
      postcode: 'ZZ1 1AA',
      basis: 'live',
      age: 'adult',
      email: DORA.email,
      email_key: DORA.email,
      seat: 1,
      channel: 'online',
      standing: 'valid',
      created_at: at,
    });
    const hearingId = newId();
    await db('hearings').insert({
      ...{
        id: hearingId,
        proposal_id: world.proposalId,
        state: 'held',
        day: TODAY,
        begins: '18:00',
        venue: 'Town hall',
      },
      ...{
        access: '',
        online: '',
        committee: false,
        called_on: TODAY,
        policy_latest: TODAY,
        limit_on: TODAY,
        reason: '',
      },
      ...{ interests: '', submission: newId(), created_at: at, changed_at: at },
    });
    await db('hearing_minutes').insert({
      ...{ id: hearingId, proposal_id: world.proposalId, area_id: town.area.id, state: 'final', said: '' },
      drafted_by: dora,
    });
    await db('minute_corrections').insert({
      ...{ id: newId(), minutes_id: hearingId, part: 'owner', person_id: dora, words: 'No.', state: 'open', reply: '' },
      ...{ sent_on: TODAY, submission: newId() },
    });
    await db('proposal_followers').insert({
      id: services.newId(),
      proposal_id: world.proposalId,
      email: DORA.email,
      person_id: dora,
      key_hash: 'f'.repeat(64),
      since: at,
      confirmed_at: at,
    });
    await db('proposal_partners').insert({
      id: services.newId(),
      proposal_id: world.proposalId,
      email: DORA.email,
      key_hash: 'p'.repeat(64),
      state: 'asked',
      asked_by: dora,
      answered_by: dora,
      asked_at: at,
      submission: services.newId(),
    });
    await db('letters').update({ subject: `Dear ${DORA.name}`, text: `${DORA.name}, ${DORA.postal_address}` });
    await db('groups').where({ id: groupId }).update({ telephone: DORA.telephone });
    await db('inductions').insert({
      booking_id: bookingId,
      group_id: groupId,
      asset_id: asset.id,
      on_day: TODAY,
      signed_by: DORA.name,
      shown_by: DORA.name,
    });
    await db('room_agreements').insert({
      booking_id: bookingId,
      lines: JSON.stringify([`${DORA.name} signs.`]),
      sha256: '0',
      signed_by: dora,
      signed_on: TODAY,
    });
    await db('booking_ledger').insert({
      id: newId(),
      area_id: town.area.id,
      booking_id: bookingId,
      account: 'deposit',
      kind: 'paid',
      pence: 3_000,
      on_day: TODAY,
      method: 'cash',
      receipt_no: '1',
      taken_by: DORA.name,
      witness: DORA.name,
      submission: newId(),
      recorded_by: dora,
      recorded_at: at,
    });
    await db('deposit_deductions').insert({
      id: newId(),
      booking_id: bookingId,
      words: 'A broken chair',
      pence: 500,
      has_photo: false,
      submission: newId(),
      created_by: dora,
      created_at: at,
    });
    await db('arrival_notes').insert({
      id: newId(),
      asset_id: asset.id,
      space_id: spaceId,
      note: 'Ring',
      changed_by: dora,
      changed_at: at,
    });
    await db('no_show_calls').insert({
      id: newId(),
      area_id: town.area.id,
      group_id: groupId,
      missed: 2,
      note: 'Rang',
      called_by: dora,
      called_at: at,
      submission: newId(),
    });
    await db('money_calls').insert({
      id: newId(),
      area_id: town.area.id,
      group_id: groupId,
      pence: 500,
      note: 'Rang',
      called_by: dora,
      called_on: TODAY,
      called_at: at,
      submission: newId(),
    });
    await db('compact_adoptions').insert({
      id: newId(),
      area_id: town.area.id,
      owner_id: town.owner.id,
      minute_ref: '1',
      officer: DORA.name,
      from_day: TODAY,
      recorded_by: dora,
      recorded_at: at,
    });
    for (const [table, columns] of Object.entries(TABLES))
      for (const [column, becomes] of Object.entries(columns).filter(([name]) => isId(name)))
        if (becomes !== 'name' && !NOT_BY_HAND.has(table)) await db(table).update({ [column]: dora });
  }

  it('is listed here, table by table: a new one that may hold something of people must say what becomes of it', async () => {
    const present = await tablesNow();
    expect(
      present.filter((table) => !(table in TABLES)),
      'tables that are not listed',
    ).to.deep.equal([]);
    expect(
      Object.keys(TABLES).filter((table) => !present.includes(table)),
      'listed, but there is no such table',
    ).to.deep.equal([]);
    for (const table of present) {
      const columns = Object.keys(await services.db(table).columnInfo());
      expect(
        columns.filter((column) => ABOUT_SOMEBODY.test(column) && !(column in (TABLES[table] ?? {}))),
        `${table}: columns that are not listed`,
      ).to.deep.equal([]);
      expect(
        Object.keys(TABLES[table] ?? {}).filter((column) => !columns.includes(column)),
        `${table}: listed, but there is no such column`,
      ).to.deep.equal([]);
    }
  });

  it('can be downloaded, with what somebody wrote about rooms', async () => {
    const { parts } = await services.account.dataOf(who());
    const count = (name: string): number | undefined => parts.find((part) => part.name === name)?.entries.length;
    for (const name of [
      'bookings',
      'room_requests',
      'waiting_places',
      'room_answers',
      'calendars',
      'money',
      'deductions',
      'calls',
      'arrival_notes',
      'room_lists',
      'needs',
      'letters',
    ])
      expect(count(name), name).to.equal(1);
    expect(parts.find(({ name }) => name === 'deductions')?.entries[0]).to.include({ words: 'A broken chair' });
    expect(JSON.stringify(parts.filter(({ name }) => name !== 'person')))
      .to.not.include('token')
      .and.not.include('Ring');
  });

  it('goes with the account wherever it can: no column holds a name, an address or a number of a telephone any more', async () => {
    const before = [
      ...(await places(dora)),
      ...(await places(DORA.email)),
      ...(await places(DORA.telephone)),
      ...(await places(DORA.postal_address)),
    ];
    expect(
      listed('goes').filter((place) => !before.includes(place)),
      'nothing of her stood there, so that nothing is shown',
    ).to.deep.equal([]);
    await services.account.remove(who());
    expect([
      ...(await places(DORA.email)),
      ...(await places(DORA.telephone)),
      ...(await places(DORA.postal_address)),
    ]).to.deep.equal([]);
    expect((await places('Delgado')).filter((place) => !listed('name').includes(place))).to.deep.equal([]);
    const numbers = (await places(dora)).filter((place) => !['people.id', 'facts.subject_id'].includes(place));
    expect(numbers.filter((place) => !listed('number').includes(place))).to.deep.equal([]);
    expect(await services.people.byIds([dora])).to.satisfy((people: { name: string; email: string | null }[]) =>
      people.every(({ name, email }) => name === 'Deleted account' && email === null),
    );
  });
});
