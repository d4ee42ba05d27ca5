import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { moneyCallsOn } from './money-call-store.ts';

/** What came of a call about money belongs to the area. */
export const arrearsKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const calls = await moneyCallsOn(db).calledBy(id);
    return [
      {
        name: 'money_calls',
        title: 'Calls about money that you noted',
        entries: calls.map(({ groupId, at, note }) => ({ group: groupId, at, note })),
      },
    ];
  },
};
