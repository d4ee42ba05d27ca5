import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../kernel/form-fields.ts';

/** A room that somebody wants, and the groups they can ask for. */
export type ChooseGroupData = {
  room: { id: string; name: string; place: string };
  /** The wish as it came, to take along. */
  wish: string;
  groups: readonly { id: string; name: string }[];
  /** Requests under way that this room can be put on as another choice. */
  requests: readonly { id: string; group: string; room: string; when: string }[];
  /** For officers: groups of the area that were looked for. */
  officer: { words: string; found: readonly { id: string; name: string }[] } | null;
};

/** For which group? */
export function chooseGroupView({ room, wish, groups, requests, officer }: ChooseGroupData): TemplateResult {
  const next = encodeURIComponent(`/spaces/${room.id}/ask${wish ? `?${wish}` : ''}`);
  const link = ({ id, name }: { id: string; name: string }): TemplateResult =>
    html`<li><a href="/groups/${id}/ask?space=${room.id}${wish ? `&${wish}` : ''}">${name}</a></li>`;
  return html`<div class="wrap narrow">
    <p class="crumbs"><a href="/spaces/${room.id}">${room.name}, ${room.place}</a></p>
    <h1>Who asks for ${room.name}?</h1>
    ${
      requests.length > 0
        ? html`<h2>As another choice for what you have asked for</h2><ul class="rows">${requests.map(
            ({
              id,
              group,
              room: first,
              when,
            }) => html`<li class="row"><div><a href="/requests/${id}"><strong>${first}</strong></a>, ${group}<span class="hint row__more">${when}</span></div>
      <form method="post" action="/requests/${id}/rooms"><input type="hidden" name="space" value=${room.id} /><button class="button button--quiet button--small" type="submit">Add ${room.name} to it</button></form></li>`,
          )}</ul><h2>For something new</h2>`
        : nothing
    }
    ${
      groups.length > 0
        ? html`${groups.length > 1 ? html`<p class="lead">You look after several groups.</p>` : nothing}<ul class="plain-list">${groups.map(link)}</ul><p><a href="/groups/new?next=${next}">Make another group</a></p>`
        : html`<p class="lead">Rooms are asked for by groups. Yours needs a page here and somebody who leads it. It takes about two minutes; what you have chosen is kept.</p>
          <p><a class="button" href="/groups/new?next=${next}">Make a group</a></p>`
    }
    ${
      officer
        ? html`<h2>For somebody who rang, wrote or came in</h2>
      <form class="filter" method="get" action="/spaces/${room.id}/ask">${[...new URLSearchParams(wish)].map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
        ${field({ values: { q: officer.words }, mistakes: [] }, 'q', 'Name of the group')} <button class="button button--quiet" type="submit">Find</button></form>
      ${officer.words === '' ? nothing : officer.found.length > 0 ? html`<ul class="plain-list">${officer.found.map(link)}</ul>` : html`<p>No group of this area has “${officer.words}” in its name. <a href="/desk/groups/new">Register it</a>.</p>`}`
        : nothing
    }
  </div>`;
}
