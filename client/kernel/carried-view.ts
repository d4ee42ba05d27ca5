import { html, nothing, type TemplateResult } from 'lit';

export type CarriedData = {
  /** What sending it does, in a few words. */
  what: string;
  to: string;
  from: string | null;
  values: Readonly<Record<string, unknown>>;
  files: readonly string[];
};

/** What waits to be sent after signing in again, where the page that it stood on cannot show it in place. */
export function carriedView({ what, to, from, values, files }: CarriedData): TemplateResult {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
  );
  const typed = fields.filter(([, value]) => value.trim() !== '');
  return html`
    <div class="wrap narrow">
      <h1>You are signed in again</h1>
      <p class="lead">Nothing has been done yet. This waits for you: <strong>${what}</strong>.</p>
      ${typed.length > 0 ? html`<dl class="facts">${typed.map(([name, value]) => html`<div><dt>${labelOf(name)}</dt><dd class="lines">${value}</dd></div>`)}</dl>` : nothing}
      ${
        files.length > 0
          ? html`<p class="note">The file you chose (${files.join(', ')}) was not kept. Go back to the page and choose it again.</p>`
          : html`<form method="post" action=${to}>
              ${fields.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
              <button class="button" type="submit">Do it now</button>
            </form>`
      }
      ${from === null ? nothing : html`<p><a href=${from}>Back to the page, without doing it</a></p>`}
    </div>
  `;
}

const labelOf = (name: string): string => name.replace(/[_-]+/g, ' ').replace(/^./, (first) => first.toUpperCase());

export type WayInData = { title: string; message: string; kept: boolean; files: readonly string[]; href: string };

/** For a form that came too late: what became of it, and the way to go on with it. */
export function wayInView({ title, message, kept, files, href }: WayInData): TemplateResult {
  return html`
    <div class="wrap prose error-page">
      <h1>${title}</h1>
      <p class="lead">${message} Nothing has been saved.</p>
      ${
        kept
          ? html`<p>What you typed is kept in this browser for an hour, and comes back when you go on.${files.length > 0 ? ' The file you chose is not kept: you choose it again then.' : ''}</p>
              <p><a class="button" href=${href}>Go on</a></p>`
          : html`<p>What you sent is too much to keep meanwhile. <a href=${href.replace(/\?.*$/, '')} target="_blank">Sign in in another tab</a>, then load this page again: your browser offers to send the form once more.</p>`
      }
    </div>
  `;
}
