import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import { widened, type Outline } from '../../kernel/geo.ts';
import { gone, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Asset } from './asset-contract.ts';
import { type EditField, type FormValues, seenSchema, type Seen, type TrueRecord } from './asset-edit-contract.ts';
import { assetFactsOn, type AssetFact } from './asset-edit-facts-store.ts';
import { formOf, inputsOf, seenIn, textsIn } from './asset-edit-form.ts';
import { deskAssetsOn } from './asset-edit-list-store.ts';
import { fieldsOf } from './asset-edit-field-reading.ts';
import { comparedWith } from './asset-edit-rules.ts';
import { EDIT_SENTENCES, FIELD_LABELS, heldWords } from './asset-edit-words.ts';
import type { AssetRegister, RegisterWriting } from './asset-register-service.ts';
import { photosOn } from './photo-store.ts';
import { publicAssetsOn } from './public-asset-store.ts';

export type EditDeps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  register: AssetRegister;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]>; boundary(areaId: string): Promise<Outline | undefined> };
  /** Names of people by their ids, for officers' eyes. */
  namesOf(ids: readonly string[]): Promise<Map<string, string>>;
};
/** Who edits, and as what: the public history names the office, never the person. */
export type Editor = { who: Pick<Who, 'personId' | 'name'>; as: 'officer' | 'owner' };

const REACH_KM = 5;
const HISTORY_LINES = 15;

/** Somebody else changed the place while the form was open. `merged` is the form again: theirs, with one's own changes on top. */
export class EditConflict extends Problem {
  readonly theirs: readonly { field: EditField; label: string; alsoMine: boolean }[];
  readonly merged: FormValues;
  readonly by: string;

  constructor(
    theirs: readonly { field: EditField; label: string; alsoMine: boolean }[],
    merged: FormValues,
    by: string,
  ) {
    const fields = theirs.map(({ label }) => label.toLowerCase()).join(', ');
    super(
      409,
      'Somebody else changed this place meanwhile',
      `${by} changed this place while you were writing: ${fields}. Nothing of yours is lost. Look at both and save again.`,
      theirs.map(({ field, label }) => ({
        field: Object.keys(inputsOf(field, merged))[0] ?? '',
        message: `${label} was changed meanwhile. Check it and save again.`,
      })),
    );
    this.theirs = theirs;
    this.merged = merged;
    this.by = by;
  }
}

/** Editing an asset's true record by form. */
export function assetEditing({ db, inOneTransaction, register, areas, namesOf }: EditDeps) {
  return {
    /** What an act to an asset is done to. @throws Problem 404 when there is none */
    async thing(id: string): Promise<{ assetId: string; ownerId: string; areaId: string }> {
      const found = (await deskAssetsOn(db).byIds([id])).get(id);
      if (!found) throw notFound('place');
      return { assetId: id, ownerId: found.ownerId, areaId: found.areaId };
    },

    /** Everything an officer sees of an asset. @throws Problem 410 when it has left the register */
    async record(id: string): Promise<Omit<TrueRecord, 'today'>> {
      const { asset, area, owner } = await found(id);
      const photos = await photosOn(db).ofAssets([id]);
      const shown = await publicAssetsOn(db).byId(id);
      const facts = await assetFactsOn(db).ofAsset(id, HISTORY_LINES);
      if (!shown) throw notFound('place');
      const names = await namesOf(facts.map(({ actor }) => actor));
      return {
        asset,
        area,
        owner,
        photos: photos.get(id) ?? [],
        shown,
        history: facts.map((fact) => historyLine(fact, names)),
      };
    },

    form: (asset: Asset): { values: FormValues; seen: Seen } => ({
      values: formOf(asset),
      seen: seenIn(formOf(asset), asset.lockedFields),
    }),

    /**
     * Saves what a person changed, and nothing else; each change is a fact with before, after and reason.
     * @returns what was changed
     * @throws EditConflict when somebody else was quicker, Problem 400 for what cannot be read
     */
    async save(id: string, given: Record<string, unknown>, { who, as }: Editor): Promise<EditField[]> {
      const values = textsIn(given);
      const seen = readSeen(values['seen'] ?? '');
      const place = await found(id);
      const boundary = await areas.boundary(place.area.id);
      if (!boundary) throw new Error(`The area ${place.area.slug} has no boundary.`);
      const known = await namesOf((await assetFactsOn(db).ofAsset(id, 1)).map(({ actor }) => actor));
      return changing(place, who.personId, async (writing) => {
        const asset = await writing.lock(id);
        if (!asset) throw notFound('place');
        const now = formOf(asset);
        const typed = seenIn(values, []);
        const { mine, theirs } = comparedWith(seen, typed, seenIn(now, asset.lockedFields));
        if (theirs.length > 0) throw conflictOf(theirs, mine, values, now, [...known.values()][0] ?? 'Somebody else');
        const fields = fieldsOf(asset, mine, values, {
          today: writing.today,
          within: widened(boundary, REACH_KM),
          seen,
          as,
        });
        mustNotPromise(asset, fields);
        if (Object.keys(fields).length > 0)
          await writing.change([{ before: asset, fields }], EDIT_SENTENCES[as], values['reason'] ?? null);
        return mine;
      });
    },

    found,
    changing,
  };

  async function found(id: string): Promise<{ asset: Asset; area: Area; owner: Owner }> {
    const asset = await register.record(db, id);
    const area = asset && (await areas.all()).find((one) => one.id === asset.areaId);
    const owner = asset && (await areas.owners()).find((one) => one.id === asset.ownerId);
    if (!asset || !area || !owner) throw notFound('place');
    if (asset.retiredOn)
      throw gone('This place is no longer in its owner’s list. It comes back with the next list that has it.');
    return { asset, area, owner };
  }

  /** One piece of work on one asset's record, whole or not at all. */
  function changing<T>(
    { area, owner }: { area: Area; owner: Owner },
    actor: string,
    work: (writing: RegisterWriting, unit: UnitOfWork) => Promise<T>,
  ): Promise<T> {
    return inOneTransaction(async (unit) => {
      const writing = await register.writing({ unit, area, owners: [owner], actor });
      const result = await work(writing, unit);
      await writing.finish();
      return result;
    });
  }
}
export type AssetEditing = ReturnType<typeof assetEditing>;

