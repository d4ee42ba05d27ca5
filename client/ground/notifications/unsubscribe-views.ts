import { html, type TemplateResult } from 'lit';

/** A button, not a link: mail scanners open every link, and would stop news that somebody wants. */
export function unsubscribeView(token: string, email: string): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>Stop these mails?</h1>
      <p class="lead">We send such news to <strong>${email}</strong>. Mails about your own requests and codes to sign in go on.</p>
      <form method="post" action="/unsubscribe/${token}">
        <input type="hidden" name="List-Unsubscribe" value="One-Click" />
        <button class="button" type="submit">Stop them</button>
      </form>
    </div>
  `;
}

export function stoppedView(): TemplateResult {
  return html`
    <div class="wrap narrow">
      <h1>No more such mails</h1>
      <p class="lead">You get no news of this kind any more. Mails about your own requests still come.</p>
      <p><a class="button button--quiet" href="/">Go to the start page</a></p>
    </div>
  `;
}
