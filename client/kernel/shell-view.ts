import { html, nothing, type TemplateResult } from 'lit';

/** `foot` stands in the footer too: on a phone, somebody who is signed in finds it there. */
const NAVIGATION = [
  { href: '/assets', label: 'Places', foot: false },
  { href: '/spaces', label: 'Rooms', foot: false },
  { href: '/open-data', label: 'Open data', foot: true },
  { href: '/about', label: 'About', foot: true },
];

/** Who is looking, for the header: links to their own pages. */
export type Visitor = { name: string; links: readonly { href: string; label: string }[] };

type Around = { path: string; visitor: Visitor | null; foot: readonly (TemplateResult | typeof nothing)[] };

/** What stands around every page: skip link, header with the way round, main, footer. */
export function shellView(body: TemplateResult, { path, visitor, foot }: Around): TemplateResult {
  return html`
    <a class="skip-link" href="#main">Skip to the main content</a>
    <header class="site-header">
      <div class="wrap site-header__row">
        <a class="brand" href="/" aria-current=${path === '/' ? 'page' : nothing}>${brandMark}<span>Meantime</span></a>
        <nav aria-label="Main">
          <ul class="site-nav">
            ${NAVIGATION.map(({ href, label, foot }) => html`<li class=${foot && visitor ? 'site-nav__foot' : nothing}><a href=${href} aria-current=${path.startsWith(href) ? 'page' : nothing}>${label}</a></li>`)}
            ${
              visitor
                ? visitor.links.map(
                    ({ href, label }) =>
                      html`<li><a href=${href} aria-current=${path.startsWith(href) ? 'page' : nothing}>${label}</a></li>`,
                  )
                : html`<li><a href="/sign-in" aria-current=${path.startsWith('/sign-in') ? 'page' : nothing}>Sign in</a></li>`
            }
          </ul>
        </nav>
        ${visitor ? html`<form class="sign-out" method="post" action="/sign-out"><button class="button button--quiet button--small" type="submit">Sign out</button></form>` : nothing}
      </div>
    </header>
    <main id="main" tabindex="-1">${body}</main>
    ${foot.some((part) => part !== nothing) ? html`<aside class="wrap at-foot" aria-label="Contact">${foot}</aside>` : nothing}
    <footer class="site-footer">
      <div class="wrap site-footer__row">
        <p>Meantime shows land, buildings and rooms of public bodies that stand empty or under-used, so that community groups can use them in the meantime.</p>
        <ul class="site-footer__links">
          <li><a href="/start">Which path fits me?</a></li>
          <li><a href="/spaces">Rooms</a></li>
          <li><a href="/about">About</a></li>
          <li><a href="/accessibility">Accessibility</a></li>
          <li><a href="/privacy">Privacy</a></li>
          <li><a href="/compact">The compact</a></li>
          <li><a href="/open-data">Open data</a></li>
          <li><a href="/how-decisions-are-made">How decisions are made</a></li>
          <li><a href="/who-may-do-what">Who may do what</a></li>
        </ul>
      </div>
    </footer>
  `;
}

/** An open door under a roof: the register opens places up. */
const brandMark = html`<svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <path d="M3 14.5 16 4l13 10.5" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
  <path d="M7 14v14h18V14" fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round" />
  <path d="M13 28V17l8-2.5V28z" fill="currentColor" />
</svg>`;
