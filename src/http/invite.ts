import type { Kysely } from 'kysely';
import Papa from 'papaparse';
import type { Database } from '../db/schema.ts';
import {
  addInvitations,
  countInvitations,
  listInvitations,
  MOST_INVITATIONS,
  unusedInvitations,
} from '../db/study-invitations.ts';
import type { Study } from '../db/studies.ts';
import { formatJoinCode } from '../survey/join-code.ts';
import type { Config } from './env.ts';
import { invitationHash, invitationPath, invitationToken } from './invitation-token.ts';

/** What became of a wish for personal links. */
export type Invited = { added: number } | { problem: 'too-few' | 'too-many' };

/**
 * Makes personal links: one for each address, or a number of them. Never so few that whoever counts
 * the answers could tell whose they are.
 */
export async function invite(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  wanted: { links: number } | { addresses: readonly string[] },
): Promise<Invited> {
  const addresses: (string | null)[] =
    'links' in wanted ? Array<null>(wanted.links).fill(null) : [...wanted.addresses];
  const { made } = await countInvitations(db, study.id);
  if (made + addresses.length < study.definition.privacy.minCell) return { problem: 'too-few' };
  if (made + addresses.length > MOST_INVITATIONS) return { problem: 'too-many' };
  const invitations = await Promise.all(
    addresses.map(async (address) => {
      const nonce = crypto.randomUUID();
      const token = await invitationToken(config.secret, study.id, nonce);
      return { nonce, address, hash: (await invitationHash(token))! };
    }),
  );
  const day = config.now().toISOString().slice(0, 10);
  const added = await addInvitations(db, study.id, invitations, day);
  return added === null ? { problem: 'too-many' } : { added };
}

/**
 * All personal links of a study as CSV, used ones too: a list of the others would tell who has
 * answered. Cells that a spreadsheet would take for formulas start with an apostrophe.
 */
export async function invitationsCsv(
  db: Kysely<Database>,
  config: Config,
  study: Study,
  origin: string,
): Promise<string> {
  const all = await listInvitations(db, study.id);
  const rows = await Promise.all(
    all.map(async ({ nonce, address }) => [
      await linkOf(config, study, origin, nonce),
      address ?? '',
    ]),
  );
  const table = Papa.unparse([['link', 'address'], ...rows], {
    newline: '\r\n',
    escapeFormulae: true,
  });
  return `${table}\r\n`;
}

/**
 * Sends its own link to everybody who has an address and has not used it. Nobody is told to whom or
 * to how many.
 *
 * @param mail `{link}` in the text is each one's own; without it the link ends the text
 * @returns false when some of it could not be sent: sending again repeats the rest too
 */
export async function sendLinks(
  db: Kysely<Database>,
  config: Config & Required<Pick<Config, 'sendMail'>>,
  study: Study,
  origin: string,
  mail: { subject: string; text: string },
): Promise<boolean> {
  const waiting = await unusedInvitations(db, study.id);
  let isSent = true;
  const sendOne = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const link = await linkOf(config, study, origin, next.nonce);
      const text = mail.text.includes('{link}')
        ? mail.text.replaceAll('{link}', () => link)
        : `${mail.text}\n\n${link}`;
      await config.sendMail({ to: next.address, subject: mail.subject, text }).catch(() => {
        isSent = false;
      });
    }
  };
  await Promise.all(Array.from({ length: 5 }, sendOne));
  return isSent;
}

async function linkOf(
  { secret }: Config,
  study: Study,
  origin: string,
  nonce: string,
): Promise<string> {
  const token = await invitationToken(secret, study.id, nonce);
  return origin + invitationPath(formatJoinCode(study.joinCode), token);
}
