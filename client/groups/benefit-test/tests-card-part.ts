import { html, type TemplateResult } from 'lit';
import type { Shown } from '../../../src/groups/benefit-test/test-page-contract.ts';

/** On the desk: how many benefit tests wait, and for whom. */
export function testsCard(slug: string, counts: Readonly<Record<Shown, number>>): TemplateResult {
  const link = (show: Shown, words: string): TemplateResult =>
    html`<li><a href="/desk/tests?area=${slug}&amp;show=${show}">${words}: ${counts[show].toLocaleString('en-GB')}</a></li>`;
  return html`<section class="desk-card"><h2>Benefit tests</h2>
    <ul class="plain-list desk-lines">${link('decide', 'Last checks to make')}${link('score', 'With scorers')}${link('settle', 'Scorers come to one mark')}</ul></section>`;
}
