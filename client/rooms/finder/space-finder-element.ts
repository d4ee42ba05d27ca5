import { render } from 'lit';
import type { FinderAnswer } from '../../../src/rooms/finder/answer-contract.ts';
import type { MistakeData } from '../../kernel/mistakes-view.ts';
import { boxAround, numberedPlaces } from './numbered-place-rules.ts';
import { notYetView, resultsView, summary } from './results-view.ts';
import { resultWords } from '../../../src/rooms/finder/finder-result-words.ts';

/** Long enough that nobody is interrupted while typing, in milliseconds. */
const WAIT_MS = 350;

/**
 * The finder, live: while the form changes, the rooms change with it, and how many fit is read out. Without this element the same
 * form is sent with its button and the server answers with the same page.
 */
export class SpaceFinder extends HTMLElement {
  private waiting = 0;
  private asking: AbortController | null = null;
  private asked = '';

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.asked = parametersOf(asServed(form)).toString();
    form.addEventListener('input', () => this.soon(form));
    // Typed before this element was there, or brought back by the browser.
    this.soon(form);
    // The button goes on sending the form; what was left empty need not stand in the address.
    form.addEventListener('formdata', ({ formData }) => {
      for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.waiting);
    this.asking?.abort();
  }

  private soon(form: HTMLFormElement): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.ask(form), WAIT_MS);
  }

  private async ask(form: HTMLFormElement): Promise<void> {
    clearTimeout(this.waiting);
    const wish = parametersOf(form);
    if (wish.toString() === this.asked) return;
    this.asked = wish.toString();
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const reply = await fetch(`/api/spaces/search?${wish}`, {
        headers: { Accept: 'application/json' },
        signal: this.asking.signal,
      });
      if (reply.ok) this.show((await reply.json()) as FinderAnswer, wish);
      else if (reply.status === 400) this.lacks(((await reply.json()) as { errors?: MistakeData[] }).errors ?? []);
      else this.asked = '';
    } catch (error) {
      // A newer question took its place, or nobody can be reached: then what is shown stays, and the button still works.
      if (!(error instanceof DOMException)) this.asked = '';
    }
  }

  private show(answer: FinderAnswer, wish: URLSearchParams): void {
    history.replaceState(history.state, '', `/spaces?${wish}`);
    this.into('[data-results]', (box) => this.draw(box, resultsView(answer)));
    this.into('[data-summary]', (line) => (line.textContent = summary(answer)));
    this.into('[data-wish]', (line) => {
      line.textContent = answer.wish;
      line.hidden = false;
    });
    this.watch(answer, wish.toString());
    this.moveMap(answer);
  }

  /** Being told is offered for what is asked now; what was saved before was another wish. */
  private watch({ dates }: FinderAnswer, wish: string): void {
    const [input, link] = [
      this.querySelector<HTMLInputElement>('[data-wish-parameters]'),
      this.querySelector<HTMLAnchorElement>('[data-sign-in]'),
    ];
    if (input) input.value = wish;
    const forOthers = this.querySelector<HTMLInputElement>('[data-wish-for-others]');
    if (forOthers) forOthers.value = wish;
    if (link) link.href = `/sign-in?next=${encodeURIComponent(`/spaces?${wish}`)}`;
    this.into('[data-watch]', (watch) => (watch.hidden = dates.length === 0 || (!input && !link)));
  }

  /** What is typed is not a whole wish yet: said where the rooms stand, without taking the keyboard away. */
  private lacks(mistakes: readonly MistakeData[]): void {
    this.into('[data-results]', (box) => this.draw(box, notYetView(mistakes)));
    this.into('[data-summary]', (line) => (line.textContent = resultWords.notYet));
    this.into('[data-watch]', (watch) => (watch.hidden = true));
  }

  private moveMap(answer: FinderAnswer): void {
    const map = this.querySelector('finder-map');
    if (!map) return;
    const places = numberedPlaces(answer.rooms);
    map.hidden = places.length === 0;
    map.places = places;
    const box = boxAround(places, answer.centre);
    if (box) map.bbox = box.join(',');
  }

  /** The server's own markup makes way once; after that lit keeps what it drew. */
  private draw(box: HTMLElement, view: Parameters<typeof render>[0]): void {
    if (!box.dataset['live']) box.replaceChildren();
    box.dataset['live'] = 'yes';
    render(view, box);
  }

  private into(selector: string, change: (element: HTMLElement) => void): void {
    const element = this.querySelector<HTMLElement>(selector);
    if (element) change(element);
  }
}

/** The form as the page came with it, for which the rooms that it came with are the answer. */
function asServed(form: HTMLFormElement): HTMLFormElement {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.reset();
  return copy;
}

/** What is in the form, without what was left empty: short addresses are easier to pass on. */
function parametersOf(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  return new URLSearchParams(entries);
}

customElements.define('space-finder', SpaceFinder);
