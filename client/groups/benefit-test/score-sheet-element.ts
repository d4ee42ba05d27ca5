import { html, render } from 'lit';
import type { TrialReply } from '../../../src/groups/benefit-test/trial-contract.ts';
import { percentWords } from '../../../src/groups/benefit-test/result-words.ts';
import { resultView } from './result-view.ts';

/** So long nobody has chosen anything before we ask, in milliseconds. */
const REST_MS = 150;

/**
 * Counts along while somebody marks: points so far, and, where the page has room for it, the result as the server works it out.
 * The form inside it works without.
 */
export class ScoreSheetElement extends HTMLElement {
  private timer = 0;
  private asked = 0;
  private shown = false;

  connectedCallback(): void {
    this.addEventListener('change', this.later);
    // Marks that a draft or the address brought.
    if (this.querySelector('input[type=radio][name^=mark_]:checked')) this.later();
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.later);
    clearTimeout(this.timer);
  }

  private readonly later = (): void => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.count(), REST_MS);
  };

  private async count(): Promise<void> {
    const form = this.querySelector('form');
    const src = this.getAttribute('src');
    if (!form || !src) return;
    const marks = new URLSearchParams(
      [...new FormData(form)].filter(
        (entry): entry is [string, string] => entry[0].startsWith('mark_') && typeof entry[1] === 'string',
      ),
    );
    const turn = ++this.asked;
    const reply = await fetch(`${src}&${marks.toString()}`, { headers: { accept: 'application/json' } }).catch(
      () => null,
    );
    // A lost connection changes nothing: the button works it out as well. Only the newest answer counts.
    const trial = reply?.ok ? ((await reply.json()) as TrialReply) : null;
    if (trial && turn === this.asked) this.show(trial, form, marks);
  }

  private show(
    { marked, asked, points, possible, result }: TrialReply,
    form: HTMLFormElement,
    marks: URLSearchParams,
  ): void {
    const [total, place] = [this.querySelector('[data-total]'), this.querySelector<HTMLElement>('[data-result]')];
    const words =
      marked < asked
        ? `${marked} of ${asked} questions marked, ${points} points so far.`
        : `All ${asked} questions marked: ${points} of ${possible} points, ${percentWords({ points, possible })}%.`;
    if (total && total.textContent !== words) total.textContent = words;
    if (!place) return;
    // What the server put there goes the first time; after that Lit changes its own.
    if (!this.shown) place.replaceChildren();
    this.shown = true;
    render(result ? resultView(result) : html`<p>There is a result once all questions have a mark.</p>`, place);
    // The address of a trial says it all, so that it can be passed on.
    if (form.method === 'get')
      history.replaceState(
        null,
        '',
        `${form.action.replace(/#.*$/, '')}?${new URLSearchParams([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('mark_'))).toString()}&${marks.toString()}`,
      );
  }
}

customElements.define('score-sheet', ScoreSheetElement);
