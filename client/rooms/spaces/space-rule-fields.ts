import { html, type TemplateResult } from 'lit';
import { STEPS } from '../../../src/rooms/spaces/space-edit-contract.ts';
import { lengthOf } from '../../../src/rooms/spaces/time-contract.ts';
import { field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';

/** Rules for booking: notice, length, minutes between, what is not allowed. */
export function ruleFields(form: FormState): TemplateResult {
  return html`
    <div class="side-by-side">${field(form, 'shortest', 'Shortest booking', { hint: 'In hours, for instance 1 or 1.5', inputmode: 'decimal' })} ${field(form, 'longest', 'Longest booking', { hint: 'In hours, up to 24', inputmode: 'decimal' })}</div>
    <div class="side-by-side">${field(form, 'minutes_before', 'Kept free before each booking', { hint: 'In minutes, to set up', inputmode: 'numeric' })} ${field(form, 'minutes_after', 'Kept free after each booking', { hint: 'In minutes, to clear up', inputmode: 'numeric' })}</div>
    <div class="side-by-side">${field(form, 'notice_hours', 'Notice that you need', { hint: 'In hours, for instance 48', inputmode: 'numeric' })} ${field(form, 'days_ahead', 'How far ahead people may book', { hint: 'In days, for instance 400', inputmode: 'numeric' })}</div>
    <div class="side-by-side">${selectField(
      form,
      'step',
      'Bookings may start',
      STEPS.map((step) => ({ value: String(step), label: `Every ${lengthOf(step)}` })),
    )}</div>
    ${radioField(form, 'bank_holidays', 'On bank holidays and days off', [
      { value: 'closed', label: 'It is closed' },
      { value: 'open', label: 'It is open as on other days' },
    ])}
    ${longField(form, 'not_allowed', 'What is not allowed', { hint: 'For instance “No candles. No music after 22:00.”', rows: 2 })}
    ${longField(form, 'conditions', 'Conditions', { hint: 'For instance “An adult for every eight children”', rows: 2 })}
    ${longField(form, 'caretaking', 'Who opens and closes', { hint: 'For instance “The caretaker opens ten minutes before”. Everybody reads this: name no person, and no key codes.', rows: 2 })}`;
}

/** The cover that the building has for those who hire it. */
export function insuranceFields(form: FormState): TemplateResult {
  return html`
    ${radioField(form, 'insurance', 'Does the building’s insurance cover groups that have none of their own?', [
      { value: '', label: 'Not known' },
      { value: 'none', label: 'No, groups need insurance of their own' },
      { value: 'free', label: 'Yes, and it costs nothing' },
      { value: 'percent', label: 'Yes, for a part of the hire' },
      { value: 'fixed', label: 'Yes, for a price for each booking' },
    ])}
    <div class="three-by-side">${field(form, 'insurance_percent', 'Part of the hire', { hint: 'In per cent, for instance 12', inputmode: 'decimal' })} ${field(form, 'insurance_minimum', 'At least', { hint: 'In pounds for one booking', inputmode: 'decimal' })} ${field(form, 'insurance_pounds', 'Price for each booking', { hint: 'In pounds', inputmode: 'decimal' })}</div>
    ${longField(form, 'insurance_note', 'Whom it does not cover, or what to know', { hint: 'For instance “Not for martial arts or political meetings.”', rows: 2 })}`;
}
