import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../src/ground/contacts/contact-contract.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { talkPart } from '../../ground/contacts/contact-card-view.ts';
import { field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { whereFields, type PickMap } from './enquiry-where-fields.ts';

/** A place on the register that is asked about. */
export type ChosenPlace = { id: string; name: string };
type AskForm = {
  form: FormState;
  /** Null where a place is to be chosen. */
  chosen: ChosenPlace | null;
  map: PickMap;
  submission: string;
  groups: readonly { id: string; name: string }[];
};
export type AskViewData = AskForm & {
  signedIn: boolean;
  contact: Contact | null;
  /** It lies in no area of ours. */
  outside: boolean;
};

/** Asking whose a place is: where it is, and why. */
export function askView(data: AskViewData): TemplateResult {
  const { form, chosen, signedIn, contact, outside } = data;
  return html`
    <div class="wrap narrow enquiry-ask">
      <h1>Whose is this?</h1>
      ${mistakesView(form.mistakes)} ${outside ? elsewhere() : nothing}
      <p class="lead">${chosen ? html`You ask about <a href="/assets/${chosen.id}">${chosen.name}</a>.` : 'You see a place that nobody looks after. We find out whose it is, and tell you.'} You need no group. ${signedIn ? nothing : 'Before it is sent you sign in with a code from an e-mail.'}</p>
      <p class="note">${talkPart(contact, 'You would rather talk?', 'An officer types it with you, and it counts from that day.')}</p>
      <form class="group-form" method="post" action="/enquiries/check" novalidate>
        ${askFields(data)}
        <button class="button" type="submit">Check your answers</button>
      </form>
    </div>
  `;
}

/** The same for somebody who rang, wrote or came in. */
export function assistedAskView(data: AskForm & { area: { slug: string; name: string } }): TemplateResult {
  const { form, area } = data;
  return html`
    <div class="wrap narrow enquiry-ask">
      <p class="crumbs"><a href="/desk/enquiries?area=${area.slug}">Questions in ${area.name}</a></p>
      <h1>Ask whose a place is for somebody</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">For people who ring, write or come in. The same question, the same days. Without an e-mail address they get letters.</p>
      <form class="group-form" method="post" action="/desk/enquiries?area=${area.slug}" novalidate>
        <h2 class="h-small">Who asks</h2>
        ${field(form, 'person_name', 'Their name', { autocomplete: 'off' })}
        ${field(form, 'person_email', 'Their e-mail address', { type: 'email', autocomplete: 'off', optional: true })}
        ${field(form, 'person_telephone', 'Their telephone number', { type: 'tel', autocomplete: 'off', optional: true })}
        ${longField(form, 'person_address', 'Their postal address', { rows: 2, optional: true })}
        <h2 class="h-small">The place</h2>
        ${askFields(data)}
        <h2 class="h-small">How it came in</h2>
        ${assistedFields(form, 'The question', 'They agree that we keep their name and how to reach them for this.')}
        <button class="button" type="submit">Send the question</button>
      </form>
    </div>
  `;
}

function askFields({ form, chosen, map, submission, groups }: AskForm): TemplateResult {
  return html`
    <input type="hidden" name="submission" value=${submission} />
    ${
      chosen
        ? html`<input type="hidden" name="asset" value=${chosen.id} />`
        : html`${radioField(form, 'kind', 'What is it?', [
            { value: 'land', label: 'Land: a verge, a plot, a corner' },
            {
              value: 'building',
              label: 'A building',
              hint: 'We do not show the public where an empty building stands.',
            },
          ])}
          ${whereFields(form, map)}`
    }
    ${longField(form, 'idea', 'What would you like to do there?', { optional: true, rows: 3, hint: 'Only the officers who look for the owner read this.' })}
    ${groups.length > 0 ? selectField(form, 'group', 'Do you ask for a group?', [{ value: '', label: 'No, for myself' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]) : field(form, 'group_name', 'Do you ask for a group?', { optional: true, hint: 'Its name. It need not be here, and need not exist yet.' })}
  `;
}

/** Who can help where no council works with us. */
function elsewhere(): TemplateResult {
  return html`<section class="panel" aria-labelledby="elsewhere-heading">
    <h2 id="elsewhere-heading" class="h-small">Who else can help</h2>
    <p>This place is outside the areas that work with us, so nobody here can find out whose it is. You can:</p>
    <ul>
      <li>look it up in the register of titles: <a href="https://www.gov.uk/search-property-information-land-registry">HM Land Registry</a> in England and Wales, Registers of Scotland, or Land and Property Services in Northern Ireland. A search costs a few pounds;</li>
      <li>ask the council there for its list of land and buildings, which it must publish;</li>
      <li>for a verge or a path, ask the highway authority, which is the county or unitary council.</li>
    </ul>
  </section>`;
}
