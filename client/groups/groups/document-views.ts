import { html, nothing, type TemplateResult } from 'lit';
import { DOCUMENT_KINDS, MOST_PAPER_BYTES, type GroupDocument } from '../../../src/groups/groups/document-contract.ts';
import { DOCUMENT_STATE_WORDS, DOCUMENT_WORDS } from '../../../src/groups/groups/group-words.ts';
import { field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { assistedFields } from './assisted-fields.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

type Named = { id: string; name: string };

/** Adding a paper. `assisted` is for an officer who scans what somebody sent or brought. */
export function addDocumentView(form: FormState, group: Named, assisted: boolean): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>Add a paper</h1>
      ${mistakesView(form.mistakes)} ${form.mistakes.length > 0 ? html`<p class="note note--old">Please choose the file again too: for your safety browsers do not keep it.</p>` : nothing}
      <p class="lead">${assisted ? 'Scan or photograph what they sent or brought.' : 'A PDF, or a photo of the page. Only the lead, the deputy and your area’s officers can open it.'}</p>
      <form class="group-form" method="post" action=${assisted ? `/desk/groups/${group.id}/documents` : `/groups/${group.id}/documents`} enctype="multipart/form-data" novalidate>
        ${selectField(form, 'kind', 'What is it?', [{ value: '', label: 'Choose what it is' }, ...DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_WORDS[value].name }))])}
        ${field(form, 'expires_on', 'Until when is it good?', { type: 'date', hint: 'The last day that stands on the paper. An insurance certificate always has one; leave it empty for a paper that has none. We remind you 30 and 7 days before.' })}
        ${field(form, 'file', 'The file', { type: 'file', mostBytes: MOST_PAPER_BYTES, accept: '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp', hint: 'PDF, JPEG, PNG or WebP, up to 15 MB.' })}
        ${assisted ? assistedFields(form, 'The paper', 'They agree that we keep this paper.') : nothing}
        <button class="button" type="submit">Add the paper</button>
      </form>
    </div>
  `;
}

export type DocumentViewData = { group: Named; document: GroupDocument; by: string; mayCheck: boolean; own: boolean };

/** One paper: how it stands, the file, and for brokers the check. */
export function documentView(
  { group, document, by, mayCheck, own }: DocumentViewData,
  form: FormState,
): TemplateResult {
  const { name } = DOCUMENT_WORDS[document.kind];
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/groups/${group.id}">${group.name}</a></p>
      <h1>${name}</h1>
      ${mistakesView(form.mistakes)}
      <dl class="facts">
        <div><dt>How it stands</dt><dd>${document.supersededAt ? 'An earlier version. A newer one has taken its place.' : DOCUMENT_STATE_WORDS[document.state]}</dd></div>
        ${document.reason ? html`<div><dt>Why not</dt><dd>${document.reason}</dd></div>` : nothing}
        <div><dt>Good until</dt><dd>${document.expiresOn ? longDay(document.expiresOn) : 'No last day given'}</dd></div>
        <div><dt>Came in</dt><dd>${longDay(document.receivedOn)}${by ? `, added by ${by}` : ''}</dd></div>
        ${document.checkedAt ? html`<div><dt>Checked</dt><dd>${shortDay(dayOf(document.checkedAt))}</dd></div>` : nothing}
      </dl>
      <p><a class="button button--quiet" href="/groups/${group.id}/documents/${document.id}/file" download>Download the file (${size(document)})</a></p>
      ${own ? nothing : html`<p class="note">That you open it is noted in the group’s history.</p>`}
      ${mayCheck && document.state === 'waiting' && !document.supersededAt ? checkForm(form, group.id, document) : nothing}
      ${own && !document.supersededAt ? html`<p><a href="/groups/${group.id}/documents/new?kind=${document.kind}">Add a new version</a></p>` : nothing}
    </div>
  `;
}

function checkForm(form: FormState, groupId: string, document: GroupDocument): TemplateResult {
  return html`
    <section class="panel" aria-labelledby="check-heading">
      <h2 id="check-heading">Check it</h2>
      <form class="group-form" method="post" action="/groups/${groupId}/documents/${document.id}/check" novalidate>
        ${radioField(form, 'outcome', 'Is the paper in order?', [
          { value: 'accepted', label: 'Yes, accept it' },
          { value: 'not_accepted', label: 'No, ask for another' },
        ])}
        ${longField(form, 'reason', 'If not: what is wrong, and what can the group do?', { rows: 3, hint: 'The lead and the deputy read exactly this.' })}
        <button class="button" type="submit">Save the check</button>
      </form>
    </section>
  `;
}

function size({ bytes, mediaType }: GroupDocument): string {
  const kind = mediaType === 'application/pdf' ? 'PDF' : 'picture';
  return `${kind}, ${bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`}`;
}
