import { html, nothing, type TemplateResult } from 'lit';
import { DOCUMENT_KINDS, type DocumentKind, type GroupDocument } from '../../../src/groups/groups/document-contract.ts';
import type { GroupState, GroupViewer } from '../../../src/groups/groups/group-page-contract.ts';
import { DOCUMENT_STATE_WORDS, DOCUMENT_WORDS } from '../../../src/groups/groups/group-words.ts';
import { shortDay } from '../../kernel/format.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

/** The group's papers: one card a kind, with what is in force and what waits. */
export function documentsSection({ group, documents, today }: GroupState, viewer: GroupViewer): TemplateResult {
  return html`
    <section aria-labelledby="papers-heading">
      <h2 id="papers-heading">Papers</h2>
      <p>Only the lead, the deputy and your area’s officers can open them. A broker checks each one once; after that you need not show it again.</p>
      <ul class="papers">${DOCUMENT_KINDS.map(
        (kind) =>
          html`<li class="paper">${paperCard(
            kind,
            documents.filter((one) => one.kind === kind),
            group.id,
            today,
            viewer,
          )}</li>`,
      )}</ul>
    </section>
  `;
}

function paperCard(
  kind: DocumentKind,
  versions: readonly GroupDocument[],
  groupId: string,
  today: string,
  { may }: GroupViewer,
): TemplateResult {
  const { name, hint } = DOCUMENT_WORDS[kind];
  const add = may.edit
    ? `/groups/${groupId}/documents/new?kind=${kind}`
    : may.assist
      ? `/desk/groups/${groupId}/documents/new?kind=${kind}`
      : null;
  return html`
    <h3>${name}</h3>
    ${
      versions.length === 0
        ? html`<p class="hint">None yet. ${hint}</p>`
        : versions.map(
            (version) => html`<p class="paper__version">${stateWords(version, today)}
      ${version.expiresOn && version.expiresOn >= today ? html`<span>Good until ${shortDay(version.expiresOn)}.</span>` : nothing}
      ${may.readDocuments ? html`<a href="/groups/${groupId}/documents/${version.id}">${may.check && version.state === 'waiting' ? 'Check it' : 'Open'}<span class="visually-hidden"> ${name}, added on ${shortDay(dayOf(version.uploadedAt))}</span></a>` : nothing}</p>`,
          )
    }
    ${add ? html`<p><a href=${add}>${versions.length === 0 ? 'Add' : 'Add a new version'}<span class="visually-hidden"> ${versions.length === 0 ? '' : 'of '}${name}</span></a></p>` : nothing}
  `;
}

function stateWords({ state, expiresOn }: GroupDocument, today: string): TemplateResult {
  const over = state !== 'not_accepted' && expiresOn !== null && expiresOn < today;
  return html`<span class="paper__state paper__state--${over ? 'over' : state}">${over ? `Ran out on ${shortDay(expiresOn)}` : DOCUMENT_STATE_WORDS[state]}.</span>`;
}
