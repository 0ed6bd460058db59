import type { ComponentChildren, JSX } from 'preact';
import type { AccountFrame } from './account-frame.ts';
import { DesignerPage } from './designer-page.tsx';

/** A small page with a title for who is not signed in yet. */
export function EntryPage(
  props: AccountFrame & { title: string; children: ComponentChildren },
): JSX.Element {
  return (
    <DesignerPage {...props} entry="designer" signedOut>
      <div class="narrow">
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </DesignerPage>
  );
}

/** What a link says that has been used or is too old. */
export function UsedUpPage(props: AccountFrame & { lead?: string }): JSX.Element {
  const { text, lead = text('usedUpLead') } = props;
  return (
    <EntryPage {...props} title={text('usedUp')}>
      <p>{lead}</p>
      <p>
        <a class="btn ghost" href="/sign-in">
          {text('toSignIn')}
        </a>
      </p>
    </EntryPage>
  );
}
