import type { Mover } from '../../ground/cases/transition-contract.ts';
import { after } from '../../ground/cases/transition-rules.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, Problem } from '../../kernel/problem.ts';
import type { AssetState } from '../../register/assets/asset-contract.ts';
import type { Enquiry, EnquiryAct, EnquiryState, NewSource, OwnerAnswer, SourceCheck } from './enquiry-contract.ts';
import type { WHAT_IS_THERE } from './enquiry-contract.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import type { FoundLand } from './enquiry-learning-contract.ts';
import { enquirySourcesOn } from './enquiry-source-store.ts';
import type { EnquirySteps, Moving } from './enquiry-steps.ts';
import { enquiriesOn } from './enquiry-store.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';
import { SOURCE_OUTCOME_WORDS, SOURCE_WORDS } from './enquiry-words.ts';

type Deps = EnquiryDeps & { steps: EnquirySteps };
type Seen = { seen: EnquiryState };
type Act = { act: EnquiryAct } & Pick<Moving, 'fields' | 'found'>;

/** What whoever looks does with a question: brokers, administrators, the monitoring officer, and for its own places an owner. */
export function enquiryFinding(deps: Deps) {
  const { clock, newId, inOneTransaction, steps, areas, inCompact, isLive } = deps;
  return {
    acknowledge: (who: Who, id: string, given: Seen) =>
      acting(who, id, given, async () => ({ act: 'acknowledge', fields: { acknowledgedBy: who.personId } })),
    lookAgain: (who: Who, id: string, given: Seen) => acting(who, id, given, async () => ({ act: 'look_again' })),
    park: (who: Who, id: string, given: Seen & { outcome: string }) =>
      acting(who, id, given, async () => ({ act: 'park', fields: { outcome: given.outcome } })),
    close: (who: Who, id: string, given: Seen & { outcome: string }) =>
      acting(who, id, given, async () => ({ act: 'close', fields: { outcome: given.outcome } })),
    disprove: (who: Who, id: string, given: Seen & { outcome: string }) =>
      acting(who, id, given, async ({ trx }, { ownerId }) => {
        if (ownerId !== null) await enquirySourcesOn(trx).disprove(id, ownerId);
        return { act: 'disprove', fields: { outcome: given.outcome, ownerId: null } };
      }),
    introduce: (who: Who, id: string, { seen, sent_on: on, how }: Seen & { sent_on: string; how: string }) =>
      acting(who, id, { seen }, async (_unit, { stateOn }, today) => {
        if (on > today || on < stateOn)
          throw invalid([
            {
              field: 'sent_on',
              message: 'Enter the day on which the letter went: since they agreed, and not after today.',
            },
          ]);
        return { act: 'introduce', fields: { outcome: `The letter went ${how}.` } };
      }),

    /** Says whose it is: confirmed where that owner has joined the compact, outside it where they have not. */
    answer: (who: Who, id: string, given: OwnerAnswer) =>
      acting(who, id, given, async ({ trx }, enquiry, today) => {
        const owner = given.owner === 'outside' ? null : await ownerIn(trx, enquiry, given.owner);
        const outcome = given.outcome;
        if (owner && (await inCompact(trx, owner.id, today)))
          return {
            act: 'confirm',
            fields: { ownerId: owner.id, outsideKind: null, outcome },
            found: foundBy(enquiry, given),
          };
        if (owner) return { act: 'outside', fields: { ownerId: owner.id, outsideKind: null, outcome } };
        if (given.outside_kind === undefined)
          throw invalid([{ field: 'outside_kind', message: 'Say what kind of owner it is.' }]);
        return {
          act: 'outside',
          fields: {
            ownerId: null,
            outsideKind: given.outside_kind,
            outsideOwner: given.outside_owner || null,
            outcome,
          },
        };
      }),

    /** Notes a source that was looked into, for everybody to read. The same sending twice is one. */
    async note(who: Who, id: string, given: NewSource): Promise<void> {
      await inOneTransaction(async (unit) => {
        const { enquiry, today } = await steps.locked(unit, id);
        if (!LOOKED_IN.includes(enquiry.state))
          throw conflict('Nobody is looking at the moment, so no source can be noted. Look at the page again.');
        if (given.checked_on > today)
          throw invalid([
            { field: 'checked_on', message: 'Enter the day on which you looked: it cannot be after today.' },
          ]);
        const owner = given.outcome === 'body' ? await ownerIn(unit.trx, enquiry, given.owner ?? '') : null;
        const check: SourceCheck = {
          id: newId(),
          enquiryId: id,
          source: given.source,
          outcome: given.outcome,
          words: given.words,
          ownerId: owner?.id ?? null,
          disproved: false,
          checkedOn: given.checked_on,
          checkedBy: who.personId,
          notedAt: clock().toISOString(),
          submission: given.submission ?? newId(),
        };
        if (!(await enquirySourcesOn(unit.trx).add(check))) return;
        await enquiriesOn(unit.trx).change(heldBy(who, enquiry));
        unit.record({
          kind: 'enquiry_source_checked',
          areaId: enquiry.areaId,
          subjectKind: 'enquiry',
          subjectId: id,
          actor: who.personId,
          after: { source: check.source, outcome: check.outcome, ownerId: check.ownerId, on: check.checkedOn },
          publicText: `Looked into: ${SOURCE_WORDS[check.source]}. ${SOURCE_OUTCOME_WORDS[check.outcome]}${owner ? `: ${owner.name}` : ''}.${check.words ? ` ${check.words}` : ''}`,
        });
      });
    },

    /** Puts the words for the place right that everybody reads. */
    async reword(who: Who, id: string, place: string): Promise<void> {
      await inOneTransaction(async (unit) => {
        const { enquiry } = await steps.locked(unit, id);
        if (enquiry.assetId !== null) throw conflict('This place is on the register, and goes by its name there.');
        if (enquiry.place === place) return;
        await enquiriesOn(unit.trx).change({ ...enquiry, place });
        unit.record({
          kind: 'enquiry_reworded',
          areaId: enquiry.areaId,
          subjectKind: 'enquiry',
          subjectId: id,
          actor: who.personId,
          before: enquiry.place,
          after: place,
        });
      });
    },
  };

  /** One act of one officer: on the state that they saw, after all that the clock had to do. */
  async function acting(
    who: Who,
    id: string,
    { seen }: Seen,
    decide: (unit: UnitOfWork, enquiry: Enquiry, today: string) => Promise<Act>,
  ): Promise<Enquiry> {
    return inOneTransaction(async (unit) => {
      const { enquiry, today } = await steps.locked(unit, id);
      mustBeAsSeen(enquiry, seen);
      const { act, fields = {}, found = null } = await decide(unit, enquiry, today);
      const by = moverFor(
        who.rights.filter((right) => isLive(right, today)),
        enquiry,
        act,
      );
      const held = by === 'owner_representative' ? enquiry : heldBy(who, enquiry);
      return steps.move(unit, held, act, { by, actor: who.personId, on: today, fields, found });
    });
  }

  async function ownerIn(db: Db, { areaId }: Enquiry, ownerId: string) {
    const owner = (await areas.owners(db)).find((one) => one.id === ownerId && one.areaId === areaId);
    if (!owner) throw invalid([{ field: 'owner', message: 'Choose a public body of this area.' }]);
    return owner;
  }
}

