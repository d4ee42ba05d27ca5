import { expect } from 'chai';
import type { Database } from '../../../src/kernel/database.ts';
import { verifyFacts } from '../../../src/kernel/fact-chain.ts';
import { eachDatabase, type Engine } from '../../support/databases.ts';
import { command } from '../../support/command-line.ts';
import { aServerProcess } from '../../support/processes.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aVisitor, isIn, signIn } from './visitor.ts';

const FACTS = 12;
/** What each engine has that keeps facts as they are; only who owns the database can take it away. */
const GUARDS: Record<Engine, string[]> = {
  SQLite: ['drop trigger facts_no_update', 'drop trigger facts_no_delete', 'drop trigger facts_no_replace'],
  PostgreSQL: ['drop trigger facts_no_change on facts', 'drop trigger facts_no_truncate on facts'],
};

eachDatabase('The record', (open, engine) => {
  let databaseUrl: string;
  let services: TestServices;
  let db: Database;

  beforeEach(async () => {
    databaseUrl = await open();
    services = await someServices(databaseUrl);
    db = services.db;
    for (let number = 1; number <= FACTS; number++) {
      await services.inOneTransaction(async ({ record }) =>
        record({
          kind: 'space_changed',
          subjectKind: 'room',
          subjectId: `room-${number}`,
          actor: 'ann',
          reason: `Number ${number}`,
          after: { number },
        }),
      );
    }
  });
  afterEach(() => services.stop());

  const refused = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => String(error),
    );
  const unguarded = async (work: () => Promise<unknown>): Promise<void> => {
    for (const guard of GUARDS[engine]) await db.raw(guard);
    await work();
  };

  it('is whole', async () => expect(await verifyFacts(db)).to.deep.equal({ checked: FACTS, brokenAt: null }));

  it('refuses every change and removal', async () => {
    const attempts = [
      () => db('facts').update({ reason: 'Another' }),
      () => db('facts').where({ seq: 3 }).update({ actor: 'bob' }),
      () => db('facts').where({ seq: FACTS }).delete(),
      () => db('facts').delete(),
      () =>
        db.raw(
          engine === 'SQLite'
            ? `insert or replace into facts select id, seq, at, kind, area_id, subject_kind, subject_id, 'bob', on_behalf_of, channel, reason, before, after, public_text, hash from facts where seq = 3`
            : 'truncate facts',
        ),
    ];
    for (const attempt of attempts) expect(await refused(attempt())).to.match(/never changed or removed/);
    expect(await verifyFacts(db)).to.deep.equal({ checked: FACTS, brokenAt: null });
  });

  const tampering: [title: string, work: () => Promise<unknown>, brokenAt: number][] = [
    ['a reason is changed', () => db('facts').where({ seq: 5 }).update({ reason: 'Number six' }), 5],
    ['a time is changed', () => db('facts').where({ seq: 2 }).update({ at: '2020-01-01T00:00:00.000Z' }), 2],
    ['a fact in the middle is removed', () => db('facts').where({ seq: 7 }).delete(), 7],
    ['the last fact is removed', () => db('facts').where({ seq: FACTS }).delete(), FACTS],
    ['all facts are removed', () => db('facts').delete(), 1],
    [
      'two facts change places',
      async () => {
        await db('facts').where({ seq: 3 }).update({ seq: 99 });
        await db('facts').where({ seq: 4 }).update({ seq: 3 });
        await db('facts').where({ seq: 99 }).update({ seq: 4 });
      },
      3,
    ],
    [
      'a fact is put in at the end',
      async () =>
        db('facts').insert({ ...(await db('facts').where({ seq: FACTS }).first()), id: 'forged', seq: FACTS + 1 }),
      FACTS + 1,
    ],
    ['the end of the chain is changed', () => db('fact_chain').update({ hash: 'f'.repeat(64) }), FACTS],
    ['the end of the chain is set back', () => db('fact_chain').update({ length: 4 }), 5],
  ];
  for (const [title, work, brokenAt] of tampering) {
    it(`shows where it is broken when ${title}`, async () => {
      await unguarded(work);
      expect((await verifyFacts(db)).brokenAt).to.equal(brokenAt);
    });
  }

  it('survives halves of characters in what people write', async () => {
    await services.inOneTransaction(async ({ record }) =>
      record({
        kind: 'space_changed',
        subjectKind: 'room',
        subjectId: '1',
        actor: 'ann',
        reason: 'half \ud800 a character',
        publicText: '\udc00',
        after: { text: '\ud800' },
      }),
    );
    expect(await verifyFacts(db)).to.deep.equal({ checked: FACTS + 1, brokenAt: null });
  });

  it('says on the command line whether it is whole, and where not', async () => {
    const whole = await command(databaseUrl, 'audit', 'verify');
    expect(whole.code).to.equal(0);
    expect(whole.output).to.match(/^All 12 facts are as they were written\. .*: 12:[0-9a-f]{64}\n$/);
    const noted = /12:[0-9a-f]{64}/.exec(whole.output)?.[0] ?? '';
    await services.inOneTransaction(async ({ record }) =>
      record({ kind: 'space_changed', subjectKind: 'room', subjectId: '1', actor: 'ann' }),
    );
    expect((await command(databaseUrl, 'audit', 'verify', '--noted', noted)).code).to.equal(0);
    const rewritten = await command(databaseUrl, 'audit', 'verify', '--noted', `12:${'0'.repeat(64)}`);
    expect([rewritten.code, rewritten.output]).to.deep.equal([
      1,
      `The record has been written anew since 12:${'0'.repeat(64)} was noted.\n`,
    ]);
    await unguarded(() => db('facts').where({ seq: 5 }).update({ reason: 'Another' }));
    const broken = await command(databaseUrl, 'audit', 'verify');
    expect([broken.code, broken.output]).to.deep.equal([
      1,
      'The record is broken at fact 5; the 4 before it are as they were written.\n',
    ]);
  }).timeout(120_000);

  it('is one unbroken chain when two processes write at once', async () => {
    const servers = await Promise.all([aServerProcess({ databaseUrl }), aServerProcess({ databaseUrl })]);
    const visitors = await Promise.all(
      servers.map(({ url }, at) => signIn(services, aVisitor(url), `writer${at}@example.org`)),
    );
    for (const { url } of servers)
      for (const visitor of visitors)
        expect(await isIn(aVisitor(url), visitor.cookie()), 'sessions are shared').to.equal(true);
    const before = (await verifyFacts(db)).checked;
    const writes = visitors.flatMap((visitor) =>
      Array.from({ length: 20 }, (_, at) => visitor.post('/account/name', { name: `Name ${at}` })),
    );
    const checks = Promise.all(Array.from({ length: 5 }, () => verifyFacts(db)));
    for (const reply of await Promise.all(writes)) expect(reply.status).to.equal(303);
    for (const { brokenAt } of await checks) expect(brokenAt).to.equal(null);
    expect(await verifyFacts(db)).to.deep.equal({ checked: before + 40, brokenAt: null });
    await Promise.all(servers.map((server) => server.kill()));
  }).timeout(120_000);
});
