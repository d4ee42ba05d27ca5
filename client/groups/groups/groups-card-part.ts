import { html, type TemplateResult } from 'lit';

/** On the desk: papers of groups that wait for a check, and letters that wait for a printer. */
export function groupsCard(slug: string, { papers, letters }: { papers: number; letters: number }): TemplateResult {
  return html`<section class="desk-card"><h2>Groups</h2>
    <ul class="plain-list desk-lines">
      <li><a href="/desk/groups?area=${slug}">Papers to check: ${papers.toLocaleString('en-GB')}</a></li>
      <li><a href="/desk/letters?area=${slug}">Letters to print: ${letters.toLocaleString('en-GB')}</a></li>
    </ul></section>`;
}
