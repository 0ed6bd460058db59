import type { Context } from 'hono';
import { runningEvents } from '../../src/db/room/events.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { tableNamed } from '../../src/http/room-seat-api.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { isLanguage } from '../../src/survey/language.ts';

/**
 * Where somebody who opens a study goes while a room runs: to the table whose card they scanned
 * (`?table=`), else to the room; null while none runs, and with `?alone` for those who are elsewhere.
 */
export async function roomAddress(c: Context<Env>, study: Study): Promise<string | null> {
  const { alone, table: name, lang } = c.req.query();
  if (alone !== undefined) return null;
  const running = await runningEvents(c.var.db, study.id);
  if (running.length === 0) return null;
  const root = `/j/${formatJoinCode(study.joinCode)}`;
  const query = isLanguage(lang) ? `?lang=${lang}` : '';
  const table = name ? await tableNamed(c, study, name) : null;
  return table ? `${root}/t/${table.code}${query}` : `${root}/room${query}`;
}
