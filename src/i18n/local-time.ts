/**
 * A time in the reader's own zone, with the zone named: on the night clocks go back, two different
 * moments read the same without it.
 * @param timeZone default that of the machine
 * @example localTime(date, 'en', 'America/Los_Angeles') // '3 Nov 2024, 01:30 PDT'
 */
export function localTime(date: Date, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(date);
}
