import { html, nothing, type TemplateResult } from 'lit';
import { isTurnOf } from '../../../src/ground/cases/standing-contract.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import type { GroupState, GroupStep, GroupViewer } from '../../../src/groups/groups/group-page-contract.ts';
import { LEGAL_FORM_WORDS, missingWords, SIZE_WORDS } from '../../../src/groups/groups/group-words.ts';
import type { Missing } from '../../../src/groups/groups/missing-contract.ts';
import { CHANNEL_WORDS, READ_BACK_WORDS } from '../../../src/ground/people/assisted-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { closedGroupView } from './closing-views.ts';
import { documentsSection } from './group-documents-view.ts';
import { peopleSection } from './group-people-view.ts';
import { leadEmailForm } from './officer-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

export type GroupViewData = {
  state: GroupState;
  viewer: GroupViewer;
  /** What others have to show of the group. */
  parts: readonly (TemplateResult | typeof nothing)[];
  /** What is next for its passport, its requests and its bookings. */
  stands: readonly GroupStep[];
  flash: string | null;
  form: FormState;
};

/** A group's own page, for its people and its area's officers. */
export function groupView({ state, viewer, parts, stands, flash, form }: GroupViewData): TemplateResult {
  const { group, area } = state;
  if (group.closedAt) return closedGroupView(state, historySection(state));
  return html`
    <div class="wrap group">
      <nav class="crumbs" aria-label="Where you are">${viewer.role ? html`<a href="/my">My page</a>` : html`<a href="/desk/groups?area=${area.slug}">Groups in ${area.name}</a>`}</nav>
      ${mistakesView(form.mistakes)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <header>
        <h1>${group.name}</h1>
        <p class="lead">${group.publicName ? html`Others see this name: <strong>${group.publicName}</strong>` : 'No other name is chosen, so others will see this one.'}</p>
      </header>
      <div class="group__columns">
        <div>
          ${nextSteps(state, viewer, stands)} ${parts} ${peopleSection(state, viewer)} ${documentsSection(state, viewer)}
        </div>
        <aside class="group__side" aria-label="About the group">
          ${aboutSection(state, viewer)} ${viewer.may.edit || viewer.may.assist ? html`<p><a href="/groups/${group.id}/statement">Statement of money for rooms</a></p>` : nothing} ${viewer.may.assist ? contactSection(state, form) : nothing}
        </aside>
      </div>
      ${historySection(state)}
    </div>
  `;
}

function nextSteps(
  { group, area, missing }: GroupState,
  { role, may }: GroupViewer,
  stands: GroupViewData['stands'],
): TemplateResult {
  const own = role !== null;
  const theirs = stands.filter(({ step }) => isTurnOf(step.turn, 'group'));
  const others = stands.filter(({ step }) => !isTurnOf(step.turn, 'group'));
  const line = ({ about, href, step }: GroupStep): TemplateResult =>
    html`<li>${about}. ${stepWords(step, own ? 'group' : 'broker')} <a href=${href}>See to it<span class="visually-hidden">: ${about}</span></a></li>`;
  return html`
    <section class="panel" aria-labelledby="next-heading">
      <h2 id="next-heading">What is next</h2>
      ${
        missing.length + theirs.length > 0
          ? html`<ul class="to-do">${missing.map((one) => html`<li>${missingWords(one)}${'due' in one ? html` <span class="hint">Last day: ${shortDay(one.due)}</span>` : nothing} ${may.edit || may.check ? toDo(one, group.id, may) : nothing}</li>`)}${theirs.map(line)}</ul>`
          : html`<p>Nothing is missing.</p>`
      }
      ${others.length > 0 ? html`<ul class="plain-list">${others.map(({ about, href, step }) => html`<li><a href=${href}>${about}</a>. ${stepWords(step, own ? 'group' : 'broker')}</li>`)}</ul>` : nothing}
      ${own && others.every(({ step }) => step.kind !== 'passed') ? html`<p>With the room passport your group has rooms at once, and goes before others. You can ask owners for rooms without it.</p>` : nothing}
      ${own ? html`<p>You can look for a room or a place now. Papers are needed only when a place asks for them.</p><p class="actions"><a class="button" href="/spaces?area=${area.slug}">Find a room</a> <a href="/assets?area=${area.slug}">Find a place</a></p>` : nothing}
    </section>
  `;
}

