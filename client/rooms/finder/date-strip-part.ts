import { html, type TemplateResult } from 'lit';
import type { AnswerDate } from '../../../src/rooms/finder/answer-contract.ts';
import { STATE_WORDS } from '../../../src/rooms/finder/finder-words.ts';
import { dayOfMonth, monthOf } from '../../../src/rooms/finder/measure-words.ts';

/** The dates of a room by month: days that are free stand plain, others struck through and followed by why. Readable as text. */
export function dateStrip(dates: readonly AnswerDate[]): TemplateResult {
  return html`<ul class="strip">${[...byMonth(dates)].map(([month, days]) => html`<li><span class="strip__month">${month}</span> ${days.map(dayOf)}</li>`)}</ul>`;
}

/** The same when all of them are free: one line of text a month. */
export function plainDates(dates: readonly AnswerDate[]): TemplateResult {
  return html`<p class="strip-text">${[...byMonth(dates)].map(([month, days]) => `${month}: ${days.map(({ date }) => dayOfMonth(date)).join(', ')}`).join('. ')}.</p>`;
}

function dayOf({ date, state }: AnswerDate): TemplateResult {
  if (state === 'free') return html`<span class="strip__day">${dayOfMonth(date)}</span> `;
  return html`<span class="strip__day strip__day--not"><s>${dayOfMonth(date)}</s> <small>${STATE_WORDS[state].strip}</small></span> `;
}

function byMonth(dates: readonly AnswerDate[]): Map<string, AnswerDate[]> {
  const months = new Map<string, AnswerDate[]>();
  for (const one of dates) months.set(monthOf(one.date), [...(months.get(monthOf(one.date)) ?? []), one]);
  return months;
}
