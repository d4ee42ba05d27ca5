import { latestDay } from '../../ground/areas/area-contract.ts';
import { dueRows } from '../../kernel/due-rows.ts';
import type { PetitionDeps } from './petition-deps.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';
import { petitionTelling } from './petition-telling.ts';
import { signersMail } from './signature-mail-words.ts';
import { signaturesOn } from './signature-store.ts';

type Deps = PetitionDeps & { steps: PetitionSteps };
/** Written in one transaction. */
const AT_ONCE = 100;

/** What silence does to petitions, and telling whoever has signed. */
export function petitionClock(deps: Deps) {
  const { db, clock, areas, inOneTransaction, onError, writeMail, steps } = deps;
  const { toldOf } = petitionTelling(deps);
  return {
    /** @returns how many steps the clock took */
    runDue: dueRows({
      today: async () => latestDay(await areas.all(db), clock()),
      dueBefore: (day, after, limit) => petitionsOn(db).dueBefore(day, after, limit),
      takeOn: (id) => inOneTransaction(async (unit) => (await steps.locked(unit, id)).moved),
      onError,
    }),

    /**
     * Tells everybody who has signed what came of it, each once: the mail and the mark that it was written are one. Whoever is under 18 is
     * forgotten with it.
     * @returns how many were told
     */
    async tellDue(): Promise<number> {
      let all = 0;
      for (const { id } of await petitionsOn(db).telling())
        for (let some = AT_ONCE; some === AT_ONCE; all += some) some = await tellSome(id);
      return all;
    },
  };

  function tellSome(id: string): Promise<number> {
    return inOneTransaction(async ({ trx }) => {
      const petition = await petitionsOn(trx).lock(id);
      if (!petition?.tells) return 0;
      const { tells } = petition;
      const { place, group, sponsorNeeds, url } = await toldOf(trx, petition);
      const store = signaturesOn(trx);
      const some = await store.toTell(id, tells, AT_ONCE);
      const mail = signersMail(tells, {
        ...{ number: petition.number, place, group, sponsorNeeds, url },
        valid: petition.valid ?? 0,
        threshold: petition.threshold ?? 0,
        enough: petition.basis !== null,
      });
      for (const { email } of some)
        if (email !== null) await writeMail(trx, { to: email, areaId: petition.areaId, ...mail });
      await store.told(
        some.map((one) => one.id),
        tells,
      );
      await store.forget(some.filter(({ age }) => age !== 'adult').map((one) => one.id));
      if (some.length < AT_ONCE) await petitionsOn(trx).change({ ...petition, tells: null });
      return some.length;
    });
  }
}
