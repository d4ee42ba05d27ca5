import { conflict, notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import type { AddressedLetter } from './letter-contract.ts';
import { lettersOn, type LetterFilter } from './letter-store.ts';

/** Letters that officers print for people without an e-mail address. */
export function letterService({ db, clock, inOneTransaction }: Pick<GroupDeps, 'db' | 'clock' | 'inOneTransaction'>) {
  return {
    inArea: (filter: LetterFilter): Promise<AddressedLetter[]> => lettersOn(db).inArea(filter),
    byId: (id: string) => lettersOn(db).byId(id),
    countToPrint: (areaId: string): Promise<number> => lettersOn(db).countToPrint(areaId),

    async markPrinted(who: Who, id: string): Promise<void> {
      const letter = await lettersOn(db).byId(id);
      if (!letter) throw notFound('letter');
      await inOneTransaction(async ({ trx, record }) => {
        if (!(await lettersOn(trx).markPrinted(id, who.personId, clock())))
          throw conflict('This letter has been marked as printed already.');
        record({
          kind: 'letter_printed',
          areaId: letter.areaId,
          subjectKind: letter.groupId ? 'group' : 'person',
          subjectId: letter.groupId ?? letter.personId,
          actor: who.personId,
          after: { letterId: id, personId: letter.personId },
        });
      });
    },
  };
}
