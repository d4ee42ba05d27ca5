import { html, nothing, type TemplateResult } from 'lit';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { assetCard } from './asset-card-part.ts';
import { assetFacts } from './asset-facts-part.ts';
import { field, type FormState, longField } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

export type ReleaseViewData = {
  asset: Asset;
  /** What the public sees while the place is hidden, and while it is released. */
  now: PublicAsset;
  released: PublicAsset;
  hidden: boolean;
  /** The latest day for the next look. */
  latest: string;
  form: FormState;
};

/** Both faces of a place side by side, and the decision between them. */
export function assetReleaseView({ asset, now, released, hidden, latest, form }: ReleaseViewData): TemplateResult {
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk/assets/${asset.id}">Edit ${asset.name}</a></nav>
      <h1>What the public sees</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">${state(asset, now, hidden)}</p>
      ${
        now.redacted
          ? html`<div class="faces">
        ${face('While it is hidden', now, hidden)} ${face('While it is released', released, !hidden)}
      </div>`
          : nothing
      }
      ${!now.redacted ? nothing : asset.release && !hidden ? hideForm(asset) : nothing}
      ${now.redacted ? releaseForm(asset, form, latest, hidden) : nothing}
    </div>
  `;
}

function state({ release, name }: Asset, now: PublicAsset, hidden: boolean): string {
  if (!now.redacted) return `${name} is public: only empty buildings are hidden.`;
  if (hidden)
    return release
      ? `The release ran out on ${longDay(release.reviewOn)}, so the place is hidden again. Decide whether to release it once more.`
      : 'This building stands empty, so the public sees only roughly where it is.';
  return `Released on ${longDay(release?.on ?? '')} until ${longDay(release?.reviewOn ?? '')}, because: ${release?.reason ?? ''}`;
}

function face(title: string, asset: PublicAsset, current: boolean): TemplateResult {
  return html`<section class="face" aria-label=${title}>
    <h2>${title}${current ? html` <span class="optional">(now)</span>` : nothing}</h2>
    <div class="face__card">${assetCard({ asset: { ...asset, photos: [] }, distanceM: null })}</div>
    ${asset.photos.length > 0 ? html`<ul class="face__photos">${asset.photos.map(({ id, alt }) => html`<li><img src="/desk/assets/${asset.id}/photos/${id}/480.webp" alt=${alt} loading="lazy" /></li>`)}</ul>` : nothing}
    <div>${assetFacts(asset)}</div>
  </section>`;
}

function hideForm({ id }: Asset): TemplateResult {
  return html`<form method="post" action="/desk/assets/${id}/hide" novalidate class="panel decision">
    <h2>Hide it again now</h2>
    <div class="field"><label for="hide-reason">Why?</label><textarea id="hide-reason" name="reason" rows="2" aria-describedby="hide-hint"></textarea><p class="hint" id="hide-hint">Officers see the reason in the history.</p></div>
    <button class="button" type="submit">Hide it</button>
  </form>`;
}

function releaseForm({ id }: Asset, form: FormState, latest: string, hidden: boolean): TemplateResult {
  return html`<form method="post" action="/desk/assets/${id}/release" novalidate class="panel decision">
    <h2>${hidden ? 'Show it to the public' : 'Change until when it is public'}</h2>
    ${longField(form, 'reason', 'Why may the public know this place?', { rows: 2, hint: 'Officers see the reason in the history. For instance: it is boarded up and alarmed, and groups must be able to find it.' })}
    ${field(form, 'review_on', 'Until when?', { type: 'date', hint: `The day after which it is hidden again unless somebody decides anew. ${shortDay(latest)} at the latest.` })}
    <button class="button" type="submit">${hidden ? 'Release it' : 'Save'}</button>
  </form>`;
}
