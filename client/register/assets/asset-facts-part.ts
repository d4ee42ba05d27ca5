import { html, nothing, type TemplateResult } from 'lit';
import {
  CERTAINTY_WORDS,
  CONSTRAINT_WORDS,
  HOLDING_WORDS,
  IDENTIFIER_WORDS,
  KIND_WORDS,
  OWNERSHIP_WORDS,
  SUITABILITY_WORDS,
  TENURE_DETAIL_WORDS,
  TENURE_WORDS,
} from '../../../src/register/assets/asset-words.ts';
import { area, longDay, shortDay } from '../../kernel/format.ts';
import { whereIs } from './asset-card-part.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

type Line = { term: string; detail: string | TemplateResult | null };

/** The record in plain words. What nobody has told us is left out, except costs, where a gap matters. */
export function assetFacts(asset: PublicAsset): TemplateResult {
  const about = asset.redacted ? 'about ' : '';
  const tenure = [
    asset.tenure && TENURE_WORDS[asset.tenure],
    ...asset.tenureDetails.map((detail) => TENURE_DETAIL_WORDS[detail]),
  ].filter((word) => word);
  const lines: Line[] = [
    { term: 'Where', detail: whereIs(asset) },
    { term: 'Part of', detail: asset.site },
    { term: 'What', detail: asset.holding === 'land_and_buildings' ? 'Land with buildings' : KIND_WORDS[asset.kind] },
    { term: 'Land', detail: asset.landAreaM2 === null ? null : about + area(asset.landAreaM2) },
    { term: 'Floor space', detail: asset.floorAreaM2 === null ? null : about + area(asset.floorAreaM2) },
    { term: 'Used for', detail: asset.functionLabel },
    { term: 'Features', detail: asset.features.length > 0 ? asset.features.join(', ') : null },
    { term: 'Take care', detail: asset.hazards.length > 0 ? asset.hazards.join(', ') : null },
    { term: 'Owner', detail: ownerLine(asset) },
    { term: 'Tenure', detail: [tenure.join(', '), asset.tenureNote].filter((part) => part).join(' – ') || null },
    { term: 'Holding', detail: asset.holding && HOLDING_WORDS[asset.holding] },
    { term: 'Purpose', detail: asset.purpose },
    { term: 'Suitability', detail: asset.suitability && SUITABILITY_WORDS[asset.suitability] },
    { term: 'Energy rating', detail: asset.energyRating },
    { term: 'Reference', detail: html`<span class="code">${asset.code}</span>` },
    ...asset.identifiers.map(({ scheme, value }) => ({
      term: IDENTIFIER_WORDS[scheme],
      detail: html`<span class="code">${value}</span>`,
    })),
    { term: 'Record dated', detail: asset.effectiveOn && shortDay(asset.effectiveOn) },
  ];
  return html`<dl class="facts">
    ${lines.map(({ term, detail }) => (detail ? html`<div><dt>${term}</dt><dd>${detail}</dd></div>` : nothing))}
  </dl>`;
}

function ownerLine({ owner, ownership, ownershipSource }: PublicAsset): TemplateResult {
  return html`<a href="/assets?owner=${owner.slug}">${owner.name}</a>. ${OWNERSHIP_WORDS[ownership]}${ownershipSource ? ` Source: ${ownershipSource}.` : ''}`;
}

/** When somebody last made sure, and who. Old checks say so, because places change. */
export function lastCheck({ lastCheck: check, certainty }: PublicAsset, oldBefore: string): TemplateResult {
  if (!check)
    return html`<p class="note">Nobody has checked this entry on the spot yet. ${CERTAINTY_WORDS[certainty]}.</p>`;
  const by = [check.by && `by ${check.by}`, check.source && `(${check.source})`].filter((part) => part).join(' ');
  const old = check.on < oldBefore;
  return html`<p class=${old ? 'note note--old' : 'note'}>
    Last checked on ${longDay(check.on)}${by ? ` ${by}` : ''}.${old ? html` <strong>That is more than six months ago, so it may have changed. If you pass by, have a look and tell the owner.</strong>` : nothing}
  </p>`;
}

export function constraintList({ constraints }: PublicAsset): TemplateResult | typeof nothing {
  if (constraints.length === 0) return nothing;
  return html`
    <section>
      <h2>What to know before you plan</h2>
      <ul class="plain-list">
        ${constraints.map(({ kind, note }) => html`<li><strong>${CONSTRAINT_WORDS[kind].label}.</strong> ${CONSTRAINT_WORDS[kind].meaning}${note ? ` ${note}` : ''}</li>`)}
      </ul>
    </section>
  `;
}
