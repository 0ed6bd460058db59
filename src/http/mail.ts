/** An e-mail in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends an e-mail; rejects when it was not taken. */
export type SendMail = (mail: Mail) => Promise<void>;

/** An HTTP service that takes e-mails. */
export interface MailService {
  /** Where `{from, to, subject, text}` is posted as JSON. */
  url: string;
  /** Sent as `Authorization: Bearer …`. */
  token?: string;
  from: string;
}

/**
 * Sends e-mails through an HTTP service: a POST of `{from, to, subject, text}` as JSON, which most
 * providers take as it is, or a small function in front of another one.
 *
 * @returns rejects when the service answers with an error, or not within ten seconds
 * @example
 * const send = mailOverHttp({ url: 'https://mail.example/send', token, from: 'plenary@city.example' });
 * await send({ to: 'ana@city.example', subject: 'Sign in', text: 'https://…' });
 */
export function mailOverHttp({ url, token, from }: MailService): SendMail {
  return async (mail) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ from, ...mail }),
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The mail service answered ${answer.status}.`);
  };
}
