import { expect } from 'chai';
import { minutesKeeper } from '../../../src/casework/minutes/minutes-keeper.ts';
import { minutesOn } from '../../../src/casework/minutes/minutes-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import { called, held, scoredBuilding } from '../hearings/a-hearing.ts';
import { aVerge, mailsTo, onDay, type Verge } from '../proposals/a-proposal.ts';
import { keyMailedTo, registered } from '../speaking/a-speaker.ts';

eachDatabase('The minutes of a hearing', (open) => {
  let verge: Verge;
  let id: string;
  beforeEach(async () => {
    verge = await aVerge(await open(), { day: '2026-09-07' });
    id = await scoredBuilding(verge);
    await onDay(verge, '2026-10-12');
    await called(verge, id);
    await registered(verge, id);
    await onDay(verge, '2026-11-05');
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const minutes = async () => found(await minutesOn(verge.services.db).of(id));

  it('are drafted by the clock where nobody writes them, and final with what nobody answered beside the text', async () => {
    const { minutes: service, clerk } = { ...verge.services, ...verge };
    expect((await refusalOf(service.write(clerk, id, { said: 'Too early.' }))).status).to.equal(404);
    await held(verge, id);
    expect(await minutes()).to.include({ state: 'awaited', dueOn: '2026-11-19' });
    const key = await keyMailedTo(verge, 'nadia@example.org');
    expect((await refusalOf(service.correctByKey(key, { words: 'It is not there yet.' }))).status).to.equal(409);
    verge.clock.goTo('2026-11-20T09:00:00Z');
    const both = await Promise.all([service.runDue(), service.runDue()]);
    expect(both.toSorted()).to.deep.equal([0, 1]);
    expect(await minutes()).to.include({ state: 'draft', said: '', draftedBy: null, dueOn: '2026-11-27' });
    expect(await mailsTo(verge, 'nadia@example.org')).to.include('minutes_drafted_speakers');
    const sent = {
      words: 'Nobody wrote down that the bell was praised.',
      submission: '7b1c3f5e-0000-4000-8000-000000000001',
    };
    await service.correctByKey(key, sent);
    await service.correctByKey(key, sent);
    expect(await minutesOn(verge.services.db).corrections((await minutes()).id)).to.have.length(1);
    verge.clock.goTo('2026-12-01T09:00:00Z');
    expect(await service.runDue()).to.equal(1);
    expect(await minutes()).to.include({ state: 'final', dueOn: null });
    expect((await refusalOf(service.write(clerk, id, { said: 'Too late.' }))).status).to.equal(409);
    expect((await refusalOf(service.correctByKey(key, { words: 'Too late.' }))).status).to.equal(409);
    expect(await service.runDue()).to.equal(0);
  });

  it('are written by one at a time, and forget who corrected them', async () => {
    const { minutes: service, clerk, chair, owner } = { ...verge.services, ...verge };
    await held(verge, id);
    await service.write(clerk, id, { said: 'The bell was praised.' });
    await service.write(chair, id, { said: 'The bell was praised twice.', was: 'The bell was praised.' });
    const overtaken = await refusalOf(service.write(clerk, id, { said: 'Other words.', was: 'The bell was praised.' }));
    expect([overtaken.status, (await minutes()).said]).to.deep.equal([409, 'The bell was praised twice.']);
    await service.correct(owner, 'owner', id, { words: 'Once, not twice.' });
    const [correction] = await minutesOn(verge.services.db).corrections((await minutes()).id);
    const answer = { correction: found(correction).id, taken: 'no' as const, reply: 'It was twice.' };
    await service.answer(clerk, id, answer);
    expect((await refusalOf(service.answer(clerk, id, answer))).status).to.equal(409);
    const person = { id: owner.personId, email: owner.email } as never;
    expect((await minutesKeeper.partsFor?.(verge.services.db, person))?.[0]?.entries).to.have.length(1);
    await verge.services.inOneTransaction(async (unit) => minutesKeeper.erase?.(unit, person));
    expect((await minutesKeeper.partsFor?.(verge.services.db, person))?.[0]?.entries).to.have.length(0);
  });
});
