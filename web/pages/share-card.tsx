import type { ComponentChildren, JSX } from 'preact';
import type { InvitationCounts } from '../../src/db/study-invitations.ts';
import type { PartnerInvitation, StudyPartner } from '../../src/db/study-partners.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayShare } from '../text/share/texts.ts';

/** Who shares a study, and what the reader may do about it. */
export interface Sharing {
  partners: readonly StudyPartner[];
  /** Empty for who may not share. */
  invitations: readonly PartnerInvitation[];
  mayShare: boolean;
  mayLeave: boolean;
  /** A link that was just made, shown this once. */
  link?: { url: string; failed: string | null };
}

/** What every card of the page about sharing gets. */
export interface ShareProps {
  study: Study;
  join: { url: string; short: string; qr: string };
  counts: Omit<InvitationCounts, 'used'> & { used: number | null };
  /** May change anything here. */
  mayChange: boolean;
  /** May have the addresses that links were made for, and write to them. */
  seesAddresses: boolean;
  sharing: Sharing;
  /** The server can send e-mail. */
  sendsMail: boolean;
  /** The question whose groups are shown to be limited. */
  quotaQuestion: string | null;
  zone: string;
  now: Date;
  /** What a form sent that was refused, to be shown in it again. */
  typed: Readonly<Record<string, string>>;
  language: Language;
  say: SayShare;
}

/** A card with a heading that forms and links can lead to. */
export function ShareCard(props: {
  id: string;
  title: string;
  lead: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="card box" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <p class="lead">{props.lead}</p>
      {props.children}
    </section>
  );
}

/** Copies a text; there with a script only. */
export function Copy(props: { text: string; label: string; say: SayShare }): JSX.Element {
  return (
    <button
      type="button"
      class="btn ghost"
      data-copy={props.text}
      data-copied={props.say('copied')}
    >
      {props.label}
    </button>
  );
}
