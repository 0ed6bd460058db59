import type { JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { DesignerPage } from './designer-page.tsx';

/** How to get in: the set-up link of the first start, or an API token. */
export function SignInPage(props: {
  language: Language;
  say: SayDesigner;
  assets: Assets;
  path: string;
}): JSX.Element {
  const { say } = props;
  return (
    <DesignerPage {...props} title={say('signIn')} entry="designer" signedOut>
      <div class="narrow">
        <h1>{say('signIn')}</h1>
        <p>{say('signInLead')}</p>
        <section class="card box">
          <p>{say('signInLink')}</p>
          <p>
            {say('signInToken')} <code>npm run -s plenary -- token create --name NAME</code>
          </p>
          <form method="post" action="/sign-in" class="stack">
            <label for="token">{say('token')}</label>
            <input
              id="token"
              name="token"
              type="password"
              autocomplete="current-password"
              required
            />
            <button class="btn primary">{say('signIn')}</button>
          </form>
        </section>
        <p>
          {say('takingPart')} <a href="/">{say('enterCode')}</a>
        </p>
      </div>
    </DesignerPage>
  );
}
