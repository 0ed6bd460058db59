import type { Speaker } from '../../src/survey/room/agenda.ts';
import type { Moderator } from '../../src/survey/room/moderator.ts';

/**
 * Somebody as a line of text: role, name and organisation, as far as they are known.
 *
 * @param unnamed stands for a speaker who is still to be decided
 * @example
 * speakerLine({ name: 'Ana Silva', organisation: 'SINTEF', role: 'Moderator' }, '?')
 * // 'Moderator: Ana Silva, SINTEF'
 */
export function speakerLine({ name, organisation, role }: Named, unnamed: string): string {
  const who = [name ?? unnamed, organisation].filter(Boolean).join(', ');
  return role ? `${role}: ${who}` : who;
}

/** Moderators have no role, nor have speakers of agendas that were stored before there were roles. */
type Named = Pick<Speaker, 'name' | 'organisation'> & { role?: string | null };

/** Speakers as the lines of a text field; `?` for one who is still to be decided. */
export function speakersText(speakers: readonly Named[]): string {
  return speakers.map((speaker) => speakerLine(speaker, '?')).join('\n');
}

/**
 * Speakers as lines of text state them: `Role: Name, Organisation`, where role and organisation may
 * be missing. At most 20.
 *
 * @example
 * readSpeakers('Keynote: ?') // [{ name: null, organisation: null, role: 'Keynote' }]
 */
export function readSpeakers(text: string): Speaker[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 20)
    .map((line) => {
      const [, role = '', who = ''] = /^(?:([^:,]*):)?(.*)$/.exec(line) ?? [];
      const [name = '', ...rest] = who.split(',');
      return {
        name: /^[?\s]*$/.test(name) ? null : name.trim().slice(0, 120),
        organisation: rest.join(',').trim().slice(0, 120) || null,
        role: role.trim().slice(0, 60) || null,
      };
    });
}

/** Moderators as lines of text state them; lines without a name are left out. At most 10. */
export function readModerators(text: string): Moderator[] {
  return readSpeakers(text)
    .slice(0, 10)
    .flatMap(({ name, organisation }) => (name ? [{ name, organisation }] : []));
}
