import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../../kernel/format.ts';
import { IS_WORDS, type Dated, type Named } from './criteria-data.ts';

/** Every version there was and will be, with links. */
export function versionsPart(area: Named, shown: Dated, history: readonly Dated[]): TemplateResult {
  return html`
    <section aria-labelledby="versions-heading">
      <h2 id="versions-heading">Versions</h2>
      <p>A case stays with the version that was in force on the day it was complete. Versions never change once they are stored.</p>
      <ul class="rows">${history.map(
        ({ stored: { set, sha256 }, from, until, is }) => html`<li class="row"><div>
        <a href="/how-decisions-are-made?area=${area.slug}&amp;version=${set.version}" aria-current=${sha256 === shown.stored.sha256 ? 'true' : nothing}><strong>${set.version}</strong></a> <span class="role">${IS_WORDS[is]}</span>
        <span class="row__more">${set.adopted_by ? html`Adopted by ${set.adopted_by} (${set.minute_ref}).` : 'Proposed with this portal. No council has adopted it yet; it goes until one adopts its own.'} From ${shortDay(from)}${until ? ` until ${shortDay(until)}` : ''}.</span>
        <span class="hint row__more">SHA-256 <code>${sha256}</code></span></div></li>`,
      )}</ul>
      <p><a href="/api/criteria?area=${area.slug}&amp;version=${shown.stored.set.version}">This version as data (JSON)</a></p>
    </section>
  `;
}
