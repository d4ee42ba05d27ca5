import { html, type TemplateResult } from 'lit';
import type { DeskOverview } from '../../../src/front/desk/desk-contract.ts';
import type { DeskAsset } from '../../../src/register/assets/asset-edit-contract.ts';
import { counted, shortDay } from '../../kernel/format.ts';

/** Decisions whose day has passed, and those whose day comes soon. */
export function lateAndSoon({ late, soon }: NonNullable<DeskOverview['reviews']>): TemplateResult {
  const line = (asset: DeskAsset, words: string): TemplateResult =>
    html`<li><a href="/desk/assets/${asset.id}/release">${asset.name}</a><span class="hint"> ${asset.place}</span><br />${words} ${shortDay(asset.reviewOn ?? '')}</li>`;
  return html`
    <section class=${late.length > 0 ? 'desk-card desk-card--late' : 'desk-card'}><h2>Releases that ran out</h2>
      ${
        late.length === 0
          ? html`<p>None has.</p>`
          : html`<p>${counted(late.length, 'empty building is', 'empty buildings are')} hidden again because nobody has looked at the release.</p>
          <ul class="plain-list desk-lines">${late.map((asset) => line(asset, 'Public until'))}</ul>`
      }
    </section>
    <section class="desk-card"><h2>Releases that run out soon</h2>
      ${soon.length === 0 ? html`<p>No release runs out within a month.</p>` : html`<p>They run out within a month. Release again, or let them be hidden.</p><ul class="plain-list desk-lines">${soon.map((asset) => line(asset, 'Public until'))}</ul>`}
    </section>
  `;
}