function toDo(missing: Missing, groupId: string, may: GroupViewer['may']): TemplateResult | typeof nothing {
  switch (missing.what) {
    case 'deputy':
      return may.invite
        ? html`<a href="/groups/${groupId}/invite?role=group_deputy">Invite a deputy</a>`
        : may.assist
          ? html`<a href="/desk/groups/${groupId}/people/new">Add one for them</a>`
          : nothing;
    case 'handover':
      return may.handOver ? html`<a href="/groups/${groupId}/lead">See the hand-over</a>` : nothing;
    case 'document_waiting':
      return may.check ? html`<a href="/groups/${groupId}/documents/${missing.documentId}">Check it</a>` : nothing;
    case 'document_expired':
    case 'document_expiring':
      return may.edit
        ? html`<a href="/groups/${groupId}/documents/new?kind=${missing.kind}">Add the new one</a>`
        : nothing;
    case 'document_refused':
      return html`<a href="/groups/${groupId}/documents/${missing.documentId}">Read why</a>`;
    default:
      return nothing;
  }
}

function aboutSection({ group, area }: GroupState, { may }: GroupViewer): TemplateResult {
  return html`
    <section aria-labelledby="about-heading">
      <h2 id="about-heading">About the group</h2>
      <dl class="facts">
        <div><dt>What it does</dt><dd>${group.purpose}</dd></div>
        <div><dt>Who it is for</dt><dd>${group.audience}</dd></div>
        <div><dt>How it is set up</dt><dd>${LEGAL_FORM_WORDS[group.legalForm].label}</dd></div>
        <div><dt>Size</dt><dd>${SIZE_WORDS[group.size]}</dd></div>
        <div><dt>Area</dt><dd>${area.name}</dd></div>
        <div><dt>Telephone</dt><dd>${group.telephone ?? 'None given'}</dd></div>
      </dl>
      ${may.edit ? html`<p><a href="/groups/${group.id}/edit">Change these details</a></p>` : nothing}
    </section>
  `;
}

/** How the group got in touch, and how to reach it: for officers. */
function contactSection({ group, leadContact, registeredByName }: GroupState, form: FormState): TemplateResult {
  return html`
    <section aria-labelledby="contact-heading">
      <h2 id="contact-heading">For officers</h2>
      <dl class="facts">
        <div><dt>Got in touch</dt><dd>${CHANNEL_WORDS[group.channel]}, on ${longDay(group.receivedOn)}. Dates count from this day.</dd></div>
        ${registeredByName !== null ? html`<div><dt>Typed in</dt><dd>By ${registeredByName || 'an officer'} on ${longDay(dayOf(group.createdAt))}</dd></div>` : nothing}
        ${group.readBack ? html`<div><dt>How they checked it</dt><dd>${wordsOf(group.readBack)}</dd></div>` : nothing}
        ${leadContact ? html`<div><dt>Lead’s telephone</dt><dd>${leadContact.telephone ?? 'None given'}</dd></div><div><dt>Lead’s address</dt><dd class="lines">${leadContact.postalAddress ?? 'None given'}</dd></div>` : nothing}
      </dl>
      <p>For somebody who rings, writes or comes in: <a href="/desk/groups/${group.id}/edit">change the details</a>, <a href="/desk/groups/${group.id}/people/new">add a deputy or member</a>, <a href="/desk/groups/${group.id}/close">close the group</a>.</p>
      ${leadContact ? leadEmailForm(group.id, form) : nothing}
    </section>
  `;
}

const wordsOf = (readBack: string): string =>
  Object.entries(READ_BACK_WORDS).find(([key]) => key === readBack)?.[1] ?? readBack;

function historySection({ history }: GroupState): TemplateResult {
  return html`
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">What has happened</h2>
      ${timeline(history)}
      <p class="note">Only your group and the officers of your area see this.</p>
    </section>
  `;
}
