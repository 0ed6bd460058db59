import type { JSX } from 'preact';
import type { SeatFrame } from './room-seat-frame.ts';

/** What the parts of a seat's page are made from. */
export interface SeatPageProps extends SeatFrame {
  /** The page's own address, without what it shows. */
  path: string;
  /** The return code. */
  me: string;
  /** The question on the page; null for the first that is open. */
  asked: string | null;
  /** Something that somebody wrote and that was not taken. */
  notice?: string | undefined;
  /** The field or the question that it is about. */
  noticeAt?: string | undefined;
}

/** Says what was not taken where it was written: the top of the page may be far away on a phone. */
export function NoticeAt({ at, notice, noticeAt }: SeatPageProps & { at: string }): JSX.Element {
  return (
    <div id={`notice-${at}`} data-keep>
      {notice && noticeAt === at && <p class="room-call">{notice}</p>}
    </div>
  );
}

/** What every form of a seat carries: who it is, what is on the page, what is wanted. */
export function Hidden(
  props: SeatPageProps & { question?: string | undefined; act: string },
): JSX.Element {
  const { me, language, question, act } = props;
  return (
    <>
      <input type="hidden" name="me" value={me} />
      <input type="hidden" name="lang" value={language} />
      {question && <input type="hidden" name="q" value={question} />}
      <input type="hidden" name="do" value={act} />
    </>
  );
}
