import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, momentOf, wallTime } from '../../src/survey/zoned-time.ts';

const ZONES = [
  'Europe/Madrid',
  'Atlantic/Canary',
  'Atlantic/Azores',
  'Europe/Lisbon',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
];

describe('a time in a zone', () => {
  it.each([
    ['2026-01-15T09:00', 'Europe/Madrid', '2026-01-15T08:00:00.000Z'],
    ['2026-07-15T09:00', 'Europe/Madrid', '2026-07-15T07:00:00.000Z'],
    ['2026-07-15T09:00', 'Atlantic/Canary', '2026-07-15T08:00:00.000Z'],
    ['2026-07-15T09:00', 'Asia/Kathmandu', '2026-07-15T03:15:00.000Z'],
    // Both sides of the night on which clocks go forward, and of the one on which they go back.
    ['2026-03-29T01:59', 'Europe/Madrid', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Madrid', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59', 'Europe/Madrid', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Madrid', '2026-10-25T02:00:00.000Z'],
    ['2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
  ])('%s in %s is %s', (wall, zone, moment) => {
    expect(momentOf(wall, zone)!.toISOString()).toBe(moment);
  });

  it('that clocks skip is as much later as they skip', () => {
    expect(momentOf('2026-03-29T02:30', 'Europe/Madrid')!.toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(momentOf('2026-10-04T02:15', 'Australia/Lord_Howe')!.toISOString()).toBe(
      '2026-10-03T15:45:00.000Z',
    );
  });

  it('that clocks show twice is the first of the two', () => {
    expect(momentOf('2026-10-25T02:30', 'Europe/Madrid')!.toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it('of any moment leads back to the moment, but for the hour that comes twice', () => {
    const minutes = fc.integer({
      min: Date.UTC(2015, 0) / 60_000,
      max: Date.UTC(2040, 0) / 60_000,
    });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const moment = new Date(minute * 60_000);
        const wall = wallTime(moment, zone);
        const back = momentOf(wall, zone)!;
        expect(wallTime(back, zone)).toBe(wall);
        expect(back.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(moment.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 500 },
    );
  });

  it('is none where the text is none', () => {
    for (const wall of ['', '2026-02-30T10:00', '2026-01-01', '2026-01-01T25:00', 'soon']) {
      expect(momentOf(wall, 'UTC')).toBeNull();
    }
  });
});

it('a zone is known by its name only', () => {
  expect(['Europe/Madrid', 'UTC'].map(isTimeZone)).toEqual([true, true]);
  expect(['Europe/Nowhere', '', 'x y'].map(isTimeZone)).toEqual([false, false, false]);
});
