import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { openDatabase } from '../../../src/kernel/database.ts';
import { aServerProcess, until } from '../../support/processes.ts';
import { aVerge, proposalIn, stored } from '../proposals/a-proposal.ts';

eachDatabase('A server that stood over the day on which silence grants, and two that start then', (open, engine) => {
  it('grant once, certify once and tell everybody once, dated by the day that counts', async function () {
    this.timeout(480_000);
    const databaseUrl = await open();
    const verge = await aVerge(databaseUrl);
    const id = await proposalIn(verge, 'window');
    const { dueOn } = await stored(verge, id);
    await verge.services.stop();
    const env = { MEANTIME_NOW: '2027-04-20T09:00:00Z' };
    if (engine === 'PostgreSQL') await killedBeforeItsCertificate(databaseUrl, id);
    const servers = await Promise.all([aServerProcess({ databaseUrl, env }), aServerProcess({ databaseUrl, env })]);
    const db = openDatabase(databaseUrl);
    try {
      await until(async () => (await db('proposal_certificates').where({ proposal_id: id })).length > 0);
      const certificates = await db('proposal_certificates').where({ proposal_id: id });
      expect(certificates.map(({ due_on: due }) => due)).to.deep.equal([dueOn]);
      expect(await db('facts').where({ subject_id: id, kind: 'proposal_granted_by_default' })).to.have.length(1);
      const told: string[] = await db('mails').where({ kind: 'proposal_granted_by_default_group' }).pluck('to');
      expect(told.toSorted())
        .to.deep.equal([...new Set(told)].toSorted())
        .and.to.have.length(2);
    } finally {
      await db.destroy();
      await Promise.all(servers.map((server) => server.kill()));
    }
  });
});

/** A server that has granted and cannot write the certificate yet, because somebody holds that table, ends by a power cut. */
async function killedBeforeItsCertificate(databaseUrl: string, id: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const holder = await db.transaction();
  await holder.raw('lock table proposal_certificates in access exclusive mode');
  const server = await aServerProcess({ databaseUrl, env: { MEANTIME_NOW: '2027-04-19T09:00:00Z' } });
  await until(async () => {
    const { rows } = await db.raw(
      `select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return Number(rows[0].waiting) > 0;
  });
  await server.kill();
  await holder.rollback();
  expect((await db('proposals').where({ id }).first('state')).state).to.equal('window');
  expect(await db('proposal_certificates')).to.deep.equal([]);
  await db.destroy();
}
