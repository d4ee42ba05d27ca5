import { html, nothing, type TemplateResult } from 'lit';

export type MistakeData = { field: string; message: string };

/** The summary above a form that was not right. Each line leads to its input; the page's script moves the focus here. */
export function mistakesView(mistakes: readonly MistakeData[]): TemplateResult | typeof nothing {
  if (mistakes.length === 0) return nothing;
  return html`
    <div class="mistakes" role="alert" tabindex="-1" data-focus-first>
      <h2>Please check ${mistakes.length === 1 ? 'this' : 'these'}</h2>
      <ul>${mistakes.map(({ field, message }) => html`<li>${field ? html`<a href="#field-${field}">${message}</a>` : message}</li>`)}</ul>
    </div>
  `;
}

/** What is wrong with one input, to stand between its label and itself. */
export function mistakeOf(mistakes: readonly MistakeData[], field: string): TemplateResult | typeof nothing {
  const mistake = mistakes.find((one) => one.field === field);
  return mistake ? html`<p class="mistake" id="mistake-${field}">${mistake.message}</p>` : nothing;
}
