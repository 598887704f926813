import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ExternalLink } from '../../components/external-link.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateOnly } from '../../lib/dates.ts';
import { useYears } from '../../lib/resources/years.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** When the tab was assessed against the law, and when this text was last changed. Move both when either is done anew. */
const ASSESSED_ON = '2026-11-24';
const UPDATED_ON = '2026-11-24';
/** Where the supervising authority takes complaints. */
const COMPLAINT_URL = 'https://www.digg.se/tdosanmalan';

const KNOWN_SHORTCOMINGS = ['screen-readers', 'radar', 'old-clients'] as const;
const TESTED = ['axe', 'keyboard', 'zoom', 'contrast'] as const;
const OUTSIDE = ['teams', 'sharepoint'] as const;

const useStyles = makeStyles({
  text: { maxWidth: '75ch', margin: '0 0 8px' },
  list: { maxWidth: '75ch', margin: '0 0 8px', paddingInlineStart: '20px', display: 'grid', gap: '6px' },
});

/**
 * The accessibility statement that the Swedish act on accessibility to digital public services asks for (2018:1937):
 * who, how far it complies, what is not accessible and why, how it was assessed and when, how to tell, and whom to complain to.
 */
export function AccessibilityPage(): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const organisation = useYears().data?.organisationName ?? t('accessibility.the-municipality');
  return (
    <>
      <PageHeading title={t('page.accessibility')} />
      <PageGrid columns="one">
        <Surface title={t('accessibility.status.title')}>
          <p className={styles.text}>{t('accessibility.status.who', { organisation })}</p>
          <p className={styles.text}>{t('accessibility.status.partly')}</p>
        </Surface>
        <Surface title={t('accessibility.known.title')} lead={t('accessibility.known.lead')}>
          <ul className={styles.list}>
            {KNOWN_SHORTCOMINGS.map((id) => (
              <li key={id}>{t(`accessibility.known.${id}`)}</li>
            ))}
          </ul>
          <p className={styles.text}>{t('accessibility.burden')}</p>
        </Surface>
        <Surface title={t('accessibility.outside.title')}>
          <ul className={styles.list}>
            {OUTSIDE.map((id) => (
              <li key={id}>{t(`accessibility.outside.${id}`)}</li>
            ))}
          </ul>
        </Surface>
        <Surface title={t('accessibility.contact.title')}>
          <p className={styles.text}>{t('accessibility.contact.tell', { organisation })}</p>
          <p className={styles.text}>{t('accessibility.contact.alternative', { organisation })}</p>
        </Surface>
        <Surface title={t('accessibility.authority.title')}>
          <p className={styles.text}>{t('accessibility.authority.body')}</p>
          <p className={styles.text}>
            <ExternalLink href={COMPLAINT_URL}>{t('accessibility.authority.link')}</ExternalLink>
          </p>
        </Surface>
        <Surface title={t('accessibility.tested.title')} lead={t('accessibility.tested.lead')}>
          <ul className={styles.list}>
            {TESTED.map((id) => (
              <li key={id}>{t(`accessibility.tested.${id}`)}</li>
            ))}
          </ul>
          <p className={styles.text}>
            {t('accessibility.tested.dates', {
              assessed: dateOnly(ASSESSED_ON, language),
              updated: dateOnly(UPDATED_ON, language),
            })}
          </p>
        </Surface>
      </PageGrid>
    </>
  );
}
