import type { Outline } from '../../kernel/geo.ts';
import { postcodeOf } from '../../kernel/postcode.ts';
import type { Mistake } from '../../kernel/problem.ts';
import {
  type Asset,
  ASSET_KINDS,
  ASSET_STATES,
  CONSTRAINTS,
  ROUTES,
  TENURE_DETAILS,
  TENURES,
} from './asset-contract.ts';
import type { EditField, FormValues } from './asset-edit-contract.ts';
import { rowsIn } from './asset-edit-form.ts';
import { readIdentifiers } from './asset-edit-identifier-reading.ts';
import { readOutline, readPoint } from './asset-edit-outline-reading.ts';

export type Reading = {
  values: FormValues;
  today: string;
  within: Outline;
  wrong(field: string, message: string): void;
};
type Readers = { [Field in EditField]: (reading: Reading) => Asset[Field] };

const LONGEST = { name: 200, line: 200, text: 4_000, note: 500, listItems: 60 };

/** Reads one changed field of the form. What is wrong with it is said for the input it stands in. */
export function readField<Field extends EditField>(
  field: Field,
  values: FormValues,
  context: Pick<Reading, 'today' | 'within'>,
  mistakes: Mistake[],
): Asset[Field] {
  return READERS[field]({
    ...context,
    values,
    wrong: (input, message) => void mistakes.push({ field: input, message }),
  });
}

const READERS: Readers = {
  kind(r) {
    const kind = ASSET_KINDS.find((one) => one === r.values['kind']);
    if (!kind) r.wrong('kind', 'Choose land or building.');
    return kind ?? 'building';
  },
  identifiers: (r) => readIdentifiers(r),
  tenure(r) {
    const given = r.values['tenure'] ?? '';
    const tenure = TENURES.find((one) => one === given) ?? null;
    if (given !== '' && !tenure) r.wrong('tenure', 'Choose a tenure from the list.');
    return tenure;
  },
  tenureDetails: (r) => TENURE_DETAILS.filter((detail) => r.values[`tenure_${detail}`] === 'yes'),
  tenureNote: (r) => text(r, 'tenure_note', LONGEST.note),
  name: (r) => {
    const name = text(r, 'name', LONGEST.name);
    if (name === null) r.wrong('name', 'Enter a name by which people know the place.');
    return name ?? '';
  },
  description: (r) => text(r, 'description', LONGEST.text),
  address: (r) => ({
    number: text(r, 'number', 40),
    street: text(r, 'street', LONGEST.line),
    town: text(r, 'town', LONGEST.line),
    postcode: postcode(r),
  }),
  point(r) {
    const [lon = '', lat = ''] = [r.values['lon'], r.values['lat']];
    if (lon === '' && lat === '') return null;
    const point = readPoint(lon, lat, r.within);
    if (!point)
      r.wrong(
        'lon',
        'Enter a longitude and a latitude in the area or within 5 km of it, for instance -2.3201 and 53.4102.',
      );
    return point ?? null;
  },
  shape(r) {
    const given = r.values['shape'] ?? '';
    if (given === '') return null;
    const read = readOutline(given, r.within);
    if ('problem' in read) r.wrong('shape', read.problem);
    return 'shape' in read ? read.shape : null;
  },
  landAreaM2: (r) => squareMetres(r, 'land_area'),
  floorAreaM2: (r) => squareMetres(r, 'floor_area'),
  state(r) {
    const state = ASSET_STATES.find((one) => one === r.values['state']);
    if (!state) r.wrong('state', 'Choose a state from the list.');
    return state ?? 'in_use';
  },
  stateSince: (r) => day(r, 'state_since', 'past'),
  stateNote: (r) => text(r, 'state_note', LONGEST.note),
  plannedUse(r) {
    const [planned, from] = [text(r, 'planned_text', LONGEST.note), day(r, 'planned_from', 'any')];
    if (planned === null && from !== null) r.wrong('planned_text', 'Say what is planned, or leave its date empty.');
    return planned === null ? null : { text: planned, from };
  },
  routes: (r) =>
    ROUTES.filter((route) => r.values[`route_${route}`] === 'yes').map((route) => ({
      route,
      reason: text(r, `route_${route}_reason`, LONGEST.note) ?? '',
    })),
  constraints: (r) =>
    CONSTRAINTS.filter((kind) => r.values[`constraint_${kind}`] === 'yes').map((kind) => ({
      kind,
      note: text(r, `constraint_${kind}_note`, LONGEST.note),
    })),
  features: (r) => lines(r, 'features'),
  hazards: (r) => lines(r, 'hazards'),
  evidence: (r) =>
    rowsIn(r.values, 'evidence').map(({ at, cells: [words = '', source = ''] }) => {
      if (words === '') r.wrong(`evidence_text_${at}`, 'Say what shows it, or empty the whole line.');
      if (source === '') r.wrong(`evidence_source_${at}`, 'Say where this comes from.');
      return {
        text: words.slice(0, LONGEST.note),
        source: source.slice(0, LONGEST.line),
        on: day(r, `evidence_on_${at}`, 'past'),
      };
    }),
  costs: (r) =>
    rowsIn(r.values, 'costs').map(({ at, cells: [label = '', pounds = '', source = ''] }) => {
      if (label === '') r.wrong(`costs_label_${at}`, 'Say what the cost is for, or empty the whole line.');
      if (source === '') r.wrong(`costs_source_${at}`, 'Say where the figure comes from.');
      return {
        label: label.slice(0, LONGEST.line),
        annualPence: pence(r, `costs_pounds_${at}`, pounds),
        source: source.slice(0, LONGEST.line),
      };
    }),
};

