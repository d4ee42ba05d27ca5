import { html, type TemplateResult } from 'lit';
import type { FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { personFields } from './assist-views.ts';
import { assistedFields } from './assisted-fields.ts';
import { detailFields, formStart, leadPart, type AreaChoice } from './group-form-view.ts';

/** Registering a group for somebody who rang, wrote or came in. */
export function assistedGroupView(form: FormState, area: AreaChoice): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/desk/groups?area=${area.slug}">Groups in ${area.name}</a></p>
      <h1>Register a group for somebody</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">For people who ring, write or come in. The same questions, the same dates, no e-mail address needed: we write letters.</p>
      <form class="group-form" method="post" action="/desk/groups?area=${area.slug}" novalidate>
        ${formStart(form, [])}
        <h2 class="h-small">Who got in touch</h2>
        ${personFields(form)}
        <h2 class="h-small">The group</h2>
        ${detailFields(form)}
        ${leadPart(form, 'What a lead signs for', 'Read this out to them:', 'They are 18 or over.', 'They have heard or read this, and agree to lead the group.')}
        <h2 class="h-small">How it came in</h2>
        ${assistedFields(form, 'The group')}
        <button class="button" type="submit">Register the group</button>
      </form>
    </div>
  `;
}
