import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../../kernel/format.ts';

/** At the desk, before everything else: stops that wait for the second person. */
export const stopsAskedCard = (
  lines: readonly { id: string; place: string; until: string }[],
): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<section class="desk-card"><h2>An emergency stop waits for a second person</h2>
    <ul class="plain-list desk-lines">${lines.map(({ id, place, until }) => html`<li><a href="/proposals/${id}">${place}</a> <span class="hint">until ${shortDay(until)}</span></li>`)}</ul></section>`;
