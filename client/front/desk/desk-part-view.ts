import { html, nothing, type TemplateResult } from 'lit';
import type { DeskArea, DeskWard } from '../../../src/front/desk/desk-contract.ts';
import { ROLES, type Role } from '../../../src/ground/people/role-contract.ts';
import { counted } from '../../kernel/format.ts';

/** What some do with groups’ proposals for places. */
const CASES: Partial<Record<Role, string>> = {
  decision_officer: 'Say whether an owner’s ground holds, and sign what was granted.',
  ward_councillor: 'With a second councillor, call in what was granted, so that it is heard.',
  hearing_chair: 'Hear what was called in, and say whether the grant stands.',
  democratic_services: 'Check what petitions ask people to sign, and see to hearings.',
  review_panel: 'Look again at a refusal of which a group thinks that it is wrong.',
  monitoring_officer: 'Decide where a decision officer was silent too long.',
};

/** For those at a desk who keep no register: what they are here, and what they can do now. */
export function partCard({ slug, name }: DeskArea, roles: readonly Role[]): TemplateResult {
  return html`<section class="desk-card"><h2>Your part in ${name}</h2>
    <ul class="plain-list desk-lines">${roles.map((role) => html`<li><strong>${ROLES[role].words}</strong>: ${ROLES[role].meaning}</li>`)}</ul>
    <h3>What you can do here now</h3>
    <ul>
      ${roles.includes('scorer') ? html`<li>Score <a href="/desk/tests?area=${slug}">the benefit tests that wait</a>. Two people score each, apart from each other.</li>` : nothing}
      ${!roles.includes('scorer') && (roles.includes('panel_member') || roles.includes('hearing_chair')) ? html`<li>Score <a href="/desk/tests?area=${slug}">the benefit tests that are open to you</a>: those that nobody had scored in time.</li>` : nothing}
      ${roles.flatMap((role) => CASES[role] ?? []).map((does) => html`<li>${does} <a href="/my">My page</a> has what waits for you, with its days.</li>`)}
      <li>See <a href="/assets?area=${slug}&amp;state=vacant,under_used">every place that stands empty or is hardly used</a>, as the public sees it. Each says whose it is and what a group may do there.</li>
      <li>Follow a ward: its feed tells you of every change, in any feed reader or mail program that takes feeds.</li>
      <li>Tell groups about this site. They find a place by postcode and need no account to look.</li>
    </ul>
    <p><a href="/who-may-do-what">Who may do what here</a></p>
  </section>`;
}

/** Where something stands empty, ward by ward, each to look at and to follow. */
export function wardsCard({ slug }: DeskArea, wards: readonly DeskWard[]): TemplateResult {
  const of = (code: string): string => `area=${slug}&ward=${encodeURIComponent(code)}`;
  return html`<section class="desk-card"><h2>Ward by ward</h2>
    <ul class="plain-list desk-lines">${wards.map(
      ({ code, name, places, open }) => html`<li>
      <a href="/assets?${of(code)}">${name}</a> <span class="hint">${counted(places, 'place')}, ${open === 0 ? 'none' : open.toLocaleString('en-GB')} empty or hardly used</span><br />
      <a class="plain-link" href="/assets.atom?${of(code)}">Follow ${name} (feed)</a></li>`,
    )}</ul>
  </section>`;
}
