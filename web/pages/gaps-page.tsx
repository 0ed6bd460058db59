import type { JSX } from 'preact';
import { DesignerPage } from './designer-page.tsx';
import { GapsCheck } from './gaps-check.tsx';
import type { GapsFrame } from './gaps-frame.ts';
import { GapsIdeas } from './gaps-ideas.tsx';
import { GapsNeeds } from './gaps-needs.tsx';
import { GapsPractices } from './gaps-practices.tsx';

/** Gaps and barriers of a study: collected, merged, checked, ranked; and good practice. */
export function GapsPage({ frame }: { frame: GapsFrame }): JSX.Element {
  const { study, language, assets, say, tell, checked } = frame;
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={tell('title')}
      entry="data"
      section="room"
      path={`/studies/${study.id}/gaps`}
    >
      <div class="wide data">
        <h2 class="section-title">{tell('title')}</h2>
        <p class="lead">{tell(checked ? 'lead' : 'noCheck')}</p>
        {checked && (
          <>
            <GapsIdeas frame={frame} {...checked} />
            <GapsCheck frame={frame} {...checked} />
            <GapsNeeds frame={frame} {...checked} />
          </>
        )}
        <GapsPractices frame={frame} />
      </div>
    </DesignerPage>
  );
}
