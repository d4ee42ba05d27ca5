import { html, nothing, type TemplateResult } from 'lit';
import { followLabel } from '../../../src/casework/comments/comment-words.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { participationPart } from '../comments/participation-part.ts';

/** On the page of a proposal: the ways to be told. @param key to stop, for somebody who follows it */
export function followPart(proposal: PublicProposal, key: string | null): TemplateResult {
  const { id, endedOn } = proposal;
  const feed = html`<a href="/proposals/${id}/feed.atom">a feed</a>`;
  return html`<section aria-labelledby="follow-heading"><h2 id="follow-heading">Follow it</h2>
    ${
      key !== null
        ? html`<form class="quiet-form" method="post" action="/following/${key}/stop"><p>You follow this proposal: one mail a day at most.</p><button class="button button--quiet" type="submit">Stop following</button></form>`
        : endedOn === null
          ? html`<p>What happens here comes to you by mail, one a day at most, or with ${feed}.</p><p><a class="button button--quiet" href="/proposals/${id}/follow">Follow by mail</a></p>`
          : html`<p>This proposal is over. What has happened is also there as ${feed}.</p>`
    }
  </section>`;
}

/** The form to follow by mail. */
export function followFormView(proposal: PublicProposal, form: FormState, signedIn: boolean): TemplateResult {
  const { id, place, group } = proposal;
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}">${place}: asked for by ${group.name}</a></nav>
    <h1>Follow ${place}</h1>
    ${mistakesView(form.mistakes)}
    ${participationPart(followLabel(proposal))}
    <form class="group-form" method="post" action="/proposals/${id}/follow" novalidate>
      ${signedIn ? html`<p>You get one mail a day at most, when something has happened.</p>` : field(form, 'email', 'Your e-mail address', { type: 'email', autocomplete: 'email', hint: 'We send you a link. When you have opened it and pressed the button there, you get one mail a day at most, when something has happened. Each has a link to stop.' })}
      <button class="button" type="submit">Follow by mail</button>
    </form>
    <p>With a feed reader you need no address: <a href="/proposals/${id}/feed.atom">the feed of this proposal</a>, <a href="/proposals.atom?area=${proposal.area.slug}">the feed of all in ${proposal.area.name}</a>.</p>
  </div>`;
}

type Following = { key: string; proposal: PublicProposal; confirmed: boolean; flash: string | null };

/** With the link from a mail. Looking at it changes nothing. */
export function followingView({ key, proposal, confirmed, flash }: Following): TemplateResult {
  const { id, place, group } = proposal;
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}">${place}: asked for by ${group.name}</a></nav>
    <h1>${confirmed ? `You follow ${place}` : `Follow ${place}?`}</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
    ${
      confirmed
        ? html`<form class="quiet-form" method="post" action="/following/${key}/stop"><p>You get one mail a day at most, when something has happened.</p><button class="button button--quiet" type="submit">Stop following</button></form>`
        : html`${participationPart(followLabel(proposal))}<form class="group-form" method="post" action="/following/${key}/confirm"><button class="button" type="submit">Yes, send me its news</button></form>`
    }
  </div>`;
}

/** On somebody’s own page. */
export function followedPart(
  followed: readonly { id: string; key: string; place: string }[],
): TemplateResult | typeof nothing {
  if (followed.length === 0) return nothing;
  return html`<section class="panel"><h2>Proposals that you follow</h2>
    <ul class="plain-list desk-lines">${followed.map(({ id, key, place }) => html`<li><a href="/proposals/${id}">${place}</a> · <a href="/following/${key}">stop following</a></li>`)}</ul></section>`;
}
