import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { evidenceOn } from './evidence-store.ts';
import { scoringOn } from './scoring-store.ts';

/** What somebody marked stays with the case; what they have not handed in goes with them. */
export const benefitKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const sheets = await scoringOn(db).by(id);
    const evidence = await evidenceOn(db).by(id);
    return [
      {
        name: 'marks',
        title: 'Benefit tests you scored',
        entries: sheets.map(({ testId, interest, scores, submittedAt }) => ({
          test: testId,
          handed_in: submittedAt,
          interest,
          scores,
        })),
      },
      {
        name: 'evidence',
        title: 'Evidence you added for a group',
        entries: evidence.map(({ words, file, addedAt }) => ({ words, file: file?.mediaType ?? null, added: addedAt })),
      },
    ];
  },
  erase: ({ trx }, { id }) => scoringOn(trx).removeDraftsOf(id),
};
