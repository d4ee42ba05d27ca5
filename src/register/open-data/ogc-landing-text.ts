import { LICENCE_NAME, LICENCE_URL } from './licence-words.ts';
import { MEDIA, type Link } from './ogc-endpoint.ts';

/** /req/core/root-success: the way to everything else. */
export function landingDocument(baseUrl: string): { title: string; description: string; links: Link[] } {
  const at = `${baseUrl}/ogc`;
  return {
    title: 'Meantime for maps',
    description: 'The public register of land and buildings that stand empty or under-used, as OGC API – Features.',
    links: [
      { rel: 'self', href: `${at}?f=json`, type: MEDIA.json, title: 'This document' },
      { rel: 'alternate', href: `${at}?f=html`, type: MEDIA.html, title: 'This document, as a page' },
      { rel: 'service-desc', href: `${at}/api`, type: MEDIA.openApi, title: 'Description of the API' },
      { rel: 'service-doc', href: `${baseUrl}/open-data`, type: MEDIA.html, title: 'How to use it' },
      { rel: 'conformance', href: `${at}/conformance`, type: MEDIA.json, title: 'Parts of the standard that are kept' },
      { rel: 'data', href: `${at}/collections?f=json`, type: MEDIA.json, title: 'Collections' },
      { rel: 'data', href: `${at}/collections?f=html`, type: MEDIA.html, title: 'Collections, as a page' },
      { rel: 'license', href: LICENCE_URL, type: MEDIA.html, title: LICENCE_NAME },
    ],
  };
}
