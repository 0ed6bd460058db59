import { parseJoinCode } from '../survey/join-code.ts';
import { parseReceipt, receiptOf } from './receipt.ts';

/**
 * The code under which a study can be tried out: its join code and twelve characters that nobody
 * can guess. Stands wherever a join code does.
 *
 * @example
 * await testCodeOf(secret, study) // 'K7P42M7K2M9QXP4RT0'
 */
export async function testCodeOf(
  secret: string,
  { id, joinCode }: { id: string; joinCode: string },
): Promise<string> {
  return joinCode + (await keyOf(secret, id));
}

/** The join code within a test code, and its key; null for text that can't be one. */
export function parseTestCode(text: string): { joinCode: string; key: string } | null {
  if (text.length > 40) return null;
  const letters = text.replace(/[\s\-‐-―_.]/g, '');
  const joinCode = parseJoinCode(letters.slice(0, 6));
  const key = parseReceipt(letters.slice(6));
  return joinCode && key ? { joinCode, key: key.replaceAll('-', '') } : null;
}

/** Whether the key of a test code is the study's own. */
export async function isTestKey(
  secret: string,
  study: { id: string },
  key: string,
): Promise<boolean> {
  return key === (await keyOf(secret, study.id));
}

async function keyOf(secret: string, studyId: string): Promise<string> {
  return (await receiptOf(secret, studyId, 'test answers')).replaceAll('-', '');
}
