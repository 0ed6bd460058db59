/**
 * The secret of a webhook, which follows from the server's and so need not be stored: `whsec_` and
 * 32 bytes in base64, as Standard Webhooks writes it.
 *
 * @param number rises when a new secret takes the place of the one before
 * @example
 * await webhookSecret(config.secret, webhook.studyId, webhook.id, 1) // 'whsec_…'
 */
export async function webhookSecret(
  serverSecret: string,
  studyId: string,
  webhookId: string,
  number: number,
): Promise<string> {
  const text = `webhook ${studyId} ${webhookId} ${number}`;
  return `whsec_${base64(await hmac(new TextEncoder().encode(serverSecret), text))}`;
}

/**
 * The headers that a delivery is signed with (Standard Webhooks): HMAC-SHA-256 over its id, the
 * time of this attempt in seconds, and the body.
 *
 * @param at the time of the attempt
 */
export async function signedHeaders(
  secret: string,
  { id, body, at }: { id: string; body: string; at: Date },
): Promise<Record<string, string>> {
  const key = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (c) => c.charCodeAt(0));
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${base64(await hmac(key, `${id}.${timestamp}.${body}`))}`,
  };
}

async function hmac(keyBytes: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', keyBytes, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
