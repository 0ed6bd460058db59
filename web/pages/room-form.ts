import type { EventFacts } from '../../src/db/room/events.ts';
import type { Language } from '../../src/survey/language.ts';
import type { Definition } from '../../src/survey/definition.ts';
import { type AgendaItem, later } from '../../src/survey/room/agenda.ts';
import { isTimeZone, momentOf } from '../../src/survey/zoned-time.ts';
import type { EventFields } from './room-list-page.tsx';
import { readSpeakers } from './speaker-lines.ts';

/** A form's fields by name. */
export type Fields = FormData;

/** The text of a field, trimmed; '' where there is none. */
export function textOf(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What was typed about an event, to show again. */
export function readEventFields(fields: Fields): EventFields {
  const read = (name: string) => textOf(fields, name).slice(0, 200);
  return {
    name: read('name'),
    place: read('place'),
    room: read('room'),
    series: read('series'),
    seriesNumber: read('seriesNumber'),
    startsAt: read('startsAt'),
    endsAt: read('endsAt'),
    timeZone: read('timeZone'),
  };
}

/** The facts that fields state; null when the name, the times or the zone make no sense. */
export function factsOf(fields: EventFields): Omit<EventFacts, 'agenda'> | null {
  const { name, place, room, series, timeZone } = fields;
  const number = fields.seriesNumber;
  if (!isTimeZone(timeZone) || name === '') return null;
  const startsAt = momentOf(fields.startsAt, timeZone);
  const endsAt = momentOf(fields.endsAt, timeZone);
  if (!startsAt || !endsAt || startsAt >= endsAt) return null;
  const orNull = (value: string) => (value === '' ? null : value);
  return {
    name,
    place: orNull(place),
    room: orNull(room),
    series: orNull(series),
    seriesNumber: /^[1-9]\d{0,3}$/.test(number) ? Number(number) : null,
    startsAt,
    endsAt,
    timeZone,
  };
}

/**
 * The agenda as the form of an event states it. A title or brief that was changed is changed in the
 * page's language alone; what cannot be read stays as it was.
 */
export function readAgenda(
  fields: Fields,
  agenda: readonly AgendaItem[],
  language: Language,
  { languages, defaultLanguage, questions }: Definition,
): AgendaItem[] {
  const known = new Set(questions.map(({ id }) => id));
  const written = languages.includes(language) ? language : defaultLanguage;
  const items = agenda.flatMap((item, index) => {
    const at = (field: string) => `item.${index}.${field}`;
    if (textOf(fields, at('id')) !== item.id) return [item];
    if (fields.get(at('remove')) !== null && agenda.length > 1) return [];
    const title = textOf(fields, at('title')).slice(0, 200);
    const brief = textOf(fields, at('brief')).slice(0, 2000);
    const start = textOf(fields, at('start')).slice(0, 5);
    const minutes = Number(textOf(fields, at('minutes')));
    const kind = (['plenary', 'tables', 'break'] as const).find(
      (name) => name === textOf(fields, at('kind')),
    );
    return [
      {
        ...item,
        kind: kind ?? item.kind,
        title: title === '' ? item.title : { ...item.title, [written]: title },
        brief: brief === '' ? null : { ...item.brief, [written]: brief },
        start: /^([01]\d|2[0-3]):[0-5]\d$/.test(start) ? start : item.start,
        minutes:
          Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : item.minutes,
        speakers: readSpeakers(textOf(fields, at('speakers'))),
        openTo: (['individual', 'table'] as const).filter((to) =>
          fields.getAll(at('openTo')).includes(to),
        ),
        questions: fields
          .getAll(at('questions'))
          .map(String)
          .filter((id) => known.has(id)),
      },
    ];
  });
  return fields.get('add') === null ? items : [...items, newPart(items, written)];
}

function newPart(items: readonly AgendaItem[], language: Language): AgendaItem {
  const last = items.at(-1);
  const ids = new Set(items.map(({ id }) => id));
  let number = items.length + 1;
  while (ids.has(`part-${number}`)) number += 1;
  return {
    id: `part-${number}`,
    kind: 'plenary',
    title: { [language]: `${number}` },
    start: last ? later(last.start, last.minutes) : '09:00',
    minutes: 15,
    brief: null,
    questions: [],
    openTo: [],
    speakers: [],
  };
}
