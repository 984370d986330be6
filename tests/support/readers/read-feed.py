"""Reads a feed from stdin with Debian's python3-feedparser; writes what it understood as JSON."""
import calendar
import json
import sys

import feedparser


def moment(parsed):
    return None if parsed is None else calendar.timegm(parsed) * 1000


feed = feedparser.parse(sys.stdin.buffer.read(), response_headers={"content-type": sys.argv[1]})
json.dump(
    {
        "bozo": str(feed.get("bozo_exception", "")),
        "version": feed.version,
        "title": feed.feed.get("title"),
        "link": feed.feed.get("link"),
        "language": feed.feed.get("language"),
        "updated": moment(feed.feed.get("updated_parsed")),
        "entries": [
            {
                "id": entry.get("id"),
                "isPermaLink": entry.get("guidislink"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "published": moment(entry.get("published_parsed")),
                "updated": moment(entry.get("updated_parsed")) if "updated" in entry.keys() else None,
                "summary": entry.get("summary"),
                "content": entry.content[0].value if "content" in entry else None,
                "categories": [tag.term for tag in entry.get("tags", [])],
                "author": entry.get("author") or feed.feed.get("author"),
            }
            for entry in feed.entries
        ],
    },
    sys.stdout,
)
