import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Notice } from '../../components/notice.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { CARD_HOST_CONFIG } from './card-host-config.ts';

const useStyles = makeStyles({
  card: {
    maxWidth: '520px',
    marginTop: '12px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    '& [role="link"]': {
      marginTop: '8px',
      padding: '6px 12px',
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      font: 'inherit',
    },
  },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Json = Readonly<Record<string, unknown>>;

/** The very card, drawn by the renderer that Microsoft publishes. Where Teams draws a chart, its words stand here. */
export function CardView({ card }: { readonly card: Json }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    // The renderer is large and only an administrator needs it.
    void import('adaptivecards')
      .then(({ AdaptiveCard, HostConfig }) => {
        if (!current || place.current === null) return;
        AdaptiveCard.onProcessMarkdown = (text, result) => {
          result.outputHtml = escaped(text);
          result.didProcess = true;
        };
        const drawn = new AdaptiveCard();
        drawn.hostConfig = new HostConfig(CARD_HOST_CONFIG);
        drawn.parse(card);
        const element = drawn.render();
        place.current.replaceChildren(...(element ? [element] : []));
      })
      .catch(() => {
        if (current) setFailed(true);
      });
    return () => {
      current = false;
    };
  }, [card]);
  return (
    <section className={styles.card} aria-label={t('digest.preview.title')}>
      {failed && <Notice tone="error" title={t('digest.preview.failed')} />}
      <div ref={place} />
      <p className={styles.note}>{t('digest.preview.note')}</p>
    </section>
  );
}

/** Text as the card writes it: our cards use no markdown, and nothing in them is markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
