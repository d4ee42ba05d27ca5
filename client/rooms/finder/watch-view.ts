import { html, nothing, type TemplateResult } from 'lit';
import { watchWords } from '../../../src/rooms/finder/need-words.ts';

export type WatchData = {
  signedIn: boolean;
  wish: string | null;
  saved: boolean;
  hidden: boolean;
  /** The area for which an officer keeps it for others. */ forOthers: string | null;
  submission: string;
};

/** Being told when something opens: a form of its own under the rooms. */
export function watchView({
  signedIn,
  wish,
  saved,
  hidden,
  forOthers,
  submission,
}: WatchData): TemplateResult | typeof nothing {
  if (wish === null) return nothing;
  return html`<section class="watch" data-watch aria-labelledby="watch-heading" ?hidden=${hidden}>
    <h2 id="watch-heading">${watchWords.heading}</h2>
    ${saved ? html`<p>${watchWords.saved} <a href="/my">${watchWords.myPage}</a></p>` : signedIn ? saveForm(wish, submission) : signInFirst(wish)}
    ${forOthers === null ? nothing : othersForm(wish, forOthers)}
  </section>`;
}

/** For officers: the same for a group that they look after. */
const othersForm = (wish: string, area: string): TemplateResult =>
  html`<form method="get" action="/desk/needs"><input type="hidden" name="area" value=${area} /><input type="hidden" name="wish" value=${wish} data-wish-for-others />
    <p class="actions"><button class="button button--quiet" type="submit">${watchWords.forOthers}</button></p></form>`;

function saveForm(wish: string, submission: string): TemplateResult {
  return html`<p>${watchWords.offer}</p>
    <form method="post" action="/needs">
      <input type="hidden" name="wish" value=${wish} data-wish-parameters /><input type="hidden" name="submission" value=${submission} />
      <div class="field"><label class="choice"><input type="checkbox" name="agrees" value="yes" required /> <span>${watchWords.consent}</span></label></div>
      <button class="button button--quiet" type="submit">${watchWords.save}</button>
    </form>`;
}

/** The way back leads to the same search. */
const signInFirst = (wish: string): TemplateResult =>
  html`<p>${watchWords.offer}</p><p><a class="button button--quiet" href="/sign-in?next=${encodeURIComponent(`/spaces?${wish}`)}" data-sign-in>${watchWords.signIn}</a></p>`;
