import { html, nothing, type TemplateResult } from 'lit';
import { ASSET_KINDS, ASSET_STATES, CONSTRAINTS, ROUTES } from '../../../src/register/assets/asset-contract.ts';
import { CONSTRAINT_WORDS, KIND_WORDS, ROUTE_WORDS, STATE_WORDS } from '../../../src/register/assets/asset-words.ts';
import { mistakeOf, type MistakeData } from '../../kernel/mistakes-view.ts';

export type Choice = { value: string; label: string };
/** What is in the form: the words people typed, right or wrong. */
export type FilterValues = Partial<
  Record<
    | 'area'
    | 'q'
    | 'near'
    | 'km'
    | 'kind'
    | 'owner'
    | 'ward'
    | 'can'
    | 'constraint'
    | 'min_m2'
    | 'max_m2'
    | 'sort'
    | 'bbox',
    string
  >
> & {
  state: readonly string[];
};
export type FilterChoices = { areas: Choice[]; owners: Choice[]; wards: Choice[] };

const KILOMETRES: Choice[] = [
  { value: '', label: 'Any distance' },
  { value: '0.5', label: 'Within half a kilometre' },
  { value: '1', label: 'Within 1 kilometre' },
  { value: '2', label: 'Within 2 kilometres' },
  { value: '5', label: 'Within 5 kilometres' },
  { value: '10', label: 'Within 10 kilometres' },
];

/** Searching and narrowing: an ordinary form whose answers stand in the address, so a search can be kept and sent on. */
export function assetFilterForm(
  values: FilterValues,
  choices: FilterChoices,
  mistakes: readonly MistakeData[],
): TemplateResult {
  const text = (
    name: 'q' | 'near' | 'min_m2' | 'max_m2',
    label: string,
    hint: string,
    more: { inputmode?: 'numeric'; autocomplete?: string } = {},
  ) => html`
    <div class="field">
      <label for="field-${name}">${label}</label>
      ${hint ? html`<p class="hint" id="hint-${name}">${hint}</p>` : nothing}
      ${mistakeOf(mistakes, name)}
      <input
        id="field-${name}" name=${name} value=${values[name] ?? ''} inputmode=${more.inputmode ?? nothing} autocomplete=${more.autocomplete ?? 'off'}
        aria-describedby=${describedBy(name, hint !== '', mistakes)} aria-invalid=${isWrong(mistakes, name) ? 'true' : nothing}
      />
    </div>
  `;
  const select = (
    name: 'km' | 'kind' | 'can' | 'owner' | 'ward' | 'constraint' | 'area' | 'sort',
    label: string,
    options: Choice[],
  ) => html`
    <div class="field">
      <label for="field-${name}">${label}</label>
      ${mistakeOf(mistakes, name)}
      <select id="field-${name}" name=${name} aria-describedby=${describedBy(name, false, mistakes)} aria-invalid=${isWrong(mistakes, name) ? 'true' : nothing}>
        ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === (values[name] ?? '')}>${option.label}</option>`)}
      </select>
    </div>
  `;
  const any = (label: string, options: Choice[]): Choice[] => [{ value: '', label }, ...options];
  const folded = ['can', 'owner', 'ward', 'constraint', 'min_m2', 'max_m2'].some(
    (name) => values[name as keyof FilterValues] || isWrong(mistakes, name),
  );

  return html`
    <form class="filters" method="get" action="/assets" role="search" aria-label="Places">
      ${values.bbox ? html`<input type="hidden" name="bbox" value=${values.bbox} />` : nothing}
      ${text('near', 'Near', 'A postcode or the name of a ward', { autocomplete: 'postal-code' })}
      ${select('km', 'How far', KILOMETRES)}
      ${text('q', 'Words', 'In the name, address or description')}
      ${select(
        'kind',
        'Land or building',
        any(
          'Land and buildings',
          ASSET_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] })),
        ),
      )}
      <fieldset class="field" id="field-state" tabindex="-1">
        <legend>State</legend>
        ${mistakeOf(mistakes, 'state')}
        ${ASSET_STATES.map(
          (state) => html`
          <label class="choice"><input type="checkbox" name="state" value=${state} ?checked=${values.state.includes(state)} /> ${STATE_WORDS[state]}</label>
        `,
        )}
      </fieldset>
      ${choices.areas.length > 1 ? select('area', 'Area', any('All areas', choices.areas)) : nothing}
      <details class="more" ?open=${folded}>
        <summary>More filters</summary>
        ${select(
          'can',
          'What may be done',
          any(
            'Anything',
            ROUTES.map((route) => ({ value: route, label: ROUTE_WORDS[route].label })),
          ),
        )}
        ${select('owner', 'Owner', any('All owners', choices.owners))}
        ${select('ward', 'Ward', any('All wards', choices.wards))}
        ${select(
          'constraint',
          'Constraint',
          any(
            'With or without',
            CONSTRAINTS.map((kind) => ({ value: kind, label: CONSTRAINT_WORDS[kind].label })),
          ),
        )}
        ${text('min_m2', 'Smallest size in m²', '', { inputmode: 'numeric' })} ${text('max_m2', 'Largest size in m²', '', { inputmode: 'numeric' })}
      </details>
      ${select('sort', 'Order', [{ value: '', label: values.near ? 'Nearest first' : 'By name' }, ...(values.near ? [{ value: 'name', label: 'By name' }] : [])])}
      <div class="filters__actions">
        <button class="button" type="submit">Show places</button>
        <a class="button button--quiet" href="/assets">Clear</a>
      </div>
    </form>
  `;
}

const isWrong = (mistakes: readonly MistakeData[], field: string): boolean =>
  mistakes.some((mistake) => mistake.field === field);

function describedBy(name: string, hasHint: boolean, mistakes: readonly MistakeData[]): string | typeof nothing {
  const ids = [hasHint ? `hint-${name}` : '', isWrong(mistakes, name) ? `mistake-${name}` : ''].filter(
    (id) => id !== '',
  );
  return ids.length > 0 ? ids.join(' ') : nothing;
}
