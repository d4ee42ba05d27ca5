import { html, type TemplateResult } from 'lit';
import type { AssetKind } from '../../../src/register/assets/asset-contract.ts';
import type { PublicPhoto } from '../../../src/register/assets/public-asset-contract.ts';

type Pictured = { kind: AssetKind; photos: readonly PublicPhoto[] };

/** The asset's first photo, or a drawing by kind. `sizes` is the width it takes on screen, as in HTML's `sizes`. */
export function assetPicture(
  { kind, photos }: Pictured,
  sizes: string,
  loading: 'lazy' | 'eager' = 'lazy',
): TemplateResult {
  const [photo] = photos;
  if (!photo) return html`<div class="picture picture--none" aria-hidden="true">${PLACEHOLDERS[kind]}</div>`;
  return html`<img
    class="picture"
    src="/photos/${photo.id}/480.webp"
    srcset="/photos/${photo.id}/480.webp 480w, /photos/${photo.id}/1200.webp 1200w"
    sizes=${sizes}
    width=${photo.width}
    height=${photo.height}
    alt=${photo.alt}
    loading=${loading}
    decoding="async"
  />`;
}

const PLACEHOLDERS: Record<AssetKind, TemplateResult> = {
  building: html`<svg viewBox="0 0 120 80" focusable="false">
    <path d="M22 68V34l38-18 38 18v34" class="line" /><path d="M36 68V44h14v24M66 44h18v12H66z" class="line" /><path d="M10 68h100" class="line" />
  </svg>`,
  land: html`<svg viewBox="0 0 120 80" focusable="false">
    <path d="M6 62c18-12 34-14 54-6s36 4 54-6" class="line" /><path d="M34 52V30m0 0c-9 0-12-8-12-14 8 0 12 6 12 14Zm0 6c8 0 12-6 12-13-8 0-12 6-12 13Z" class="line" />
    <path d="M78 54v-9m0 0c-6 0-8-5-8-9 5 0 8 4 8 9Zm0 2c6 0 8-4 8-9-5 0-8 4-8 9Z" class="line" />
  </svg>`,
};
