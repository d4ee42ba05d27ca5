import ICAL from 'ical.js';

/** Every stretch that a calendar program makes of a file, in minutes since 1970, by its own rules and the file's own zones. */
export function datesInFeed(text: string): [starts: number, ends: number][] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const stretches: [number, number][] = [];
  for (const component of calendar.getAllSubcomponents('vevent')) {
    if (component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const event = new ICAL.Event(component);
    const length = event.duration.toSeconds() / 60;
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const starts = next.toUnixTime() / 60;
      stretches.push([starts, starts + length]);
    }
  }
  return stretches.toSorted(([one], [other]) => one - other);
}
