import type { Temporal } from 'temporal-polyfill';

/** Each knows the short names of the zones of its own part of the world. */
const LOCALES = ['en-GB', 'en-IE', 'en-US', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN'];
const WITHOUT_A_NAME = /[\d+-]/;

/** What an offset is called where it goes: "GMT", "BST", "EDT"; "+1030" where it has no name in English. */
export function offsetName({ timeZoneId, epochMilliseconds, offset }: Temporal.ZonedDateTime): string {
  const names = LOCALES.map((locale) =>
    new Intl.DateTimeFormat(locale, { timeZone: timeZoneId, timeZoneName: 'short' })
      .formatToParts(epochMilliseconds)
      .find(({ type }) => type === 'timeZoneName'),
  );
  return names.find((name) => name && !WITHOUT_A_NAME.test(name.value))?.value ?? offset.replace(':', '');
}
