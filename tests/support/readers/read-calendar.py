"""Reads a calendar from stdin with Debian's python3-icalendar; writes its events as JSON."""
import json
import sys
from datetime import timezone

import icalendar


def moment(event, name):
    return event.decoded(name).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
json.dump(
    [
        {
            "uid": str(event["UID"]),
            "start": moment(event, "DTSTART"),
            "end": moment(event, "DTEND"),
            "modified": moment(event, "LAST-MODIFIED"),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "summary": str(event["SUMMARY"]),
            "description": str(event.get("DESCRIPTION", "")),
            "url": str(event["URL"]),
            "errors": [str(error) for error in event.errors],
        }
        for event in calendar.walk("VEVENT")
    ],
    sys.stdout,
)
