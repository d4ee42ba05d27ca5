import ICAL from 'ical.js';

/** Every stretch that a calendar program makes of a file, in minutes since 1970, by its own rules and the file's own zones. */
export function datesInFeed(text: string): [starts: number, ends: number][] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const stretches = events
    .filter((event) => !event.isRecurrenceException())
    .flatMap((event) => {
      for (const one of events) if (one.isRecurrenceException() && one.uid === event.uid) event.relateException(one);
      return stretchesOf(event);
    });
  return stretches.toSorted(([one], [other]) => one - other);
}

function stretchesOf(event: ICAL.Event): [starts: number, ends: number][] {
  if (event.component.getFirstPropertyValue('status') === 'CANCELLED') return [];
  const stretches: [number, number][] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { startDate, item } = event.getOccurrenceDetails(next);
    const starts = startDate.toUnixTime() / 60;
    stretches.push([starts, starts + item.duration.toSeconds() / 60]);
  }
  return stretches;
}
