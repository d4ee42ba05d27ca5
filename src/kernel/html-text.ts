import { noChange, nothing, type TemplateResult } from 'lit';
import { PartType } from 'lit/directive.js';
import { getDirectiveClass, isTemplateResult } from 'lit/directive-helpers.js';

/** Writes the value that stands at one place of a template. */
type Write = (value: unknown) => string;
/** The texts of a template, and how what stands between each two of them is written. */
type Layout = { texts: readonly string[]; writes: readonly Write[] };

/**
 * A view as HTML. Browsers never go on from what the server has drawn (elements draw themselves anew), so a template is its texts with its
 * values between them and nothing more: no marks by which a browser would find the values again.
 * @throws Error when a value stands where it cannot: as a tag, as an attribute's name, or without quotation marks in a part of one
 */
export function htmlOf({ strings, values }: TemplateResult): string {
  const { texts, writes } = layoutOf(strings);
  let html = texts[0] ?? '';
  for (const [at, write] of writes.entries()) html += write(values[at]) + (texts[at + 1] ?? '');
  return html;
}

/** Text of people's own, harmless between tags and in quotation marks. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const layouts = new WeakMap<TemplateStringsArray, Layout>();

function layoutOf(strings: TemplateStringsArray): Layout {
  const layout = layouts.get(strings) ?? readLayout(strings);
  layouts.set(strings, layout);
  return layout;
}

/** A whole attribute is taken out of the texts, with its name and quotation marks: it may be left out. */
function readLayout(strings: readonly string[]): Layout {
  const texts = [...strings];
  const writes: Write[] = [];
  let place: Place = 'text';
  for (let at = 0; at < strings.length - 1; at++) {
    const [text, next] = [texts[at] ?? '', texts[at + 1] ?? ''];
    place = placeAfter(text, place);
    const [whole = '', kind = '', name = '', quote = ''] = (place !== 'text' && ATTRIBUTE.exec(text)) || [];
    if (place === 'tag' && whole === '') throw new Error(`No value can stand after ${text}`);
    if (whole === '' || !next.startsWith(quote)) {
      writes.push(place === 'text' ? content : part);
      continue;
    }
    writes.push(ATTRIBUTES[kind]?.(name) ?? nowhere);
    [texts[at], texts[at + 1]] = [text.slice(0, -whole.length), next.slice(quote.length)];
    place = 'tag';
  }
  return { texts, writes };
}

/** Between tags, within one, or within a value that began with this quotation mark. */
type Place = 'text' | 'tag' | '"' | "'";
const ATTRIBUTE = /\s([?.@]?)([^\s"'<>=]+)=(["']?)$/;

function placeAfter(text: string, from: Place): Place {
  let place = from;
  for (const [mark] of text.matchAll(/<!--[^]*?-->|<(?=[a-z/])|[>"']/gi)) {
    if (place === 'text') place = mark === '<' ? 'tag' : place;
    else if (place !== 'tag') place = mark === place ? 'tag' : place;
    else if (mark === '>') place = 'text';
    else if (mark === '"' || mark === "'") place = mark;
  }
  return place;
}

/** By the sign before an attribute's name. What a browser listens to, and properties of its elements, are no text. */
const ATTRIBUTES: Record<string, (name: string) => Write> = {
  '': (name) => (value) => (value === nothing ? '' : ` ${name}="${part(value)}"`),
  '?': (name) => (value) => (value && value !== nothing ? ` ${name}` : ''),
};
const nowhere: Write = () => '';
const part: Write = (value) => escaped(isEmpty(value) ? '' : String(value));

const content: Write = (value) => {
  if (typeof value === 'string') return escaped(value);
  if (isEmpty(value)) return '';
  if (isTemplateResult(value)) return htmlOf(value as TemplateResult);
  if (Array.isArray(value)) return value.map(content).join('');
  const Directive = getDirectiveClass(value);
  if (Directive) return content(new Directive({ type: PartType.CHILD }).render(...(value as { values: [] }).values));
  return escaped(String(value));
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === nothing || value === noChange;
