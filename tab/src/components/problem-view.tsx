import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ApiProblem } from '../lib/api-problem.ts';
import { problemRemedy, problemTitle } from '../lib/remedies.ts';
import { useTranslation } from '../lib/translation.tsx';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  text: { margin: '4px 0 0', maxWidth: '70ch' },
  id: {
    margin: '8px 0 0',
    fontSize: tokens.fontSizeBase200,
    fontFamily: tokens.fontFamilyMonospace,
    userSelect: 'all',
  },
  action: { marginTop: '12px' },
});

interface ProblemViewProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What failed, what to do about it, a way to try again, and the id that finds the log line. */
export function ProblemView({ error, onRetry }: ProblemViewProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : null;
  const { detail = null, correlationId = null } = problem ?? {};
  return (
    <Notice
      tone="error"
      announced
      title={problem === null ? t('problem.unexpected') : t(problemTitle(problem.code))}
    >
      {detail !== null && <p className={styles.text}>{detail}</p>}
      <p className={styles.text}>{problem === null ? t('remedy.reload') : t(problemRemedy(problem.code))}</p>
      {problem !== null && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
      {correlationId !== null && <p className={styles.id}>{t('state.correlation', { id: correlationId })}</p>}
      {onRetry !== undefined && (
        <Button className={styles.action} onClick={onRetry}>
          {problem === null ? t('state.reload') : t('state.retry')}
        </Button>
      )}
    </Notice>
  );
}
