"""Makes recurrence-expected.json: the dates and instants of 200 rules, worked out without any of our code.

Days come from python-dateutil's rrule, instants from the zoneinfo of Python's standard library; a time that the clocks skip is
found by walking on minute by minute until a local time exists. Made with Python 3.11, dateutil 2.9.0 and tzdata 2025b:
    python3 test/kernel/recurrence_expected.py > test/kernel/recurrence-expected.json
"""
import json
import random
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil import rrule

ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe']
TERMS = [('2026-09-03', '2026-10-23'), ('2026-11-02', '2026-12-18'), ('2027-01-04', '2027-02-12'), ('2027-02-22', '2027-03-25'),
         ('2027-04-12', '2027-05-28'), ('2027-06-07', '2027-07-21'), ('2027-09-02', '2027-10-22'), ('2027-11-01', '2027-12-17')]
chance = random.Random(20270328)


def exists(wall, zone):
    return wall.replace(tzinfo=zone).astimezone(timezone.utc).astimezone(zone).replace(tzinfo=None) == wall


def instant(wall, zone):
    """Minutes since 1970 of the first time from `wall` on that the clocks show, and whether that is a later one."""
    found = wall
    while not exists(found, zone):
        found += timedelta(minutes=1)
    # fold=0: of a time that happens twice, the first.
    return int(found.replace(tzinfo=zone, fold=0).timestamp()) // 60, found != wall


def dated(day, start, end, zone):
    midnight = datetime(day.year, day.month, day.day)
    until = end if end > start else end + 1440
    starts, start_moved = instant(midnight + timedelta(minutes=start), zone)
    ends, end_moved = instant(midnight + timedelta(minutes=until), zone)
    if ends <= starts:
        ends = starts + until - start
    return [day.isoformat(), starts, ends - starts] + ([1] if start_moved or end_moved else [])


def in_term(day):
    return any(first <= day.isoformat() <= last for first, last in TERMS)


def clock(minute):
    return f'{minute // 60:02d}:{minute % 60:02d}'


def days_of(rule):
    first, last = date.fromisoformat(rule['from']), date.fromisoformat(rule['until'])
    span = {'dtstart': datetime(first.year, first.month, first.day), 'until': datetime(last.year, last.month, last.day)}
    if rule['kind'] == 'weekly':
        found = rrule.rrule(rrule.WEEKLY, interval=rule['every'], byweekday=[day - 1 for day in rule['weekdays']], **span)
    else:
        found = rrule.rrule(rrule.MONTHLY, byweekday=rrule.weekday(rule['weekday'] - 1)(rule['nth']), **span)
    days = [day.date() for day in found]
    wanted = rule.get('termTime')
    return [day for day in days if wanted is None or in_term(day) == (wanted == 'only')]


def any_rule():
    first = date(2026, 8, 1) + timedelta(days=chance.randrange(500))
    period = {'from': first.isoformat(), 'until': (first + timedelta(days=chance.randrange(250, 420))).isoformat()}
    if chance.random() < 0.25:
        period['termTime'] = chance.choice(['only', 'never'])
    if chance.random() < 0.3:
        return {'kind': 'monthly', 'nth': chance.choice([1, 2, 3, 4, -1]), 'weekday': chance.choice([7, 7, 1, 2, 3, 4, 5, 6]), **period}
    others = chance.sample([1, 2, 3, 4, 5, 6], chance.choice([0, 0, 1]))
    # Clocks change on Sundays, so that most rules meet them.
    return {'kind': 'weekly', 'every': chance.choice([1, 1, 1, 2, 3]), 'weekdays': sorted(others + [7]) if chance.random() < 0.7 else others or [2], **period}


def any_times():
    start = chance.choice([chance.randrange(0, 180, 15), chance.randrange(60, 180, 15), chance.randrange(0, 1440, 15), chance.randrange(1320, 1440, 15)])
    end = start + chance.choice([15, 30, 45, 60, 90, 120, 180, 240, 600])
    return start, end if end <= 1440 else end - 1440


rows = []
for number in range(200):
    zone = ZONES[number % 3]
    rule = any_rule()
    start, end = any_times()
    rows.append({'zone': zone, 'rule': rule, 'from': clock(start), 'to': clock(end),
                 'expected': [dated(day, start, end, ZoneInfo(zone)) for day in days_of(rule)]})
print('{"terms":' + json.dumps(TERMS, separators=(',', ':')) + ',"rules":[\n' + ',\n'.join(json.dumps(row, separators=(',', ':')) for row in rows) + '\n]}')
