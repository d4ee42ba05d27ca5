import { html, type TemplateResult } from 'lit';
import { CHANNEL_WORDS, READ_BACK_WORDS } from '../../../src/ground/people/assisted-contract.ts';
import { checkField, field, radioField, type FormState } from '../../kernel/form-fields.ts';

/** How somebody got in touch, for an officer who types for them, and what they agreed to. */
export function assistedFields(
  form: FormState,
  what: string,
  consent = 'They agree to being registered here.',
): TemplateResult {
  const readBack = Object.entries(READ_BACK_WORDS).map(([value, label]) => ({ value, label }));
  return html`
    ${radioField(
      form,
      'channel',
      'How did they get in touch?',
      (['phone', 'paper', 'in_person'] as const).map((value) => ({ value, label: CHANNEL_WORDS[value] })),
    )}
    ${field(form, 'received_on', 'On which day?', { type: 'date', hint: `${what} counts from this day, not from the day you type it.` })}
    ${radioField(form, 'read_back', 'How did they check what you typed?', readBack)}
    ${checkField(form, 'consent', consent)}
  `;
}
