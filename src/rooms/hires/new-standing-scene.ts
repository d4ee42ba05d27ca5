import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { TellingDeps } from './telling-scene.ts';
import { hireDues } from './hire-standing-rules.ts';
import { hireStanding } from './hire-standing-words.ts';
import type { HireScene } from './hire-scene.ts';
import { inductionsOn } from './induction-store.ts';
import { dateNeeds } from './start-rules.ts';

type Deps = Pick<TellingDeps, 'rooms' | 'requests' | 'groups' | 'ledger' | 'contactsOf'>;

/** Where a booking stands in the moment in which it becomes certain: by the rule of every page, with little to read. */
export function newStanding({ rooms, requests, groups, ledger, contactsOf }: Deps) {
  return async (scene: HireScene): Promise<Standing> => {
    const { unit, booking, occurrences, place, owner, today, now } = scene;
    const { trx } = unit;
    const [space] = await rooms.spaces.bookable(trx, [booking.spaceId]);
    const asked = booking.requestId ?? '';
    const wish = (await requests.wishesOf(trx, [asked])).get(asked);
    const start = {
      booking,
      occurrences,
      safeguarding: wish?.safeguarding ?? false,
      rooms: new Map([[booking.spaceId, { assetId: place.assetId, liability: space?.hirersLiability ?? null }]]),
      papers: await groups.papersGivenOf(trx, [booking.groupId]),
      inductions: await inductionsOn(trx).ofGroups([booking.groupId]),
    };
    const entries = await ledger.of(trx, booking.id);
    const known = await contactsOf(trx, [booking.areaId, place.ownerId]);
    const dues = hireDues(
      {
        booking,
        occurrences,
        entries,
        needs: dateNeeds(start, requests.conditionsFor, today, now),
        offers: [],
        deposit: { dueOn: null, given: null, mayReturn: false, awaitsAnswer: false },
        evaluationUntil: null,
        today,
        now,
      },
      'confirmed',
    );
    const contacts = { owner: known.get(place.ownerId) ?? null, area: known.get(booking.areaId) ?? null };
    return hireStanding('confirmed', dues, { caseNumber: booking.caseNumber, owner, contacts }, false);
  };
}
