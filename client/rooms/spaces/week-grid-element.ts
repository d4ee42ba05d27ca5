import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WEEKDAYS } from '../../../src/kernel/recurrence-contract.ts';
import { WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import { HoursLines } from './hours-lines-script.ts';
import {
  announcement,
  blocksIn,
  blockWords,
  DAY,
  firstMinute,
  keyOf,
  lanes,
  moved,
  newBlock,
  type Block,
  type Move,
} from './week-rules.ts';
import { weekPointer } from './week-pointer-script.ts';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'earlier',
  ArrowDown: 'later',
  PageUp: 'hour_earlier',
  PageDown: 'hour_later',
  'Shift+ArrowUp': 'end_earlier',
  'Shift+ArrowDown': 'end_later',
  ArrowLeft: 'day_before',
  ArrowRight: 'day_after',
};
/**
 * Opening hours as a week, for the lines of the form inside it. The lines are the truth: they work without this element, what is
 * typed there shows here, and what is moved here stands there.
 */
export class WeekGrid extends LitElement {
  static override properties = { live: { type: Boolean, reflect: true }, said: { state: true } };

  /** Set once the week is there. */
  declare live: boolean;
  declare private said: string;
  private lines = new HoursLines(this);
  private pointer = weekPointer({
    blocks: () => this.blocks(),
    free: () => this.lines.free(),
    add: (block) => this.add(block),
    change: (was, block) => this.change(was, block),
  });
  private focusNext: string | null = null;

  constructor() {
    super();
    Object.assign(this, { live: false, said: '' });
  }

  /** Into the page itself, before the lines, so that the page's own type and focus rings hold here too. */
  protected override createRenderRoot(): HTMLElement {
    this.renderOptions.renderBefore = this.firstElementChild;
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.live = true;
    this.addEventListener('input', this.typed);
    this.addEventListener('change', this.typed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('input', this.typed);
    this.removeEventListener('change', this.typed);
  }

  protected override render(): TemplateResult {
    const blocks = this.blocks();
    const hours = Array.from(
      { length: (DAY - firstMinute(blocks)) / 60 },
      (_, index) => firstMinute(blocks) + index * 60,
    );
    return html`<section class="week-grid" aria-labelledby="week-grid-heading">
      <h2 id="week-grid-heading">The week</h2>
      <p class="hint" id="week-grid-help">Choose a block and use the arrow keys: up and down move it by a quarter of an hour, left and right to another day. Hold Shift and press up or down to change the closing time. Page up and page down move it by an hour, Delete takes it away, Enter goes to its line below. With a mouse, drag a block or its lower edge, or click on an empty place. On a touch screen, tap a block to go to its line.</p>
      <div class="week-grid__days" aria-hidden="true"><span></span>${WEEKDAYS.map((day) => html`<span>${WEEKDAY_WORDS[day].slice(0, 3)}</span>`)}</div>
      <div class="week-grid__body">
        <ol class="week-grid__hours" aria-hidden="true">${hours.map((minute) => html`<li>${clockOf(minute).slice(0, 2)}</li>`)}</ol>
        <div class="week-grid__field" role="group" aria-label="Opening hours in the week" @pointerdown=${this.pointer.pressed} @pointermove=${this.pointer.dragged} @pointerup=${this.pointer.released} @pointercancel=${this.pointer.released}>
          ${repeat(
            blocks,
            keyOf,
            (
              block,
            ) => html`<button type="button" class="week-block" data-key=${keyOf(block)} aria-describedby="week-grid-help" @keydown=${(event: KeyboardEvent) => this.keyed(event, block)} @click=${(event: MouseEvent) => this.opened(event, block)}>
            <span class="visually-hidden">${WEEKDAY_WORDS[block.weekday]} </span><span>${clockOf(block.from)}</span><span class="visually-hidden"> to </span><span>${clockOf(block.to)}</span><span class="week-block__edge"></span></button>`,
          )}
        </div>
      </div>
      <div class="week-grid__add"><span>Add</span>${WEEKDAYS.map((day) => html`<button type="button" @click=${() => this.add(newBlock(this.blocks(), day, this.lines.free()))} aria-label="Add opening hours on ${WEEKDAY_WORDS[day]}"><span aria-hidden="true">+</span></button>`)}</div>
      <p class="week-grid__said" role="status">${this.said}</p>
    </section>`;
  }

  /** Places are set from here: the page's security policy forbids styles in the markup. */
  protected override updated(_changed: PropertyValues): void {
    const blocks = this.blocks();
    const [first, columns] = [firstMinute(blocks), lanes(blocks)];
    const percent = (minutes: number): string => `${(100 * minutes) / (DAY - first)}%`;
    blocks.forEach((block, index) => {
      const { lane, of } = columns[index] ?? { lane: 0, of: 1 };
      const style = this.querySelector<HTMLElement>(`[data-key="${keyOf(block)}"]`)?.style;
      style?.setProperty('top', percent(block.from - first));
      style?.setProperty('height', percent(block.to - block.from));
      style?.setProperty('left', `${(100 / 7) * (block.weekday - 1 + lane / of)}%`);
      style?.setProperty('width', `${100 / 7 / of}%`);
    });
    if (this.focusNext === null) return;
    this.querySelector<HTMLElement>(`[data-key="${this.focusNext}"]`)?.focus();
    this.focusNext = null;
  }

  private blocks(): Block[] {
    return blocksIn(this.lines.all());
  }

  private typed = (event: Event): void => {
    if (event.target instanceof HTMLElement && event.target.closest('.hours-lines')) this.requestUpdate();
  };

  private keyed(event: KeyboardEvent, block: Block): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.takeAway(block);
      return;
    }
    const move = MOVES[`${event.shiftKey ? 'Shift+' : ''}${event.key}`];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.change(block, moved(block, move));
  }

  private opened(event: MouseEvent, { line }: Block): void {
    // By keyboard or by touch; the mouse moves blocks instead.
    if (event.detail === 0 || (event instanceof PointerEvent && event.pointerType === 'touch')) this.lines.focus(line);
  }

  private add(block: Block): void {
    this.lines.write(block, block);
    this.say(block);
  }

  private takeAway(block: Block): void {
    const blocks = this.blocks();
    const next = blocks[blocks.findIndex((one) => keyOf(one) === keyOf(block)) + 1] ?? blocks[0];
    this.lines.clear(block);
    this.said = `${blockWords(block)} is taken away.`;
    if (next && keyOf(next) !== keyOf(block)) this.focusNext = keyOf(next);
    else this.querySelector<HTMLElement>('.week-grid__add button')?.focus();
    this.requestUpdate();
  }

  private change(was: Block, block: Block): void {
    const line = this.lines.write(block, was);
    this.say({ ...block, line });
  }

  private say(block: Block): void {
    this.said = announcement(block, this.blocks());
    this.focusNext = keyOf(block);
    this.requestUpdate();
  }
}

customElements.define('week-grid', WeekGrid);

declare global {
  interface HTMLElementTagNameMap {
    'week-grid': WeekGrid;
  }
}