/** The form once more: what others changed, with what this person changed on top. */
function conflictOf(
  theirs: EditField[],
  mine: EditField[],
  values: FormValues,
  now: FormValues,
  by: string,
): EditConflict {
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => /^(check|reason|lock_|use_)/.test(name)));
  const merged = mine.reduce<FormValues>((form, field) => {
    const kept = Object.fromEntries(Object.entries(form).filter(([name]) => !(name in inputsOf(field, form))));
    return { ...kept, ...inputsOf(field, values) };
  }, now);
  return new EditConflict(
    theirs.map((field) => ({ field, label: FIELD_LABELS[field], alsoMine: mine.includes(field) })),
    { ...own, ...merged },
    by,
  );
}

function readSeen(text: string): Seen {
  try {
    return seenSchema.parse(JSON.parse(text));
  } catch {
    throw invalid([{ field: 'seen', message: 'Open the form again and send it as it is on the page.' }]);
  }
}

function historyLine({ at, kind, actor, reason, text, fields }: AssetFact, names: Map<string, string>) {
  const changed = fields.flatMap((field) => (field in FIELD_LABELS ? FIELD_LABELS[field as EditField] : []));
  return {
    at,
    kind,
    by: names.get(actor) ?? (actor.startsWith('import ') ? 'A list that was imported' : ''),
    reason,
    text: text ?? (changed.length > 0 ? `Changed: ${changed.join(', ')}.` : 'Locks changed.'),
  };
}

/** What promises a place to others, or takes it away, by the input at which the form says so. */
const PROMISES = {
  state: 'state',
  plannedUse: 'planned_text',
  routes: 'route_meanwhile_use',
} as const satisfies Partial<Record<EditField, string>>;

/** @throws Problem 409 where a group has asked for the place: from complete to decided, and once it is granted */
function mustNotPromise({ heldBy }: Asset, fields: Partial<Asset>): void {
  if (heldBy === null) return;
  const promised = (Object.keys(PROMISES) as (keyof typeof PROMISES)[]).filter((field) => fields[field] !== undefined);
  if (promised.length === 0) return;
  throw new Problem(
    409,
    'A group has asked for this place',
    heldWords(heldBy),
    promised.map((field) => ({
      field: PROMISES[field],
      message: `“${FIELD_LABELS[field]}” stays as it is, because a group has asked for this place (${heldBy}). Answer the proposal first.`,
    })),
  );
}