/** Sources are noted while somebody looks; one that comes late may still be noted while the question rests. */
const LOOKED_IN: readonly EnquiryState[] = ['asked', 'looking', 'escalated', 'parked', 'presumed'];

/** @throws Problem 409 where it has moved on since the page was shown */
export function mustBeAsSeen({ state }: Enquiry, seen: EnquiryState): void {
  if (state !== seen)
    throw new Problem(
      409,
      'This question has moved on meanwhile',
      `It is now: ${ENQUIRY_TABLE[state].stage}. Nothing was done. Look at the page again, and go on from there.`,
    );
}

/** As what somebody acts: as the one of their roles that may. @param rights those that have not ended */
function moverFor(rights: Who['rights'], { areaId, ownerId, state }: Enquiry, act: EnquiryAct): Mover {
  const held = rights.flatMap(({ role, scope, scopeId }): Mover[] => {
    if (scope === 'area' && scopeId === areaId)
      return role === 'area_administrator'
        ? ['broker']
        : role === 'broker' || role === 'monitoring_officer'
          ? [role]
          : [];
    return scope === 'owner' && scopeId === ownerId && role === 'owner_representative' ? [role] : [];
  });
  return held.find((by) => after(ENQUIRY_TABLE, state, act, by) !== null) ?? held[0] ?? 'asker';
}

/** The one named officer: whoever acts first. Each change of hands is counted and shown. */
function heldBy({ personId }: Who, enquiry: Enquiry): Enquiry {
  if (enquiry.officerId === personId) return enquiry;
  return { ...enquiry, officerId: personId, handOffs: enquiry.handOffs + (enquiry.officerId === null ? 0 : 1) };
}

const STATE_SEEN: Record<(typeof WHAT_IS_THERE)[number], AssetState> = {
  empty: 'vacant',
  hardly_used: 'under_used',
  in_use: 'in_use',
  unknown: 'in_use',
};

/** What the broker says of a place that is on nobody’s list. */
function foundBy({ assetId, place, kind, point, precision }: Enquiry, given: OwnerAnswer): FoundLand | null {
  if (assetId !== null) return null;
  if (kind === 'building' && given.there === 'unknown')
    throw invalid([
      { field: 'there', message: 'Say whether the building is used: an empty one is not shown to the public.' },
    ]);
  const typed = given.lon !== undefined && given.lat !== undefined ? { lon: given.lon, lat: given.lat } : null;
  return {
    name: given.name || place,
    kind,
    point: typed ?? (precision === 'exact' ? point : null),
    state: STATE_SEEN[given.there],
    seen: given.there !== 'unknown',
  };
}