function text({ values, wrong }: Reading, input: string, most: number): string | null {
  const given = values[input] ?? '';
  if (given.length > most) wrong(input, `Write up to ${most.toLocaleString('en-GB')} characters here.`);
  return given === '' ? null : given;
}

function lines({ values, wrong }: Reading, input: string): string[] {
  const items = (values[input] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (items.length > LONGEST.listItems || items.some((line) => line.length > LONGEST.line))
    wrong(input, `Write at most ${LONGEST.listItems} lines of up to ${LONGEST.line} characters.`);
  return items;
}

function postcode({ values, wrong }: Reading): string | null {
  const given = values['postcode'] ?? '';
  const known = postcodeOf(given);
  if (given !== '' && known === undefined)
    wrong('postcode', 'Enter a postcode such as M33 7DZ, or only its first half.');
  return known ?? null;
}

/** Square metres; hectares when somebody writes "0.4 ha". */
function squareMetres({ values, wrong }: Reading, input: string): number | null {
  const given = values[input] ?? '';
  const [, figures, hectares] = /^([\d,]*\.?\d+)\s*(?:m2|m²|(ha))?$/i.exec(given) ?? [];
  if (given === '') return null;
  const size = Number(figures?.replaceAll(',', '')) * (hectares ? 10_000 : 1);
  if (!(size > 0 && size <= 1e9))
    wrong(input, 'Enter the size in square metres as a number, for instance 450, or in hectares, for instance 0.4 ha.');
  return Math.round(size * 10) / 10;
}

function day({ values, today, wrong }: Reading, input: string, when: 'past' | 'any'): string | null {
  const given = values[input] ?? '';
  if (given === '') return null;
  const real =
    /^\d{4}(-\d{2}-\d{2})?$/.test(given) &&
    !Number.isNaN(Date.parse(given)) &&
    new Date(given).toISOString().startsWith(given);
  if (!real) wrong(input, 'Enter the day as year-month-day, for instance 2026-11-20.');
  else if (when === 'past' && given > today) wrong(input, 'Enter a day that is not in the future.');
  return given;
}

function pence({ wrong }: Reading, input: string, pounds: string): number | null {
  if (pounds === '') return null;
  const figure = /^£?\s*(\d[\d,]*)(?:\.(\d{1,2}))?$/.exec(pounds);
  const value = figure ? Number(figure[1]?.replaceAll(',', '')) * 100 + Number((figure[2] ?? '').padEnd(2, '0')) : NaN;
  if (!(value <= 1e11))
    wrong(input, 'Enter pounds a year, for instance 1,250 or 12.50. Leave it empty when nobody knows.');
  return Number.isNaN(value) ? null : value;
}
