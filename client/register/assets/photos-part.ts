import { html, nothing, type TemplateResult } from 'lit';
import { MOST_PHOTO_BYTES } from '../../../src/register/assets/photo-contract.ts';
import { emptyForm, field, type FormState } from '../../kernel/form-fields.ts';
import type { PublicPhoto } from '../../../src/register/assets/public-asset-contract.ts';

export type PhotosData = {
  /** The address under which the photos lie. */
  base: string;
  photos: readonly PublicPhoto[];
  /** The form for one more; `within` is the id of the photo whose words it is about, where those were not right. */
  form: FormState;
  mayEdit: boolean;
  /** Why the public does not see them, where that is so. */
  hidden: string | null;
  /** Words that would do for one. */
  example: string;
  /** Marks the form, so that sending it twice adds one photo. */
  submission?: string | undefined;
};

/** The photos of a place or a room: each with its words, its order, and a way to take it away; and a form for one more. */
export function photosPart({ base, photos, form, mayEdit, hidden, example, submission }: PhotosData): TemplateResult {
  return html`<section id="photos" class="edit-part">
    <h2>Photos</h2>
    ${hidden ? html`<p class="hint">${hidden}</p>` : nothing}
    ${photos.length === 0 ? html`<p>There are no photos yet.</p>` : html`<ol class="photo-edits">${photos.map((photo, at) => photoEdit({ base: `${base}/${photo.id}`, photo, at, count: photos.length, form: mayEdit ? wordsForm(photo, form) : null }))}</ol>`}
    ${mayEdit ? newPhoto({ base, example, submission, form: form.within === undefined ? form : emptyForm }) : nothing}
  </section>`;
}

/** What is said of a photo, or what somebody typed of it that was not right. */
const wordsForm = ({ id, alt, credit }: PublicPhoto, form: FormState): FormState =>
  form.within === id ? form : { values: { alt, credit: credit ?? '' }, mistakes: [], within: id };

type OnePhoto = { base: string; photo: PublicPhoto; at: number; count: number; form: FormState | null };

function photoEdit({ base, photo, at, count, form }: OnePhoto): TemplateResult {
  const button = (label: string, of = ''): TemplateResult =>
    html`<button class="button button--quiet button--small" type="submit">${label} <span class="visually-hidden">${of} photo ${at + 1}</span></button>`;
  return html`<li class="photo-edit">
    <img src="${base}/480.webp" width=${photo.width} height=${photo.height} alt=${photo.alt} loading="lazy" />
    ${
      form
        ? html`<div>
          <form method="post" action="${base}/words" novalidate>
            ${field(form, 'alt', `What photo ${at + 1} shows`)} ${field(form, 'credit', 'Who took it', { optional: true })}
            ${button('Save the words', 'of')}
          </form>
          <div class="photo-acts">
            ${at > 0 ? html`<form method="post" action="${base}/move"><input type="hidden" name="direction" value="earlier" />${button('Move up')}</form>` : nothing}
            ${at < count - 1 ? html`<form method="post" action="${base}/move"><input type="hidden" name="direction" value="later" />${button('Move down')}</form>` : nothing}
            <form method="post" action="${base}/remove">${button('Take away')}</form>
          </div>
        </div>`
        : html`<p>${photo.alt}</p>`
    }
  </li>`;
}

function newPhoto({
  base,
  form,
  example,
  submission,
}: Pick<PhotosData, 'base' | 'form' | 'example' | 'submission'>): TemplateResult {
  return html`<form method="post" action=${base} enctype="multipart/form-data" novalidate class="panel">
    <h3>Add a photo</h3>
    ${submission ? html`<input type="hidden" name="submission" value=${submission} />` : nothing}
    ${field(form, 'photo', 'Photo', { type: 'file', mostBytes: MOST_PHOTO_BYTES, accept: 'image/jpeg,image/png,image/webp,image/avif', hint: 'JPEG, PNG, WebP or AVIF, up to 15 MB. We remove the place and the camera that phones write into photos.' })}
    ${field(form, 'alt', 'What it shows', { hint: `One sentence for people who cannot see it, for instance “${example}”.` })}
    ${field(form, 'credit', 'Who took it', { optional: true })}
    <button class="button" type="submit">Add the photo</button>
  </form>`;
}
