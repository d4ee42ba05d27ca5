import { dateWords } from '../../kernel/day-words.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { together, type Reaction } from '../../kernel/reactions.ts';
import type { InterestFactKind } from './interest-facts.ts';
import { INTEREST_AUDIENCES, INTEREST_MAILS } from './interest-mail-words.ts';
import { interestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';
import { interestTelling, type InterestTellingDeps } from './interest-telling.ts';

/** Holidays change rarely, and an area has hardly more open. */
const MOST = 10_000;

/** What follows from facts about interests and times to see a place: people are told, and days move with the calendar and the owner with the register. */
export function interestReactions(deps: InterestTellingDeps) {
  const tell = interestTelling(deps);
  const steps = interestSteps(deps);
  const kinds = Object.keys(INTEREST_MAILS) as InterestFactKind[];
  const told = Object.fromEntries(
    kinds.map((kind): [InterestFactKind, Reaction[]] => [
      kind,
      INTEREST_AUDIENCES.filter((audience) => INTEREST_MAILS[kind][audience]).map(
        (audience): Reaction =>
          (unit, fact) =>
            tell.ofInterest(unit, fact, kind, audience),
      ),
    ]),
  ) as unknown as Record<InterestFactKind, readonly Reaction[]>;
  return together(told, {
    viewing_changed: [(unit, fact) => tell.ofViewing(unit, fact, 'viewing_changed')],
    viewing_cancelled: [(unit, fact) => tell.ofViewing(unit, fact, 'viewing_cancelled')],
    viewing_place_taken: [(unit, fact) => tell.ofPlace(unit, fact, 'viewing_place_taken')],
    viewing_place_given_back: [(unit, fact) => tell.ofPlace(unit, fact, 'viewing_place_given_back')],
    bank_holidays_changed: [countedAnew],
    asset_owned: [ownerChanged],
  });

  /** Only days to come change in a calendar, so none that has passed moves. */
  async function countedAnew(unit: UnitOfWork, { areaId }: Fact): Promise<void> {
    if (areaId === null) return;
    for (const { id } of await interestsOn(unit.trx).openIn(areaId, MOST)) {
      const interest = await interestsOn(unit.trx).lock(id);
      if (!interest || interest.dueOn === null) continue;
      const anew = await steps.counted(unit.trx, interest);
      if (anew.dueOn === null || anew.dueOn === interest.dueOn) continue;
      await interestsOn(unit.trx).change(anew);
      unit.record({
        kind: 'interest_date_moved',
        areaId,
        subjectKind: 'interest',
        subjectId: id,
        actor: 'system',
        before: { dueOn: interest.dueOn },
        after: { dueOn: anew.dueOn },
        publicText: `The calendar of holidays has changed: the day is now ${dateWords(anew.dueOn)}.`,
      });
    }
  }

  /** Whose the place is now answers for what is open about it. */
  async function ownerChanged(unit: UnitOfWork, { subjectId: assetId }: Fact): Promise<void> {
    const asset = await deps.shown(unit.trx, assetId);
    for (const { id } of await interestsOn(unit.trx).openFor(assetId)) {
      const interest = await interestsOn(unit.trx).lock(id);
      if (interest && asset) await interestsOn(unit.trx).change({ ...interest, ownerId: asset.owner.id });
    }
  }
}
