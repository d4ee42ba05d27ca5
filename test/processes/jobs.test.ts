import { expect } from 'chai';
import { jobStatus } from '../../src/kernel/job-status.ts';
import { aDatabase } from '../support/databases.ts';
import { aServerProcess, cli, until } from '../support/processes.ts';
import { someServices } from '../support/server.ts';

/** A start of the source takes a few seconds, and many on a busy machine. */
const START_MS = 240_000;

describe('What is done again and again', function () {
  this.timeout(START_MS);

  it('is one list: the server does by itself whatever a tick does, and says when each was done', async () => {
    const databaseUrl = await aDatabase('SQLite');
    const services = await someServices(databaseUrl);
    const { db, jobs } = services;
    const server = await aServerProcess({ databaseUrl });
    await until(async () => (await db('leases').where({ name: 'jobs' }).whereNot({ until: '' })).length === 1);
    await server.terminate();
    const noted = await db('jobs').whereNotNull('done_at').orderBy('name').pluck('name');
    expect(noted).to.deep.equal(jobs.map(({ name }) => name).toSorted());
    expect((await jobStatus(db, jobs)).filter(({ late }) => late)).to.deep.equal([]);
    await db('jobs').delete();
    const { output, code } = await cli(databaseUrl, 'tick');
    expect(output.trim().split('\n')).to.have.lengthOf(jobs.length);
    expect(code).to.equal(0);
    expect(await db('jobs').whereNotNull('done_at').orderBy('name').pluck('name')).to.deep.equal(noted);
    await services.stop();
  });
});
