import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { mistakeOf, type MistakeData } from './mistakes-view.ts';

/** `within` tells forms of one page apart whose inputs have the same names: it is a part of their ids. */
export type FormState = {
  values: Readonly<Record<string, unknown>>;
  mistakes: readonly MistakeData[];
  within?: string;
};
export const emptyForm: FormState = { values: {}, mistakes: [] };

type FieldOptions = {
  hint?: string;
  type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number' | 'file';
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal';
  optional?: boolean;
  accept?: string;
  step?: string;
  /** Of a file. */ mostBytes?: number;
};

const valueOf = ({ values }: FormState, name: string): string => {
  const value = values[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** One line of a form: label, hint, what is wrong with it, and the input, tied together for screen readers. */
export function field(form: FormState, name: string, label: string, options: FieldOptions = {}): TemplateResult {
  const { type = 'text', hint, autocomplete, inputmode, optional, accept, step, mostBytes } = options;
  return html`
    <div class="field">
      ${before(form, name, label, hint, optional)}
      <input
        id="field-${within(form)}${name}" name=${name} type=${type} value=${type === 'file' ? nothing : valueOf(form, name)} autocomplete=${autocomplete ?? nothing}
        inputmode=${inputmode ?? nothing} accept=${accept ?? nothing} step=${step ?? nothing} data-most-bytes=${mostBytes ?? nothing}
        aria-describedby=${describedBy(form, name, hint)} aria-invalid=${isWrong(form, name) ? 'true' : nothing}
      />
    </div>
  `;
}

export function longField(
  form: FormState,
  name: string,
  label: string,
  options: { hint?: string; rows?: number; optional?: boolean } = {},
): TemplateResult {
  return html`
    <div class="field">
      ${before(form, name, label, options.hint, options.optional)}
      ${textArea({ id: `field-${within(form)}${name}`, name, rows: String(options.rows ?? 4), 'aria-describedby': describedBy(form, name, options.hint), 'aria-invalid': isWrong(form, name) ? 'true' : nothing }, valueOf(form, name))}
    </div>
  `;
}

export type Choice = { value: string; label: string };

export function selectField(
  form: FormState,
  name: string,
  label: string,
  choices: readonly Choice[],
  options: { hint?: string; optional?: boolean } = {},
): TemplateResult {
  return html`
    <div class="field">
      ${before(form, name, label, options.hint, options.optional)}
      <select id="field-${within(form)}${name}" name=${name} aria-describedby=${describedBy(form, name, options.hint)} aria-invalid=${isWrong(form, name) ? 'true' : nothing}>
        ${choices.map(({ value, label: words }) => html`<option value=${value} ?selected=${value === valueOf(form, name)}>${words}</option>`)}
      </select>
    </div>
  `;
}

export function radioField(
  form: FormState,
  name: string,
  legend: string,
  choices: readonly (Choice & { hint?: string })[],
  hint?: string,
): TemplateResult {
  return html`
    <fieldset class="field" id="field-${within(form)}${name}" tabindex="-1">
      <legend>${legend}</legend>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${mistakeOf(form.mistakes, name)}
      ${choices.map(({ value, label, hint: more }) => html`<label class="choice"><input type="radio" name=${name} value=${value} ?checked=${value === valueOf(form, name)} /> <span>${label}${more ? html` <span class="hint">${more}</span>` : nothing}</span></label>`)}
    </fieldset>
  `;
}

export function checkField(form: FormState, name: string, label: string | TemplateResult): TemplateResult {
  return html`<div class="field">${mistakeOf(form.mistakes, name)}<label class="choice"><input id="field-${within(form)}${name}" type="checkbox" name=${name} value="yes" ?checked=${valueOf(form, name) === 'yes'} /> <span>${label}</span></label></div>`;
}

/**
 * Lit leaves the text of a textarea out of what the server sends (`.value` is a property, and its templates allow no text there),
 * so what somebody typed would be lost with the form: hence by hand. A line break in front is the one that browsers drop.
 */
export function textArea(
  attributes: Readonly<Record<string, string | typeof nothing>>,
  text: string,
): ReturnType<typeof unsafeHTML> {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== nothing);
  return unsafeHTML(
    `<textarea ${given.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}>\n${escaped(text)}</textarea>`,
  );
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function before(
  form: FormState,
  name: string,
  label: string,
  hint: string | undefined,
  optional: boolean | undefined,
): TemplateResult {
  return html`
    <label for="field-${within(form)}${name}">${label}${optional ? html` <span class="optional">(if you like)</span>` : nothing}</label>
    ${hint ? html`<p class="hint" id="hint-${within(form)}${name}">${hint}</p>` : nothing} ${mistakeOf(form.mistakes, name)}
  `;
}

const within = (form: FormState): string => (form.within === undefined ? '' : `${form.within}-`);
const isWrong = ({ mistakes }: FormState, name: string): boolean => mistakes.some((mistake) => mistake.field === name);

function describedBy(form: FormState, name: string, hint: string | undefined): string | typeof nothing {
  const ids = [hint ? `hint-${within(form)}${name}` : '', isWrong(form, name) ? `mistake-${name}` : ''].filter(
    (id) => id !== '',
  );
  return ids.length > 0 ? ids.join(' ') : nothing;
}
