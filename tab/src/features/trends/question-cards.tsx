import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { Surface } from '../../components/surface.tsx';
import { formatRoute } from '../../lib/route.ts';
import { shareInTeams } from '../../lib/teams-session.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import type { NumberedTrend } from './number-trends.ts';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  question: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  trend: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', marginTop: 'auto' },
});

/** Questions to talk about in a meeting or a channel, one a card. */
export function QuestionCards({
  trends,
}: {
  readonly trends: readonly NumberedTrend[];
}): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation();
  const cards = trends.flatMap((trend) => trend.questions.map((question) => ({ trend, question })));
  if (cards.length === 0) return null;
  return (
    <Surface title={t('trends.questions.title')} lead={t('trends.questions.lead')}>
      <ul className={styles.cards}>
        {cards.map(({ trend, question }) => (
          <QuestionCard key={`${trend.rowId} ${question}`} trend={trend} question={question} />
        ))}
      </ul>
    </Surface>
  );
}

interface QuestionCardProps {
  readonly trend: NumberedTrend;
  readonly question: string;
}

function QuestionCard({ trend, question }: QuestionCardProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const [said, setSaid] = useState('');

  async function share(): Promise<void> {
    if (shareInTeams(formatRoute({ ...route, trend: trend.rowId }), question)) return;
    try {
      await navigator.clipboard.writeText(`${question} (${trend.title})`);
      setSaid(t('trends.question.copied'));
    } catch {
      setSaid(t('trends.question.not-copied'));
    }
  }

  return (
    <li className={styles.card}>
      <p className={styles.question}>{question}</p>
      <p className={styles.trend}>
        {trend.number}. {trend.title}
      </p>
      <div className={styles.foot}>
        <Button
          size="small"
          aria-label={t('trends.question.share.of', { question })}
          onClick={() => void share()}
        >
          {t('trends.question.share')}
        </Button>
        <span role="status">{said}</span>
      </div>
    </li>
  );
}
