import type { Request, Response } from 'express';
import type { nothing, TemplateResult } from 'lit';
import { shellView, type Visitor } from '../../client/kernel/shell-view.ts';
import type { Bundle } from './bundle.ts';
import { escaped, htmlOf } from './html-text.ts';

export type Page = {
  title: string;
  description: string;
  body: TemplateResult;
  status?: number;
  /** schema.org data about what the page shows. */
  jsonLd?: Record<string, unknown>;
  /** The page's one true address, when filters or cursors make many. */
  canonical?: string;
  /** Other forms of the same data: feeds and downloads. */
  alternates?: { type: string; href: string; title: string }[];
  robots?: 'noindex';
  /** Whose page it is, so that its foot can say whom to ask. */
  about?: PageAbout;
};
export type PageAbout = { areaId: string; ownerId?: string };
export type SendPage = (req: Request, res: Response, page: Page) => Promise<void>;

type Deps = {
  bundle: Bundle;
  baseUrl: string;
  visitor(req: Request): Visitor | null;
  foot: readonly ((about: PageAbout | undefined) => Promise<TemplateResult | typeof nothing>)[];
};

/** Makes the function that renders a page on the server: complete HTML that needs no JavaScript to be read. */
export function pageSender({ bundle, baseUrl, visitor, foot }: Deps): SendPage {
  return async (req, res, page) => {
    const who = visitor(req);
    const atFoot = await Promise.all(foot.map((part) => part(page.about)));
    const body = htmlOf(shellView(page.body, { path: req.path, visitor: who, foot: atFoot }));
    // Always asked for anew, so that a change shows at once; what somebody sees when signed in is kept nowhere.
    res.set('Cache-Control', who ? 'private, no-store' : 'no-cache').vary('Cookie');
    res
      .status(page.status ?? 200)
      .type('html')
      .send(document(page, body, bundle, baseUrl));
  };
}

function document(page: Page, body: string, bundle: Bundle, baseUrl: string): string {
  const links = [
    ...bundle.preloadFonts.map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`),
    ...bundle.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...bundle.scripts.map((src) => `<script type="module" src="${src}"></script>`),
    ...(page.alternates ?? []).map(
      ({ type, href, title }) =>
        `<link rel="alternate" type="${escaped(type)}" href="${escaped(href)}" title="${escaped(title)}">`,
    ),
    page.canonical ? `<link rel="canonical" href="${escaped(baseUrl + page.canonical)}">` : '',
    page.robots ? `<meta name="robots" content="${page.robots}">` : '',
    page.jsonLd ? `<script type="application/ld+json">${jsonForHtml(page.jsonLd)}</script>` : '',
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} – Meantime</title>
<meta name="description" content="${escaped(page.description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
${links.filter((link) => link !== '').join('\n')}
</head>
<body>${body}</body>
</html>
`;
}

/** JSON that cannot end the script element it stands in. */
function jsonForHtml(data: Record<string, unknown>): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
