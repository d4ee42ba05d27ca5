import { html, type TemplateResult } from 'lit';

export type ErrorViewData = {
  title: string;
  message: string;
  mistakes: { field: string; message: string }[];
  reference: string | null;
};

/** A page for when something is not there or not right: what happened, and where to go from here. */
export function errorView({ title, message, mistakes, reference }: ErrorViewData): TemplateResult {
  return html`
    <div class="wrap prose error-page">
      <h1>${title}</h1>
      ${mistakes.length > 1 ? html`<ul>${mistakes.map((mistake) => html`<li>${mistake.message}</li>`)}</ul>` : html`<p class="lead">${message}</p>`}
      ${reference ? html`<p>If it keeps happening, tell us this number: <code>${reference}</code>.</p>` : ''}
      <p><a class="button" href="/assets">Look at all places</a> <a class="button button--quiet" href="/">Go to the start page</a></p>
    </div>
  `;
}
