import { html, type TemplateResult } from 'lit';
import { shortDay } from './format.ts';

type Line = { on: string; text: string };

/** What has happened, the newest first as it comes: lines of one day stand together. */
export function timeline(history: readonly Line[]): TemplateResult {
  return html`<ol class="timeline" reversed>${byDay(history).map(({ on, texts }) => html`<li><time datetime=${on}>${shortDay(on)}</time><ul class="day">${texts.map((text) => html`<li>${text}</li>`)}</ul></li>`)}</ol>`;
}

function byDay(history: readonly Line[]): { on: string; texts: string[] }[] {
  const days: { on: string; texts: string[] }[] = [];
  for (const { on, text } of history) {
    const day = days.at(-1);
    if (day?.on === on) day.texts.push(text);
    else days.push({ on, texts: [text] });
  }
  return days;
}
