// Reads a calendar from standard input with ical.js and prints its events as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
// Zones are those that the calendar defines: ical.js has none of its own.
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const instant = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: instant(event.startDate),
    end: component.hasProperty("dtend") ? instant(event.endDate) : null,
    summary: event.summary,
    location: event.location ?? "",
    description: event.description ?? "",
    people: event.attendees.map((each) => [each.getParameter("cn"), each.getFirstValue()]),
  };
});
process.stdout.write(JSON.stringify(events));
