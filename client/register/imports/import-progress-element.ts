import type { ScreenProgress } from '../../../src/register/imports/import-screen-contract.ts';
import { STAGE_WORDS } from '../../../src/register/imports/import-screen-words.ts';

const ASK_EVERY_MS = 1_000;

/**
 * Follows an import under way: asks every second how far it is, and shows the page anew when it has come to an end.
 * The words and the bar inside it are the page's own; without a script a link there does the same.
 */
export class ImportProgressElement extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setTimeout(() => void this.ask(), ASK_EVERY_MS);
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    const reply = await fetch(this.getAttribute('src') ?? '', { headers: { accept: 'application/json' } }).catch(
      () => null,
    );
    // A lost connection or a sign-out: ask again, the work goes on without us.
    const progress = reply?.ok ? ((await reply.json()) as ScreenProgress) : null;
    if (progress && (progress.state !== this.getAttribute('state') || progress.stopped)) return location.reload();
    if (progress) this.show(progress);
    this.timer = window.setTimeout(() => void this.ask(), ASK_EVERY_MS);
  }

  private show({ stage, percent }: ScreenProgress): void {
    const [bar, words] = [this.querySelector('progress'), this.querySelector('.import-progress__words')];
    if (bar) bar.value = percent;
    // Said aloud by screen readers, so only when it means something new.
    const text = stage ? `${STAGE_WORDS[stage]}: ${Math.floor(percent / 10) * 10} %` : null;
    if (words && text && words.textContent !== text) words.textContent = text;
  }
}

customElements.define('import-progress', ImportProgressElement);
