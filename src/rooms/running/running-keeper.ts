import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { arrivalNotesOn } from './arrival-store.ts';
import { noShowsOn } from './no-show-store.ts';

/** How one gets into a building, and calls to groups, belong to those who run it. */
export const runningKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const calls = await noShowsOn(db).calledBy(id);
    const notes = await arrivalNotesOn(db).changedBy(id);
    return [
      {
        name: 'calls',
        title: 'Calls to groups that you noted',
        entries: calls.map(({ groupId, at, note }) => ({ group: groupId, at, note })),
      },
      {
        name: 'arrival_notes',
        title: 'Notes of yours on how to get in',
        entries: notes.map(({ assetId, spaceId, changedAt }) => ({
          building: assetId,
          room: spaceId,
          written: changedAt,
        })),
      },
    ];
  },
};
