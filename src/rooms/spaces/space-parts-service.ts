import { dayWords } from './day-words.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { withoutId } from './hours-form-rules.ts';
import { readParts } from './part-form-rules.ts';
import type { Space, SpaceSummary } from './space-contract.ts';
import type { Place, SpaceDeps } from './space-deps.ts';
import { textsIn } from './space-form-rules.ts';
import { spaceClaimsOn } from './space-claims-store.ts';
import type { SpaceHoursService } from './space-hours-service.ts';
import type { SpaceService } from './space-service.ts';
import { spacesOn } from './space-store.ts';
import { withList } from './row-form-rules.ts';

type Deps = Pick<SpaceDeps, 'clock'> & Pick<SpaceService, 'changing' | 'addIn'> & Pick<SpaceHoursService, 'setHoursIn'>;

/** Dividing a space into parts, joining them again, and taking a space out of what is let. */
export function spacePartsService({ clock, changing, addIn, setHoursIn }: Deps) {
  return {
    divideIn,

    /** Divides a space. Each part begins with the facts, rules and hours of the whole; its prices are its own. */
    async divide(who: Who, spaceId: string, given: Record<string, unknown>): Promise<Space[]> {
      const { items, mistakes } = readParts(textsIn(withList(given, 'part')));
      if (mistakes.length > 0) throw invalid(mistakes);
      return changing(spaceId, (unit, whole, place) => divideIn(unit, who.personId, place, whole, items));
    },

    /** Takes all parts of a space away, so that it is let as one again. */
    async join(who: Who, spaceId: string): Promise<void> {
      await changing(spaceId, async (unit, whole, place) => {
        const parts = within(await spacesOn(unit.trx).inAsset(place.assetId), whole.id);
        if (parts.length === 0) return;
        await refuseWhileTaken(unit, place, whole, 'Its parts can be joined');
        await retireIn(unit, who.personId, place, parts);
        unit.record({
          kind: 'space_joined',
          areaId: place.areaId,
          subjectKind: 'space',
          subjectId: whole.id,
          actor: who.personId,
          before: parts.map(({ name }) => name),
          publicText: 'Its parts were joined to one space again.',
        });
      });
    },

    /** Takes a space and its parts out of what is let. What happened in it stays in the record. */
    async retire(who: Who, spaceId: string): Promise<void> {
      await changing(spaceId, async (unit, space, place) => {
        await refuseWhileTaken(unit, place, space, 'It can be taken out of what is let');
        await retireIn(unit, who.personId, place, [
          space,
          ...within(await spacesOn(unit.trx).inAsset(place.assetId), space.id),
        ]);
      });
    },
  };

  async function divideIn(
    unit: UnitOfWork,
    actor: string,
    place: Place,
    whole: Space,
    parts: readonly { name: string; capacity: number | null; floorAreaM2: number | null }[],
  ): Promise<Space[]> {
    await refuseWhileTaken(unit, place, whole, 'Its parts can change');
    const [bookable] = await spacesOn(unit.trx).bookable([whole.id]);
    const added: Space[] = [];
    for (const { name, capacity, floorAreaM2 } of parts) {
      const part = await addIn(
        unit,
        actor,
        place,
        { ...whole, layouts: {}, depositPence: 0, description: null, name, capacity, floorAreaM2 },
        { parentId: whole.id, submission: null },
      );
      await setHoursIn(unit, actor, part, place.areaId, (bookable?.windows ?? []).map(withoutId));
      added.push(part);
    }
    unit.record({
      kind: 'space_divided',
      areaId: place.areaId,
      subjectKind: 'space',
      subjectId: whole.id,
      actor,
      after: parts.map(({ name }) => name),
      publicText: `Divided into parts: ${parts.map(({ name }) => name).join(', ')}.`,
    });
    return added;
  }

  async function retireIn(
    { trx, record }: UnitOfWork,
    actor: string,
    { assetId, areaId, timeZone }: Place,
    spaces: readonly Pick<Space, 'id'>[],
  ): Promise<void> {
    await spacesOn(trx).retire(
      spaces.map(({ id }) => id),
      dayIn(timeZone, clock()),
    );
    await spacesOn(trx).dividesAsset(assetId);
    record(
      ...spaces.map(({ id }) => ({
        kind: 'space_retired' as const,
        areaId,
        subjectKind: 'space',
        subjectId: id,
        actor,
        publicText: 'No longer let.',
      })),
    );
  }

  /**
   * What is booked in a part is a claim on that part alone: were parts to change now, the same hour could be booked twice.
   * @throws Problem 409 that says how many dates lie ahead and which is the first
   */
  async function refuseWhileTaken(
    { trx }: UnitOfWork,
    { assetId, timeZone }: Place,
    space: Space,
    what: string,
  ): Promise<void> {
    const top = topOf(await spacesOn(trx).inAsset(assetId), space);
    const [whole] = await spacesOn(trx).bookable([top.id]);
    const now = Math.floor(clock().getTime() / 60_000);
    const { count, first } = await spaceClaimsOn(trx).ahead(
      [...new Set([space.number, ...(whole?.leaves ?? [])])],
      now,
    );
    if (first === null) return;
    const dates = `${count === 1 ? 'one date' : `${count.toLocaleString('en-GB')} dates`} from ${dayWords(dayIn(timeZone, new Date(first * 60_000)))}`;
    throw new Problem(
      409,
      'There are bookings ahead',
      `${top.name} is booked, asked for or closed on ${dates}. ${what} when nothing lies ahead. Move or cancel those dates first, or wait.`,
    );
  }
}

/** All parts of a space, and their parts. */
function within(all: readonly SpaceSummary[], id: string): SpaceSummary[] {
  return all.filter(({ parentId }) => parentId === id).flatMap((part) => [part, ...within(all, part.id)]);
}

function topOf(all: readonly SpaceSummary[], space: SpaceSummary): SpaceSummary {
  const parent = all.find(({ id }) => id === space.parentId);
  return parent ? topOf(all, parent) : space;
}
