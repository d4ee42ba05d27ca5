import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { assisted, formOf, type HireData } from './hire-part.ts';

/** When the booking ends: its last date, notice from either side, and asking for the dates that follow. */
export function endingSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer, form } = data;
  const { notice, noticeToday, renewal, booking } = state;
  if (!notice && !noticeToday && !renewal) return nothing;
  return html`
    <section aria-labelledby="ending-heading">
      <h2 id="ending-heading">When it ends</h2>
      ${notice ? html`<p>${notice.side === 'owner' ? state.owner : 'The group'} gave notice on ${dateWords(notice.on)}. The last date is by ${dateWords(notice.lastDay)}. Reason: ${notice.reason}</p>` : html`<p>The last date is ${dateWords(booking.endsOn)}. We remind the group ${counted(booking.terms.renewal_reminder_days, 'day')} before.</p>`}
      ${renewal && viewer.as !== 'reader' ? html`<p><a href=${renewal.link}>Ask for the dates that follow</a></p>` : nothing}
      ${
        !notice && noticeToday
          ? html`
        ${viewer.mayAnswer ? noticeForm(data, 'group', formOf(form, 'notice-group')) : nothing}
        ${viewer.maySeeTo ? noticeForm(data, 'owner', formOf(form, 'notice-owner')) : nothing}`
          : nothing
      }
    </section>
  `;
}

function noticeForm(data: HireData, side: 'group' | 'owner', form: FormState): TemplateResult {
  const { booking, noticeToday } = data.state;
  return html`<details class="hire__form" ?open=${form.mistakes.length > 0}><summary>${side === 'owner' ? 'Give notice for the owner' : data.viewer.as === 'group' ? 'End the series' : 'End the series for the group'}</summary>
    <p>Notice is ${counted(booking.terms.end_notice_days, 'day')}. Dates up to ${dateWords(noticeToday?.lastDay ?? booking.endsOn)} stay; ${counted(noticeToday?.released ?? 0, 'later date is', 'later dates are')} released and cost nothing.</p>
    <form class="group-form" method="post" action="/bookings/${booking.id}/notice/${side}" novalidate>
      <input type="hidden" name="version" value=${booking.version} />
      ${longField(form, 'reason', 'Why?', { hint: 'The other side reads this. No names, please.', rows: 2 })} ${side === 'group' ? assisted(data, 'notice-group', 'The notice') : nothing}
      <button class="button" type="submit">Give notice</button>
    </form></details>`;
}
