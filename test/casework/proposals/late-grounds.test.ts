import { expect } from 'chai';
import { html } from 'lit';
import { gathered } from '../../../src/kernel/wing.ts';
import { htmlOf } from '../../../src/kernel/html-text.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { files } from '../decisions/a-decision.ts';
import { aVerge, nextDay, onDay, proposalIn, stored } from './a-proposal.ts';

describe('A ground on which nobody decided in time', () => {
  it('stands at the desk before everything else, until the monitoring officer has decided or the days are over', async () => {
    const verge = await aVerge(await aDatabase('SQLite'));
    const { services, town } = verge;
    const urgent = async (): Promise<string> => {
      const shown = { area: town.area, may: () => true } as never;
      const parts = await Promise.all(gathered(services.house, 'onDesk').map((part) => part(shown)));
      return htmlOf(html`${parts.map(({ urgent: one }) => one)}`);
    };
    const id = await proposalIn(verge, 'window');
    await files(verge, id, { ground: 'R3', author: 'A gas engineer', dated: '2027-03-01' });
    expect(await urgent()).not.to.include('Nobody decided');
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect((await stored(verge, id)).state).to.equal('filed_late');
    expect(await urgent())
      .to.include('Nobody decided whether a ground holds')
      .and.to.include(`href="/proposals/${id}"`)
      .and.to.include('by ');
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await urgent()).not.to.include('Nobody decided');
    await services.stop();
  });
});
