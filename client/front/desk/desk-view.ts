import { html, nothing, type TemplateResult } from 'lit';
import type { DeskArea, DeskImport, DeskOverview, OpenImport } from '../../../src/front/desk/desk-contract.ts';
import type { Undelivered } from '../../../src/front/desk/undelivered-contract.ts';
import type { Role } from '../../../src/ground/people/role-contract.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import { FORMAT_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import { changesCard } from './desk-changes-view.ts';
import { lateAndSoon } from './desk-late-part.ts';
import { partCard, wardsCard } from './desk-part-view.ts';
import { deskAssetLine, deskSearch } from './desk-part.ts';
import { undeliveredCard } from './undelivered-view.ts';

export type DeskViewData = DeskOverview & {
  area: DeskArea;
  may: {
    read: boolean;
    people: boolean;
    import: boolean;
    groups: boolean;
    tests: boolean;
    calendar: boolean;
    contacts: boolean;
    tonight: boolean;
  };
  /** What whoever looks is here. */
  roles: readonly Role[];
  /** Empty also for those who may not see it. */
  undelivered: readonly Undelivered[];
  /** What features have to show: first what cannot wait. */
  urgent: readonly (TemplateResult | typeof nothing)[];
  usual: readonly (TemplateResult | typeof nothing)[];
};

/** Where an officer's day begins: what is late, what comes up, what is new. */
export function deskView({
  area,
  may,
  roles,
  reviews,
  unchecked,
  wards,
  imports,
  openImports,
  changes,
  undelivered,
  urgent,
  usual,
}: DeskViewData): TemplateResult {
  return html`
    <div class="wrap desk-page">
      <h1>Desk of ${area.name}</h1>
      ${may.read ? deskSearch(`/desk/search`, area.slug, '', `Find a place or a case in ${area.name}`) : nothing}
      <ul class="desk-ways">
        ${may.import ? html`<li><a href="/desk/import?area=${area.slug}">Import a list</a></li>` : nothing}
        ${may.people ? html`<li><a href="/desk/people?area=${area.slug}">People and rights</a></li>` : nothing}
        ${may.groups ? html`<li><a href="/desk/groups?area=${area.slug}">Groups to check</a></li>` : nothing}
        ${may.calendar ? html`<li><a href="/desk/calendar?area=${area.slug}">Terms and days off</a></li>` : nothing}
        ${may.contacts ? html`<li><a href="/desk/contacts?area=${area.slug}">Contacts</a></li>` : nothing}
        ${may.groups ? html`<li><a href="/desk/compact?area=${area.slug}">The compact</a></li>` : nothing}
        ${may.tests ? html`<li><a href="/desk/tests?area=${area.slug}">Benefit tests</a></li>` : nothing}
        ${may.tonight ? html`<li><a href="/tonight">Tonight</a></li>` : nothing}
        <li><a href="/assets?area=${area.slug}">Map and list, as the public sees them</a></li>
      </ul>
      <div class="desk-grid">
        ${undeliveredCard(area, undelivered)} ${urgent} ${usual} ${reviews ? lateAndSoon(reviews) : nothing} ${unchecked ? uncheckedPart(area, unchecked) : nothing}
        ${may.read ? nothing : partCard(area, roles)} ${wards ? wardsCard(area, wards) : nothing}
        ${may.read ? importsPart(imports, openImports) : nothing} ${changesCard(changes, may.read)}
      </div>
    </div>
  `;
}

/** For officers of several areas: which desk? */
export function deskChoiceView(areas: readonly DeskArea[]): TemplateResult {
  return html`<div class="wrap narrow"><h1>Which desk?</h1>
    <p class="lead">You work for several areas.</p>
    <ul class="paths">${areas.map(({ slug, name }) => html`<li><a class="path" href="/desk?area=${slug}"><span class="path__title">${name}</span></a></li>`)}</ul>
  </div>`;
}

function uncheckedPart(area: DeskArea, { count, first }: NonNullable<DeskOverview['unchecked']>): TemplateResult {
  return html`<section class="desk-card"><h2>Not checked for six months</h2>
    ${
      count === 0
        ? html`<p>Every place has been checked within six months.</p>`
        : html`<p>${counted(count, 'place')}; the longest ago first.</p>
        <ul class="plain-list desk-lines">${first.map((asset) => deskAssetLine(asset))}</ul>
        ${count > first.length ? html`<p><a href="/desk/unchecked?area=${area.slug}">See all ${counted(count, 'place')}</a></p>` : nothing}`
    }
  </section>`;
}

/** Imports under way and done: on the desk and on an owner's home. */
export function importsPart(imports: readonly DeskImport[], open: readonly OpenImport[]): TemplateResult {
  return html`<section class="desk-card"><h2>Imports</h2>
    ${open.length > 0 ? html`<h3>Not finished</h3><ul class="plain-list desk-lines">${open.map(({ id, fileName, owner, changedAt }) => html`<li><a href="/desk/import/${id}">${fileName}</a><span class="hint"> for ${owner}, ${shortDay(dayOf(changedAt))}</span></li>`)}</ul>` : nothing}
    ${
      imports.length === 0
        ? html`<p>No list has been imported yet.</p>`
        : html`${open.length > 0 ? html`<h3>Done</h3>` : nothing}<ul class="plain-list desk-lines">${imports.map(
            ({ at, owner, list, counts }) => html`<li>
          <strong>${owner}</strong>, ${listWords(list)} <span class="hint">${shortDay(dayOf(at))}</span><br />
          ${counts.added.toLocaleString('en-GB')} added, ${counts.changed.toLocaleString('en-GB')} changed, ${counts.gone.toLocaleString('en-GB')} gone${counts.rejected > 0 ? `, ${counts.rejected.toLocaleString('en-GB')} rejected` : ''}</li>`,
          )}</ul>`
    }
  </section>`;
}

/** A list that nobody named goes by its format. */
function listWords(list: string): string {
  return Object.entries(FORMAT_WORDS).find(([format]) => format === list)?.[1] ?? `list “${list}”`;
}
