import { createHash } from 'node:crypto';
import { type Asset, CONSTRAINTS, IDENTIFIER_SCHEMES, ROUTES, TENURE_DETAILS } from './asset-contract.ts';
import { EDIT_FIELDS, MOST_ROWS, ROWS, type EditField, type FormValues, type Seen } from './asset-edit-contract.ts';

type ListField = keyof typeof ROWS;

/** The inputs that make up a field; lists typed line by line have their own. */
const INPUTS: Record<Exclude<EditField, ListField>, readonly string[]> = {
  kind: ['kind'],
  identifiers: IDENTIFIER_SCHEMES.map((scheme) => `id_${scheme}`),
  tenure: ['tenure'],
  tenureDetails: TENURE_DETAILS.map((detail) => `tenure_${detail}`),
  tenureNote: ['tenure_note'],
  name: ['name'],
  description: ['description'],
  address: ['number', 'street', 'town', 'postcode'],
  point: ['lon', 'lat'],
  shape: ['shape'],
  landAreaM2: ['land_area'],
  floorAreaM2: ['floor_area'],
  state: ['state'],
  stateSince: ['state_since'],
  stateNote: ['state_note'],
  plannedUse: ['planned_text', 'planned_from'],
  features: ['features'],
  hazards: ['hazards'],
  routes: ROUTES.flatMap((route) => [`route_${route}`, `route_${route}_reason`]),
  constraints: CONSTRAINTS.flatMap((kind) => [`constraint_${kind}`, `constraint_${kind}_note`]),
};

/** What the form shows of an asset. */
export function formOf(asset: Asset): FormValues {
  const { address, plannedUse, routes, constraints, evidence, costs } = asset;
  // A point that only stands for a postcode is none that somebody set.
  const point = asset.precision === 'exact' ? asset.point : null;
  const values: Record<string, string | number | null | undefined> = {
    kind: asset.kind,
    name: asset.name,
    description: asset.description,
    tenure: asset.tenure,
    tenure_note: asset.tenureNote,
    ...address,
    lon: point?.lon,
    lat: point?.lat,
    shape: asset.shape && JSON.stringify(asset.shape),
    land_area: asset.landAreaM2,
    floor_area: asset.floorAreaM2,
    state: asset.state,
    state_since: asset.stateSince,
    state_note: asset.stateNote,
    planned_text: plannedUse?.text,
    planned_from: plannedUse?.from,
    features: asset.features.join('\n'),
    hazards: asset.hazards.join('\n'),
  };
  for (const scheme of IDENTIFIER_SCHEMES)
    values[`id_${scheme}`] = asset.identifiers
      .filter((one) => one.scheme === scheme)
      .map(({ value }) => value)
      .join('\n');
  for (const detail of asset.tenureDetails) values[`tenure_${detail}`] = 'yes';
  for (const { route, reason } of routes)
    Object.assign(values, { [`route_${route}`]: 'yes', [`route_${route}_reason`]: reason });
  for (const { kind, note } of constraints)
    Object.assign(values, { [`constraint_${kind}`]: 'yes', [`constraint_${kind}_note`]: note });
  evidence.forEach(({ text, source, on }, at) =>
    Object.assign(values, {
      [`evidence_text_${at + 1}`]: text,
      [`evidence_source_${at + 1}`]: source,
      [`evidence_on_${at + 1}`]: on,
    }),
  );
  costs.forEach(({ label, annualPence, source }, at) =>
    Object.assign(values, {
      [`costs_label_${at + 1}`]: label,
      [`costs_pounds_${at + 1}`]: annualPence === null ? '' : (annualPence / 100).toFixed(2).replace(/\.00$/, ''),
      [`costs_source_${at + 1}`]: source,
    }),
  );
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null || value === undefined ? '' : String(value)]),
  );
}

/** The texts that came in, one for each input; anything else a program may have sent is left out. */
export function textsIn(given: Record<string, unknown>): FormValues {
  const texts = Object.entries(given).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, clean(String(value))] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** The lines of a list that have anything in them, with the number of each. */
export function rowsIn(values: FormValues, list: ListField): { at: number; cells: string[] }[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => ({
    at: index + 1,
    cells: ROWS[list].map((column) => values[`${list}_${column}_${index + 1}`] ?? ''),
  }));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** A fingerprint of each field, by which to tell what somebody changed, and what somebody else changed meanwhile. */
export function seenIn(values: FormValues, locked: readonly string[]): Seen {
  return {
    fields: Object.fromEntries(EDIT_FIELDS.map((field) => [field, fingerprint(field, values)])),
    locked: [...locked],
  };
}

/** The inputs of one field, as they are in `from`. */
export function inputsOf(field: EditField, from: FormValues): FormValues {
  const names = isList(field) ? Object.keys(from).filter((name) => name.startsWith(`${field}_`)) : INPUTS[field];
  return Object.fromEntries(names.map((name) => [name, from[name] ?? '']));
}

function fingerprint(field: EditField, values: FormValues): string {
  const texts = isList(field)
    ? rowsIn(values, field).map(({ cells }) => cells.map(clean))
    : INPUTS[field].map((name) =>
        field === 'shape' ? sameJson(clean(values[name] ?? '')) : clean(values[name] ?? ''),
      );
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 12);
}

const isList = (field: EditField): field is ListField => field in ROWS;
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Spaces in a GeoJSON text mean nothing. */
function sameJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
