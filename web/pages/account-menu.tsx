import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../src/survey/language.ts';
import { accountTexts } from '../text/accounts/texts.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { AccountContext } from './account-context.ts';

/** Who is signed in, and where to go from there: a menu that opens without script. */
export function AccountMenu({
  language,
  say,
}: {
  language: Language;
  say: SayDesigner;
}): JSX.Element | null {
  const account = useContext(AccountContext);
  if (!account) return null;
  const text = accountTexts(language);
  return (
    <details class="account-menu">
      <summary>
        <span class="sr">{text('menu')}: </span>
        <span class="account-badge" aria-hidden="true">
          {initialsOf(account.name)}
        </span>
        <span class="account-name">{account.name}</span>
      </summary>
      <div class="account-list">
        <p>
          <strong>{account.name}</strong>
          {account.organisation !== null && <span>{account.organisation}</span>}
        </p>
        {account.others.length > 0 && (
          <form method="post" action="/account/organisation">
            {account.others.map(({ id, name }) => (
              <button key={id} name="organisation" value={id}>
                {text('switchTo', { organisation: name })}
              </button>
            ))}
          </form>
        )}
        {account.isPerson && <a href="/account">{text('account')}</a>}
        {account.mayPeople && <a href="/people">{text('people')}</a>}
        {account.mayTokens && <a href="/tokens">{text('tokens')}</a>}
        <form method="post" action="/sign-out">
          <button>{say('signOut')}</button>
        </form>
      </div>
    </details>
  );
}

/** `Ana María Ruiz` is `AR`. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}
