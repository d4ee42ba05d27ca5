/**
 * Says that a file is too large before it is sent, so that nothing typed beside it is lost. The server refuses it anyway, before it
 * reads any of it; browsers then show a page of their own or none.
 */

const MEGABYTE = 1024 * 1024;

for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-most-bytes]')) {
  input.addEventListener('change', () => show(input));
  input.form?.addEventListener('submit', (event) => {
    if (mistakeIn(input) === null) return;
    event.preventDefault();
    show(input);
    input.focus();
  });
}

/** What is wrong with the chosen file, or null. */
function mistakeIn({ files, dataset }: HTMLInputElement): string | null {
  const [bytes, most] = [files?.[0]?.size ?? 0, Number(dataset['mostBytes'])];
  return bytes > most
    ? `Choose a file of up to ${Math.floor(most / MEGABYTE)} MB. This one has ${Math.ceil(bytes / MEGABYTE)} MB.`
    : null;
}

/** Stands where the server's own words would: between the label and the input, and is read out with it. */
function show(input: HTMLInputElement): void {
  const [mistake, id] = [mistakeIn(input), `size-${input.id}`];
  const said =
    document.getElementById(id) ??
    input.insertAdjacentElement(
      'beforebegin',
      Object.assign(document.createElement('p'), { id, className: 'mistake', role: 'alert' }),
    );
  if (said) Object.assign(said, { textContent: mistake ?? '', hidden: mistake === null });
  input.setAttribute('aria-invalid', String(mistake !== null));
  const others = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id);
  input.setAttribute('aria-describedby', [...others, id].join(' '));
}
