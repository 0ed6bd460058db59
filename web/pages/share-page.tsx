import type { JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { textIn } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import { JoinCard } from './join-card.tsx';
import { Copy, type ShareProps } from './share-card.tsx';
import { CardsCard, WebsiteCard } from './share-cards.tsx';
import { LinksCard } from './share-links.tsx';
import { PartnersCard } from './share-partners.tsx';
import { QuotasCard, TimesCard } from './share-limits.tsx';

/** How people get to a study: link and code, cards, times, quotas, personal links, other sites. */
export function SharePage(
  props: ShareProps & {
    sayDesigner: SayDesigner;
    assets: Assets;
    notice: string | undefined;
    problem: string | undefined;
  },
): JSX.Element {
  const { study, join, language, say, sayDesigner, assets, notice, problem } = props;
  const { definition, id } = study;
  return (
    <DesignerPage
      {...{ language, assets, study }}
      say={sayDesigner}
      title={textIn(definition.title, language, definition.defaultLanguage)}
      entry="share"
      section="share"
      path={`/studies/${id}/share`}
    >
      <div class="wide share">
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {notice && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <JoinCard code={formatJoinCode(study.joinCode)} join={join} say={sayDesigner}>
          <Copy text={join.url} label={sayDesigner('copyLink')} say={say} />
          <Copy
            text={formatJoinCode(study.joinCode)}
            label={`${say('copy')}: ${formatJoinCode(study.joinCode)}`}
            say={say}
          />
          {(['svg', 'png'] as const).map((format) => (
            <a
              key={format}
              class="btn ghost"
              download={`${formatJoinCode(study.joinCode)}.${format}`}
              href={`/api/studies/${id}/qr.${format}`}
            >
              {say('downloadQr', { format: format.toUpperCase() })}
            </a>
          ))}
          <a class="btn ghost" href={`/studies/${id}/poster`}>
            {sayDesigner('poster')}
          </a>
        </JoinCard>
        <CardsCard {...props} />
        <TimesCard {...props} />
        <QuotasCard {...props} />
        <LinksCard {...props} />
        <WebsiteCard {...props} />
        <PartnersCard {...props} />
      </div>
    </DesignerPage>
  );
}
