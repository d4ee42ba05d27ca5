import { clockWords } from '../../../src/casework/speaking/speaking-words.ts';
import type { ClockShown } from '../../../src/casework/speaking/speaking-contract.ts';

const TICK_MS = 1_000;
/** It asks so often whether somebody has moved the clock. */
const ASK_EVERY = 3;

/**
 * Lets the clock of a hearing tick, and shows the page anew when somebody has moved it elsewhere. The numbers inside it are the page's
 * own; without a script the page shows how it stood.
 */
export class HearingClockElement extends HTMLElement {
  private timer = 0;
  private ticks = 0;
  private readonly shownAt = performance.now();

  connectedCallback(): void {
    this.timer = window.setInterval(() => void this.tick(), TICK_MS);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private async tick(): Promise<void> {
    const running = this.getAttribute('running');
    const passed = Math.floor((performance.now() - this.shownAt) / TICK_MS);
    for (const face of this.querySelectorAll<HTMLElement>('[data-side]'))
      if (face.dataset['side'] === running) this.show(face, running, passed);
    this.ticks += 1;
    if (this.ticks % ASK_EVERY === 0) await this.ask();
  }

  private show(face: HTMLElement, side: string, passed: number): void {
    const seconds = Number(face.dataset['seconds']);
    const now = side === 'other' ? seconds + passed : Math.max(0, seconds - passed);
    face.textContent = clockWords(now);
    face.classList.toggle('hearing-clock__time--over', side !== 'other' && now === 0);
  }

  private async ask(): Promise<void> {
    const reply = await fetch(this.getAttribute('src') ?? '', { headers: { accept: 'application/json' } }).catch(
      () => null,
    );
    const clock = reply?.ok ? ((await reply.json()) as ClockShown) : null;
    if (clock && String(clock.version) !== this.getAttribute('version')) location.reload();
  }
}

customElements.define('hearing-clock', HearingClockElement);
