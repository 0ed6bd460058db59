/** What the first owner fills in after opening the set-up link. */
export const FIRST_OWNER = {
  organisation: 'Institute for Cities',
  name: 'Ana Ruiz',
  email: 'ana@city.example',
  password: 'a sentence to remember',
};

/** A form as a browser sends it. */
export function formBody(fields: Record<string, string>): {
  method: 'POST';
  headers: Record<string, string>;
  body: string;
} {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** The session's cookie that an answer sets, as a browser sends it back. */
export function sessionOf(response: Response): string {
  const set = response.headers.getSetCookie().find((cookie) => cookie.includes('plenary_session='));
  if (!set) throw new Error('This answer opens no session.');
  return set.split(';')[0]!;
}
