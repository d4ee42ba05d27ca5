import { html, nothing, type TemplateResult } from 'lit';
import { CHANNEL_WORDS } from '../../../src/ground/people/assisted-contract.ts';
import { DOCUMENT_KINDS, type WaitingDocument } from '../../../src/groups/groups/document-contract.ts';
import type { GroupSummary } from '../../../src/groups/groups/group-contract.ts';
import { DOCUMENT_WORDS } from '../../../src/groups/groups/group-words.ts';
import { field, selectField } from '../../kernel/form-fields.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import type { AreaChoice } from './group-form-view.ts';

export type DeskGroupsData = {
  area: AreaChoice;
  areas: readonly AreaChoice[];
  waiting: number;
  filter: { show: 'waiting' | 'all'; kind: string; q: string };
  documents: readonly WaitingDocument[];
  groups: readonly GroupSummary[];
  next: string | null;
};

/** The broker's list: papers to check, or every group of the area. */
export function deskGroupsView(data: DeskGroupsData): TemplateResult {
  const { area, areas, filter, waiting } = data;
  const tab = (show: DeskGroupsData['filter']['show'], label: string) =>
    html`<li><a href="/desk/groups?area=${area.slug}&amp;show=${show}" aria-current=${filter.show === show ? 'page' : nothing}>${label}</a></li>`;
  return html`
    <div class="wrap">
      <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk</a></nav>
      <h1>Groups in ${area.name}</h1>
      ${areas.length > 1 ? html`<p>Other areas: ${areas.filter(({ slug }) => slug !== area.slug).map(({ slug, name }) => html`<a href="/desk/groups?area=${slug}">${name}</a> `)}</p>` : nothing}
      <p class="actions"><a class="button" href="/desk/groups/new?area=${area.slug}">Register a group for somebody</a> <a href="/desk/letters?area=${area.slug}">Letters to print</a></p>
      <nav aria-label="What to show"><ul class="tabs">${tab('waiting', `To check (${waiting})`)}${tab('all', 'All groups')}</ul></nav>
      ${filter.show === 'waiting' ? toCheck(data) : allGroups(data)}
      ${data.next ? html`<p><a class="button button--quiet" href=${data.next}>More</a></p>` : nothing}
    </div>
  `;
}

function toCheck({ area, filter, documents }: DeskGroupsData): TemplateResult {
  const choices = [
    { value: '', label: 'Every kind' },
    ...DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_WORDS[value].name })),
  ];
  return html`
    <form class="filter" method="get" action="/desk/groups">
      <input type="hidden" name="area" value=${area.slug} />
      ${selectField({ values: { kind: filter.kind }, mistakes: [] }, 'kind', 'Kind of paper', choices)} <button class="button button--quiet" type="submit">Show</button>
    </form>
    ${
      documents.length === 0
        ? html`<p>No paper waits for a check${filter.kind ? ' of this kind' : ''}. New ones appear here, the oldest first.</p>`
        : html`<ul class="rows">${documents.map(
            ({ id, kind, receivedOn, expiresOn, group }) => html`<li class="row">
          <div><a href="/groups/${group.id}/documents/${id}"><strong>${DOCUMENT_WORDS[kind].name}</strong> of ${group.name}</a>
            <span class="hint row__more">Came in on ${shortDay(receivedOn)}${expiresOn ? `, good until ${shortDay(expiresOn)}` : ''}</span></div>
        </li>`,
          )}</ul>`
    }
  `;
}

function allGroups({ area, filter, groups }: DeskGroupsData): TemplateResult {
  return html`
    <form class="filter" method="get" action="/desk/groups">
      <input type="hidden" name="area" value=${area.slug} /><input type="hidden" name="show" value="all" />
      ${field({ values: { q: filter.q }, mistakes: [] }, 'q', 'Name of the group')} <button class="button button--quiet" type="submit">Find</button>
    </form>
    ${
      groups.length === 0
        ? html`<p>${filter.q ? 'No group has this in its name.' : 'There is no group in this area yet.'}</p>`
        : html`<p class="hint">${counted(groups.length, 'group')} on this page</p><ul class="rows">${groups.map(
            (group) => html`<li class="row">
          <div><a href="/groups/${group.id}"><strong>${group.name}</strong></a> <span class="hint row__more">${CHANNEL_WORDS[group.channel]}, on ${shortDay(group.receivedOn)}${group.publicName ? `. Others see: ${group.publicName}` : ''}</span></div>
        </li>`,
          )}</ul>`
    }
  `;
}
