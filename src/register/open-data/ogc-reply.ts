import type { Request, Response } from 'express';
import { openToAll } from './cors-endpoint.ts';
import type { Link } from './ogc-endpoint.ts';

type Query = Request['query'];

/** Whether to answer with a page: `f` decides, else what the caller would rather have. */
export function prefersHtml(req: Request, res: Response, f: 'json' | 'html' | undefined): boolean {
  res.vary('Accept');
  if (f !== undefined) return f === 'html';
  return req.accepts(['application/geo+json', 'application/json', 'text/html']) === 'text/html';
}

/** Sends a document; its links go into the Link header too (/rec/core/link-header), for clients that look only there. */
export function sendDocument(res: Response, type: string, document: object, links: Link[] = []): void {
  if (links.length > 0)
    res.set('Link', links.map(({ href, rel, type: media }) => `<${href}>; rel="${rel}"; type="${media}"`).join(', '));
  openToAll(res).setHeader('Content-Type', type);
  // A buffer, because Express would add a charset to the type of a text.
  res.send(Buffer.from(JSON.stringify(document)));
}

/** The address that was asked for with some parameters changed. */
export function addressWith(url: string, query: Query, changes: Record<string, string>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    for (const one of [value].flat()) if (typeof one === 'string') params.append(name, one);
  }
  const text = params.toString();
  return text === '' ? url : `${url}?${text}`;
}
