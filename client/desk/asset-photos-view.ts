import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPhoto } from '../../src/assets/asset-contract.ts';
import { field, type FormState } from '../kernel/form-fields.ts';

type PhotosData = { id: string; photos: readonly PublicPhoto[]; form: FormState; mayEdit: boolean; redacted: boolean };

/** The photos of a place: each with its words, its order, and a way to take it away; and a form for one more. */
export function photosPart({ id, photos, form, mayEdit, redacted }: PhotosData): TemplateResult {
  return html`<section id="photos" class="edit-part">
    <h2>Photos</h2>
    ${redacted ? html`<p class="hint">While the place is hidden, the public sees none of them.</p>` : nothing}
    ${photos.length === 0 ? html`<p>There are no photos yet.</p>` : html`<ol class="photo-edits">${photos.map((photo, at) => photoEdit(id, photo, at, photos.length, mayEdit))}</ol>`}
    ${mayEdit ? newPhoto(id, form) : nothing}
  </section>`;
}

function photoEdit(id: string, photo: PublicPhoto, at: number, count: number, mayEdit: boolean): TemplateResult {
  const base = `/desk/assets/${id}/photos/${photo.id}`;
  const button = (label: string, of = ''): TemplateResult => html`<button class="button button--quiet button--small" type="submit">${label} <span class="visually-hidden">${of} photo ${at + 1}</span></button>`;
  return html`<li class="photo-edit">
    <img src="${base}/480.webp" width=${photo.width} height=${photo.height} alt=${photo.alt} loading="lazy" />
    ${mayEdit
      ? html`<div>
          <form method="post" action="${base}/words" novalidate>
            <div class="field"><label for="alt-${photo.id}">What photo ${at + 1} shows</label><input id="alt-${photo.id}" name="alt" value=${photo.alt} /></div>
            <div class="field"><label for="credit-${photo.id}">Who took it <span class="optional">(if you like)</span></label><input id="credit-${photo.id}" name="credit" value=${photo.credit ?? ''} /></div>
            ${button('Save the words', 'of')}
          </form>
          <div class="photo-acts">
            ${at > 0 ? html`<form method="post" action="${base}/move"><input type="hidden" name="direction" value="earlier" />${button('Move up')}</form>` : nothing}
            ${at < count - 1 ? html`<form method="post" action="${base}/move"><input type="hidden" name="direction" value="later" />${button('Move down')}</form>` : nothing}
            <form method="post" action="${base}/remove">${button('Take away')}</form>
          </div>
        </div>`
      : html`<p>${photo.alt}</p>`}
  </li>`;
}

function newPhoto(id: string, form: FormState): TemplateResult {
  return html`<form method="post" action="/desk/assets/${id}/photos" enctype="multipart/form-data" novalidate class="panel">
    <h3>Add a photo</h3>
    ${field(form, 'photo', 'Photo', { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/avif', hint: 'JPEG, PNG, WebP or AVIF, up to 15 MB. We remove the place and the camera that phones write into photos.' })}
    ${field(form, 'alt', 'What it shows', { hint: 'One sentence for people who cannot see it, for instance “A brick hall with boarded windows”.' })}
    ${field(form, 'credit', 'Who took it', { optional: true })}
    <button class="button" type="submit">Add the photo</button>
  </form>`;
}
