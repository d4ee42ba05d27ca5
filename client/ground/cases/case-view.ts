import { html, nothing, type TemplateResult } from 'lit';

/** What is said where no case is opened. `misheard`: no number can be so, one character at least is wrong. */
const PROBLEMS = {
  misheard: 'No case has a number like this: one character at least is wrong. Have it said again, letter by letter.',
  unknown: 'There is no case with this number that you may see.',
} as const;

/** Where a case number is typed. */
export function caseSearchView(typed: string, problem: keyof typeof PROBLEMS | null): TemplateResult {
  return html`<div class="wrap prose">
    <nav class="crumbs" aria-label="Where you are"><a href="/my">My page</a></nav>
    <h1>Find a case by its number</h1>
    ${problem === null ? nothing : html`<p class="note note--old" role="status">${PROBLEMS[problem]}</p>`}
    ${caseForm(typed)}
  </div>`;
}

/** The field for a number, wherever it stands. */
export function caseForm(typed = ''): TemplateResult {
  return html`<form class="case-form" method="get" action="/cases" role="search" aria-label="Find a case by its number">
    <label for="case-number">Case number</label>
    <p class="hint" id="case-number-hint">It stands on every request and booking, for instance MB-4K7TC. Spaces, hyphens and small letters do not matter.</p>
    <div class="desk-search__line"><input id="case-number" name="number" value=${typed} autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="case-number-hint" /><button class="button button--quiet" type="submit">Open</button></div>
  </form>`;
}

/** The number of a case where it is shown: to be said letter by letter. */
export const caseNumber = (number: string | null): TemplateResult | typeof nothing =>
  number === null ? nothing : html`<span class="case-number">Case <strong>${number}</strong></span>`;
