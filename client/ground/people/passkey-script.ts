import { asJson, creationOptions, requestOptions, type Options } from './passkey-option-rules.ts';

/** The browser's part of passkeys: asks our server what to do, the browser to do it, and sends back what came of it. */

type Said = { detail?: string };

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) break;
  form.hidden = false;
  document.querySelector('[data-passkey-without]')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(form);
  });
}

async function run(form: HTMLFormElement): Promise<void> {
  const [said, button] = [form.querySelector('#passkey-said'), form.querySelector('button')];
  const say = (words: string): void => void (said && (said.textContent = words));
  say('');
  if (button) button.disabled = true;
  try {
    location.assign(form.dataset['passkey'] === 'add' ? await add(form) : await signIn(form));
  } catch (error) {
    if (button) button.disabled = false;
    say(wordsFor(error));
  }
}

async function add(form: HTMLFormElement): Promise<string> {
  const fields = new FormData(form);
  if (String(fields.get('name')).trim() === '') throw new Error('Give it a name, for instance “My phone”.');
  const options = await ask('/account/passkeys/options', {});
  const publicKey =
    PublicKeyCredential.parseCreationOptionsFromJSON?.(options as unknown as PublicKeyCredentialCreationOptionsJSON) ??
    creationOptions(options);
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  return sendOn('/account/passkeys', { name: fields.get('name'), next: fields.get('next'), response: asJson(made) });
}

async function signIn(form: HTMLFormElement): Promise<string> {
  const options = await ask('/sign-in/passkey/options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? requestOptions(options);
  const signed = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return sendOn('/sign-in/passkey', { next: new FormData(form).get('next'), response: asJson(signed) });
}

async function send(path: string, body: unknown): Promise<Response> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(((await reply.json()) as Said).detail ?? 'That did not work. Try again.');
  return reply;
}
const ask = async (path: string, body: unknown): Promise<Options> =>
  (await send(path, body)).json() as Promise<Options>;
const sendOn = async (path: string, body: unknown): Promise<string> =>
  (await send(path, body)).headers.get('Location') ?? '/my';

/** The browser says NotAllowedError when somebody changed their mind or took too long (WebAuthn, section 14.5.1). */
function wordsFor(error: unknown): string {
  if (error instanceof DOMException)
    return error.name === 'InvalidStateError'
      ? 'This device has a passkey for you already.'
      : 'No passkey was used. Try again when you like.';
  return error instanceof Error ? error.message : 'That did not work. Try again.';
}
