import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { UNTOLD, type Space } from './space-contract.ts';
import type { ListedSpace } from './desk-space-contract.ts';
import type { Place, SpaceDeps } from './space-deps.ts';
import { MOST_SPACES, type FormValues, type Seen, type SpaceFields } from './space-edit-contract.ts';
import { comparedWith, fieldsFrom, formOf, readSpaceForm, seenIn, textsIn } from './space-form-rules.ts';
import { spaceFactsOn } from './space-facts-store.ts';
import { spacesOn } from './space-store.ts';
import { labelsOf } from './space-words.ts';
import { readSeen, retired, refuseTwins, differences, SpaceConflict } from './space-change-steps.ts';

/** Where a new space comes in: inside another, and by which form. */
export type Adding = { parentId: string | null; submission: string | null };

const BLANK: SpaceFields = {
  ...UNTOLD,
  name: '',
  description: null,
  floor: null,
  floorAreaM2: null,
  capacity: null,
  bookable: false,
};
const HISTORY_LINES = 15;

/** Adding spaces and changing what is said of them. */
export function spaceService({ db, newId, inOneTransaction, places, namesOf }: SpaceDeps) {
  return {
    /** What an act to a space is done to. @throws Problem 404 when there is none */
    async thing(id: string): Promise<Place & { spaceId: string }> {
      const space = await spacesOn(db).byId(id);
      if (!space) throw notFound('space');
      return { ...(await places.thing(space.assetId)), spaceId: id };
    },
    placeThing: places.thing,
    live,
    changing,
    changedBy,
    addIn,
    changeIn,
    /** What the form says, for looking at before it is saved. @throws Problem 400 for what cannot be read */
    reads: (given: Record<string, unknown>, before: SpaceFields = BLANK): SpaceFields =>
      fieldsFrom(readSpaceForm({ ...formOf(before), ...textsIn(given) }), before),

    /** The spaces of a place, with what is missing before groups can ask for them. */
    async listed(assetId: string): Promise<ListedSpace[]> {
      const summaries = await spacesOn(db).inAsset(assetId);
      const bookable = await spacesOn(db).bookable(summaries.map(({ id }) => id));
      return summaries.map((summary) => {
        const { windows = [], tariffs = [] } = bookable.find(({ id }) => id === summary.id) ?? {};
        return {
          ...summary,
          missing: windows.length === 0 ? ['opening hours'] : [],
          unknown: [
            ...(tariffs.length === 0 ? ['the price'] : []),
            ...(summary.capacity === null ? ['how many people fit'] : []),
          ],
        };
      });
    },

    blankForm: (): FormValues => formOf({ ...BLANK, bookable: true }),
    form: (space: Space): { values: FormValues; seen: Seen } => ({
      values: formOf(space),
      seen: seenIn(formOf(space)),
    }),

    async history(spaceId: string): Promise<{ at: string; text: string; by: string }[]> {
      const facts = await spaceFactsOn(db).ofSpace(spaceId, HISTORY_LINES);
      const names = await namesOf(facts.map(({ actor }) => actor));
      return facts.map(({ at, actor, text }) => ({ at, text: text ?? '', by: names.get(actor) ?? '' }));
    },

    /** A new space in a place. Sending the same form twice makes one. */
    async add(who: Who, assetId: string, given: Record<string, unknown>): Promise<Space> {
      const place = await places.thing(assetId);
      const fields = fieldsFrom(readSpaceForm(textsIn(given)), BLANK);
      const submission = typeof given['submission'] === 'string' ? given['submission'] : null;
      return inOneTransaction(async (unit) => {
        await places.lock(unit.trx, assetId);
        const known = submission && (await spacesOn(unit.trx).bySubmission(assetId, submission));
        return known || addIn(unit, who.personId, place, fields, { parentId: null, submission });
      });
    },

    /**
     * Saves what somebody changed, and nothing else. Of two who edit at once the second is told, unless they changed different things
     * and could not know: then it is told too, with both on the form.
     * @throws SpaceConflict, Problem 400 for what cannot be read
     */
    async change(who: Who, id: string, given: Record<string, unknown>): Promise<string[]> {
      const typed = textsIn(given);
      const seen = readSeen(typed['seen']);
      readSpaceForm({ ...formOf(await live(id)), ...typed });
      const by = await changedBy(id);
      return changing(id, async (unit, before, place) => {
        const now = formOf(before);
        const { mine, theirs } = comparedWith(seen, typed, now);
        const merged: FormValues = { ...now, ...Object.fromEntries(mine.map((name) => [name, typed[name] ?? ''])) };
        if (theirs.length > 0) throw new SpaceConflict(labelsOf(theirs), merged, by);
        if (mine.length === 0) return [];
        await changeIn(
          unit,
          who.personId,
          place,
          before,
          fieldsFrom(readSpaceForm(merged), before),
          `Changed: ${labelsOf(mine).join(', ')}.`,
        );
        return labelsOf(mine);
      });
    },
  };

  /** A space that is still let. @throws Problem 404, or 410 when it no longer is */
  async function live(id: string): Promise<Space> {
    const space = await spacesOn(db).byId(id);
    if (!space) throw notFound('space');
    if (space.retiredOn) throw retired();
    return space;
  }

  /** One piece of work on one space, whole or not at all; whoever else changes a space of the same place waits. */
  async function changing<T>(
    id: string,
    work: (unit: UnitOfWork, space: Space, place: Place) => Promise<T>,
  ): Promise<T> {
    const place = await places.thing((await live(id)).assetId);
    return inOneTransaction(async (unit) => {
      await places.lock(unit.trx, place.assetId);
      await spacesOn(unit.trx).lock(place.assetId);
      const space = await spacesOn(unit.trx).byId(id);
      if (!space) throw notFound('space');
      if (space.retiredOn) throw retired();
      return work(unit, space, place);
    });
  }

  /** Adds a space as a part of a larger piece of work, which holds the place. */
  async function addIn(
    unit: UnitOfWork,
    actor: string,
    place: Place,
    fields: SpaceFields,
    { parentId, submission }: Adding,
  ): Promise<Space> {
    const spaces = spacesOn(unit.trx);
    const space = { ...fields, id: newId(), assetId: place.assetId, parentId };
    if ((await spaces.inAsset(place.assetId)).length >= MOST_SPACES)
      throw conflict(`There are ${MOST_SPACES} spaces in this place already. Retire some that are no longer let.`);
    await refuseTwins(unit.trx, space);
    await spaces.add([space], submission);
    await spaces.dividesAsset(place.assetId);
    unit.record({
      kind: 'space_added',
      areaId: place.areaId,
      subjectKind: 'space',
      subjectId: space.id,
      actor,
      after: { ...fields, parentId },
      publicText: 'Added to the register.',
    });
    const added = await spaces.byId(space.id);
    if (!added) throw new Error(`The space ${space.id} was not stored.`);
    return added;
  }

  /** Changes a space as a part of a larger piece of work, which holds the place. */
  async function changeIn(
    unit: UnitOfWork,
    actor: string,
    { areaId }: Place,
    before: Space,
    fields: SpaceFields,
    publicText: string,
  ): Promise<void> {
    const after = { ...before, ...fields };
    await refuseTwins(unit.trx, after);
    await spacesOn(unit.trx).change(after);
    unit.record({
      kind: 'space_changed',
      areaId,
      subjectKind: 'space',
      subjectId: before.id,
      actor,
      ...differences(before, after),
      publicText,
    });
  }

  async function changedBy(spaceId: string): Promise<string> {
    const [fact] = await spaceFactsOn(db).ofSpace(spaceId, 1);
    return (fact && (await namesOf([fact.actor])).get(fact.actor)) ?? 'Somebody else';
  }
}
export type SpaceService = ReturnType<typeof spaceService>;
