import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { FoundList } from '#core/contracts/sources.ts';
import { ProblemView } from '../../../components/problem-view.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { shortDateAndTime } from '../../../lib/dates.ts';
import { useTranslation } from '../../../lib/translation.tsx';
import { useLists } from '../api/setup.ts';

const useStyles = makeStyles({
  filter: { maxWidth: '420px' },
  choices: {
    maxHeight: '320px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px',
  },
  facts: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

const SKELETON_PX = [160] as const;
/** From so many on one wants to filter. */
const MANY = 8;

interface ListChoiceProps {
  readonly siteId: string;
  readonly chosenId: string | null;
  readonly onChoose: (list: FoundList) => void;
}

/** Chooses one of a site's lists. Two of one name are told apart by address and by when they were last changed. */
export function ListChoice({ siteId, chosenId, onChoose }: ListChoiceProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const [filter, setFilter] = useState('');
  const lists = useLists(siteId);
  if (lists.isError) return <ProblemView error={lists.error} onRetry={() => void lists.refetch()} />;
  if (lists.data === undefined) return <Skeleton heightsPx={SKELETON_PX} />;
  if (lists.data.length === 0) return <p role="status">{t('sources.list.none')}</p>;
  const shown = lists.data.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
  return (
    <>
      {lists.data.length >= MANY && (
        <Field label={t('sources.list.filter')}>
          <Input
            className={styles.filter}
            value={filter}
            onChange={(_event, data) => setFilter(data.value)}
          />
        </Field>
      )}
      <Field label={t('sources.list.choose')}>
        <RadioGroup
          className={styles.choices}
          value={chosenId ?? ''}
          onChange={(_event, data) => {
            const list = lists.data.find(({ id }) => id === data.value);
            if (list !== undefined) onChoose(list);
          }}
        >
          {shown.map(({ id, name, webUrl, lastChangedAt }) => (
            <Radio
              key={id}
              value={id}
              label={
                <>
                  {name}{' '}
                  <span className={styles.facts}>
                    {webUrl}
                    {lastChangedAt !== null &&
                      ` · ${t('sources.changed', { time: shortDateAndTime(lastChangedAt, language) })}`}
                  </span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}
