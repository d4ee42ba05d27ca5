import { html, type TemplateResult } from 'lit';
import { field, longField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';

type InterestFor = {
  area: { slug: string; name: string };
  form: FormState;
  place: { id: string; name: string };
  submission: string;
};

/** An interest of somebody who rang, wrote or came in, typed by an officer. */
export const interestForView = ({
  area,
  form,
  place,
  submission,
}: InterestFor): TemplateResult => html`<div class="wrap narrow">
  <nav class="crumbs" aria-label="Where you are"><a href="/assets/${place.id}">${place.name}</a> › <a href="/desk/interests?area=${area.slug}">Interests</a></nav>
  <h1>Register an interest for somebody</h1>${mistakesView(form.mistakes)}
  <p class="lead">For people who ring, write or come in. The same days. Without an e-mail address they get letters.</p>
  <form class="group-form" method="post" action="/desk/interests?area=${area.slug}" novalidate>
    <input type="hidden" name="asset" value=${place.id} /><input type="hidden" name="submission" value=${submission} />
    <h2 class="h-small">Who is interested</h2>
    ${field(form, 'person_name', 'Their name', { autocomplete: 'off' })}
    ${field(form, 'person_email', 'Their e-mail address', { type: 'email', autocomplete: 'off', optional: true })}
    ${field(form, 'person_telephone', 'Their telephone number', { type: 'tel', autocomplete: 'off', optional: true })}
    ${longField(form, 'person_address', 'Their postal address', { rows: 2, optional: true })}
    <h2 class="h-small">What they would like</h2>
    ${longField(form, 'idea', 'What would they like to do there?', { rows: 3 })}
    ${field(form, 'group_name', 'For which group?', { optional: true, hint: 'It need not exist yet.' })}
    <h2 class="h-small">How it came in</h2>
    ${assistedFields(form, 'The interest', 'They agree that we keep their name and how to reach them for this.')}
    <button class="button" type="submit">Register it</button></form></div>`;
