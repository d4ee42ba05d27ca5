import type { Db } from '../../kernel/database.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { LONGEST_NOTE, noteOfRoom, type ArrivalForm, type ArrivalNote } from './arrival-contract.ts';
import { arrivalNotesOn } from './arrival-store.ts';
import { buildingsOn } from './building-store.ts';
import type { BuildingInZone } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';

type Given = Readonly<Record<string, unknown>>;

/** Somebody else has written while the form was open. */
export class ArrivalConflict extends Problem {
  constructor() {
    super(
      409,
      'Somebody else changed this meanwhile',
      'Somebody else has changed these notes while you were writing. The form has what you typed, and below it what stands there now. Put them together and save again.',
    );
  }
}

/** How to get into a building and its rooms, written down for those who open them. */
export function arrivalService({ db, clock, newId, inOneTransaction }: RunningDeps) {
  return {
    form: (assetId: string): Promise<ArrivalForm> => formOf(db, assetId),

    /**
     * Replaces the notes. What they say is never on the record: only that they were changed.
     * @throws Problem 400 for what is too long, ArrivalConflict when they are not any more what the form was made from
     */
    save: (who: Who, { id, areaId }: BuildingInZone, given: Given): Promise<void> =>
      inOneTransaction(async ({ trx, record }) => {
        await arrivalNotesOn(trx).lock(id);
        const { rooms, values, seen } = await formOf(trx, id);
        const notes = notesIn(
          given,
          id,
          rooms.map((room) => room.id),
        );
        if (notes.every((one) => (values[fieldOf(one)] ?? '') === one.note)) return;
        if (given['seen'] !== seen) throw new ArrivalConflict();
        await arrivalNotesOn(trx).replace(id, notes, { by: who.personId, at: clock().toISOString(), newId });
        record({
          kind: 'arrival_notes_changed',
          areaId,
          subjectKind: 'asset',
          subjectId: id,
          actor: who.personId,
          after: { notes: notes.filter(({ note }) => note !== '').length },
        });
      }),
  };
}
export type ArrivalService = ReturnType<typeof arrivalService>;

async function formOf(on: Db, assetId: string): Promise<ArrivalForm> {
  const rooms = await buildingsOn(on).rooms(assetId);
  const notes = await arrivalNotesOn(on).of([assetId]);
  const told = notes.map((one): [string, string] => [fieldOf(one), one.note]);
  const values = Object.fromEntries(told.toSorted());
  return { rooms, values, seen: hashOf(JSON.stringify(values)) };
}

const fieldOf = ({ spaceId }: Pick<ArrivalNote, 'spaceId'>): string =>
  spaceId === null ? 'building' : noteOfRoom(spaceId);

function notesIn(given: Given, assetId: string, roomIds: readonly string[]): ArrivalNote[] {
  const notes = [null, ...roomIds].map((spaceId): ArrivalNote => {
    const typed = given[fieldOf({ spaceId })];
    return { assetId, spaceId, note: typeof typed === 'string' ? typed.trim().replaceAll('\r\n', '\n') : '' };
  });
  const long = notes.filter(({ note }) => note.length > LONGEST_NOTE);
  if (long.length > 0)
    throw invalid(
      long.map((one) => ({
        field: fieldOf(one),
        message: `Use up to ${LONGEST_NOTE.toLocaleString('en-GB')} characters.`,
      })),
    );
  return notes;
}
