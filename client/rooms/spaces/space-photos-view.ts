import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { assetPicture } from '../../register/assets/asset-picture-part.ts';
import { photosPart } from '../../register/assets/photos-part.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { historyPart, spaceHead } from './desk-space-part.ts';
import type { PublicPhoto } from '../../../src/register/assets/public-asset-contract.ts';

export type SpacePhotosData = {
  place: DeskPlace;
  space: { id: string; name: string };
  photos: readonly PublicPhoto[];
  form: FormState;
  submission: string;
  done: string | null;
  history: SpaceHistory;
};

/** The photos of one space, for those who keep it. */
export function spacePhotosView({
  place,
  space,
  photos,
  form,
  submission,
  done,
  history,
}: SpacePhotosData): TemplateResult {
  const hidden = place.hidden ? 'While the building is hidden, the public sees none of them.' : null;
  return html`<div class="wrap desk-page">
    ${spaceHead(place, space, 'photos', done)} ${mistakesView(form.mistakes.map(({ field, message }) => ({ field: field && form.within ? `${form.within}-${field}` : field, message })))}
    <p>Photos of this room come first on its page, then those of the building. The first one also stands beside the room where people look for one.</p>
    ${photosPart({ base: `/desk/spaces/${space.id}/photos`, photos, form, submission, mayEdit: true, hidden, example: 'A bright room with a long table and twelve chairs' })}
    ${historyPart(history)}
  </div>`;
}

/** The first picture on the page of a space: its own, or else one of its building. */
export function spacePicture({ asset, photos }: PublicSpace): TemplateResult {
  const shown = { kind: asset.kind, photos: [...photos, ...asset.photos] };
  const [first] = shown.photos;
  return html`<div class="asset__picture">
    ${assetPicture(shown, '(min-width: 60rem) 44rem, 92vw', 'eager')}
    ${first ? creditLine(first, photos.length === 0 ? asset.name : null) : nothing}
  </div>`;
}

/** All further pictures: those of the room, then those of the building, said to be so. */
export function morePictures({ name, asset, photos }: PublicSpace): TemplateResult | typeof nothing {
  const [ofRoom, ofBuilding] = photos.length > 0 ? [photos.slice(1), asset.photos] : [[], asset.photos.slice(1)];
  if (ofRoom.length + ofBuilding.length === 0) return nothing;
  const list = (pictures: readonly PublicPhoto[], of: string): TemplateResult =>
    html`<h2>More pictures of ${of}</h2><ul class="photos">${pictures.map((photo) => html`<li>${assetPicture({ kind: asset.kind, photos: [photo] }, '(min-width: 40rem) 20rem, 92vw')}${creditLine(photo, null)}</li>`)}</ul>`;
  return html`<section class="asset__photos">${ofRoom.length > 0 ? list(ofRoom, name) : nothing} ${ofBuilding.length > 0 ? list(ofBuilding, asset.name) : nothing}</section>`;
}

function creditLine({ credit }: PublicPhoto, of: string | null): TemplateResult | typeof nothing {
  const words = [of, credit].filter((part) => part).join('. ');
  return words ? html`<p class="credit">${words}</p>` : nothing;
}
