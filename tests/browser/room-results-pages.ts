import { sql } from 'kysely';
import { createEvent } from '../../src/db/room/events.ts';
import { storeResponses } from '../../src/db/import-responses.ts';
import { createStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { generate } from '../../src/survey/generator/generate.ts';
import { agendaOf } from '../../src/survey/room/agenda.ts';
import { template } from '../../src/survey/templates.ts';
import type { ServedApp } from './browser.ts';

/**
 * A closed study with two synthetic workshops of one series: people at tables, some of them
 * experts, who answered before and after the talk.
 */
export async function roomResultsStudy(
  { db }: Pick<ServedApp, 'db'>,
  people = [96, 48],
): Promise<Study> {
  const definition = template('smart-city-programme-manager')!;
  const now = new Date();
  const draft = await createStudy(db, { definition, now, synthetic: true });
  await setStudyStatus(db, draft.id, 'open', now);
  const study: Study = { ...draft, status: 'open', openedAt: now };
  for (const [k, n] of people.entries()) {
    const event = await createEvent(
      db,
      study.id,
      {
        name: `Session #${k + 1}`,
        place: 'Lisbon',
        room: null,
        series: 'Sessions',
        startsAt: now,
        endsAt: new Date(now.getTime() + 7_200_000),
        timeZone: 'Europe/Lisbon',
        agenda: agendaOf(definition),
      },
      now,
    );
    const plan = { n, tables: n / 8, seed: 20181115 + k, event: event.key, individualRounds: 2 };
    const first = new Set<string>();
    const marked = (voice: string, place: string) => {
      if (voice === 'table' || first.has(place)) return null;
      first.add(place);
      return 'expert' as const;
    };
    const responses = generate(definition, plan)
      .filter(({ finished, table }) => finished && table !== null)
      .map(({ id, answers, shown, locale, voice, table, round }) => ({
        id,
        answers,
        shown,
        locale,
        voice,
        table,
        round,
        event: event.key,
        mark: marked(voice, `${table} ${round}`),
        flags: null,
        at: now,
      }));
    await storeResponses(db, study, responses);
    // People of one table answer in the same order in both rounds.
    const seats = new Map<string, number>();
    const persons = new Map<string, string>();
    for (const { id, voice, table, round } of responses) {
      if (voice === 'table') continue;
      const count = (seats.get(`${table} ${round}`) ?? 0) + 1;
      seats.set(`${table} ${round}`, count);
      const name = `${table} ${count}`;
      const person = persons.get(name) ?? crypto.randomUUID();
      persons.set(name, person);
      const mark = count === 1 ? 'expert' : 'participant';
      await sql`
        insert into room_answer (study_id, event_id, response_id, person_id, round, mark,
          answered_at)
        values (${study.id}, ${event.id}, ${id}, ${person}, ${round}, ${mark}, ${now})
      `.execute(db);
    }
  }
  await setStudyStatus(db, study.id, 'closed', now);
  return { ...study, status: 'closed' };
}
